package com.customerfocus.customer.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;

/** What the API of customers answers while others change the same. */
class CustomerProblemsTests {

  static final List<DataAccessException> BUSY =
      List.of(
          new QueryTimeoutException("", new SQLException("Timeout trying to lock table", "HYT00")),
          new CannotAcquireLockException("", new SQLException("Lock not available", "55P03")),
          new CannotAcquireLockException("", new SQLException("Deadlock", "40P01")),
          new DuplicateKeyException("", new SQLException("Unique index", "23505")));

  private final CustomerProblems problems = new CustomerProblems();

  @ParameterizedTest
  @FieldSource("BUSY")
  void locksOfOthersAreAConflictAndNoFailure(DataAccessException failure) {
    var answer = problems.busy(failure);
    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getDetail()).contains("Nothing was changed");
  }

  @Test
  void anotherFailureOfTheDatabaseStaysOne() {
    var failure = new QueryTimeoutException("", new SQLException("canceling statement", "57014"));
    assertThatThrownBy(() -> problems.busy(failure)).isSameAs(failure);
  }
}
