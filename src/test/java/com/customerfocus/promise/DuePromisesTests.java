package com.customerfocus.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Promises kept by a delivery whose date has passed. */
@CustomerFocusTest
class DuePromisesTests {

  private static final long TRACE = 3;

  private final Promises promises;
  private final PromiseService service;
  private final PromiseWorkflow workflow;
  private final DeliveryPromises deliveries;
  private final PlatformTransactionManager transactions;
  private final OrganizationImporter importer;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  @Autowired
  DuePromisesTests(
      Promises promises,
      PromiseService service,
      PromiseWorkflow workflow,
      DeliveryPromises deliveries,
      PlatformTransactionManager transactions,
      OrganizationImporter importer,
      MovableClock clock,
      JdbcTemplate rows) {
    this.promises = promises;
    this.service = service;
    this.workflow = workflow;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.importer = importer;
    this.clock = clock;
    this.rows = rows;
  }

  @Test
  void oneThatFailsIsTriedAgainLaterAndHoldsUpNoOther() {
    HandoffSteps.departments(importer);
    var failing = promise(1);
    var other = promise(2);
    var passed = new ArrayList<Long>();
    var isBroken = new AtomicBoolean(true);
    var due =
        new DuePromises(
            promises,
            service,
            workflow,
            event -> {
              var id = ((Promise.DatePassed) event).promise().id();
              if (isBroken.get() && id == failing) {
                fail();
              }
              passed.add(id);
            },
            transactions,
            clock);
    clock.moveBy(Duration.ofDays(3));

    try (var log = new LogLines()) {
      lookAt(due);
      lookAt(due);

      assertThat(log.all())
          .anyMatch(it -> it.contains("could not be looked at"))
          .noneMatch(it -> it.contains("zenobia"));
    }
    assertThat(passed).containsExactly(other);
    assertThat(ofSource(TRACE)).as("what the failing listener wrote").isZero();

    isBroken.set(false);
    clock.moveBy(Duration.ofMinutes(11));
    lookAt(due);
    assertThat(passed).isEqualTo(List.of(other, failing));
  }

  /** Writes, and fails by a statement, after which PostgreSQL takes no other one. */
  private void fail() {
    promise(TRACE);
    rows.queryForList("select 1 / 0 as van_of_zenobia");
  }

  private int ofSource(long handoff) {
    return rows.queryForObject(
        "select count(*) from promise where source_kind = 'test' and source_id = ?",
        Integer.class,
        handoff);
  }

  private void lookAt(DuePromises due) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> due.lookAtDue());
  }

  private long promise(long handoff) {
    return new TransactionTemplate(transactions)
        .execute(
            status ->
                deliveries.make(
                    new NewPromise(
                        "luis",
                        Party.person("oscar"),
                        "A van",
                        clock.instant().plus(Duration.ofDays(1)),
                        new PromiseSource("test", handoff))));
  }
}
