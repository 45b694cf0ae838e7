package com.customerfocus.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Conflicts are retried a few times, other failures are not. */
class ConflictRetryTests {

  private static final RuntimeException LOST = new OptimisticLockingException("Changed meanwhile");
  private static final Command<String> COMMAND = context -> "done";

  /** Failures of the attempts, in order; later attempts succeed. */
  private final Queue<RuntimeException> failures = new ArrayDeque<>();

  private int attempts;

  private final CommandInterceptor commands = new CommandRetryInterceptor(Stream::empty);

  ConflictRetryTests() {
    commands.setNext(
        new CommandInterceptor() {
          @Override
          public <T> T execute(Command<T> command) {
            attempts++;
            if (failures.isEmpty()) {
              return command.execute(null);
            }
            throw failures.remove();
          }
        });
  }

  @AfterEach
  void noTransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
  }

  static Stream<RuntimeException> lost() {
    return Stream.of(
        LOST,
        new CannotAcquireLockException("", new SQLException("Deadlock", "40001")),
        new CannotAcquireLockException("", new SQLException("Deadlock", "40P01")),
        endedMeanwhile());
  }

  @ParameterizedTest
  @MethodSource("lost")
  void aConflictIsRetried(RuntimeException lost) {
    failures.addAll(List.of(lost, lost, lost, lost));

    assertThat(commands.execute(COMMAND)).isEqualTo("done");
  }

  static Stream<RuntimeException> contradicted() {
    return Stream.of(
        new DuplicateKeyException("", new BatchUpdateException("Unique index", "23505", null)),
        new DataIntegrityViolationException("", new SQLException("No such parent", "23506")),
        new ProcessEngineException(
            "", new PersistenceException(new SQLException("Still referred to", "23503"))));
  }

  @ParameterizedTest
  @MethodSource("contradicted")
  void aConstraintViolationIsRetried(RuntimeException contradicted) {
    failures.add(contradicted);

    assertThat(commands.execute(COMMAND)).isEqualTo("done");
  }

  @ParameterizedTest
  @MethodSource("contradicted")
  void aLastingConstraintViolationIsRetriedOnceAndReported(RuntimeException contradicted) {
    failures.addAll(List.of(contradicted, LOST, LOST, LOST, LOST));

    assertThat(catchRuntimeException(() -> commands.execute(COMMAND))).isSameAs(contradicted);
    assertThat(attempts).isEqualTo(2);
  }

  static Stream<RuntimeException> waited() {
    return Stream.of(
        new CannotAcquireLockException("", new SQLException("Lock not available", "55P03")),
        new QueryTimeoutException("", new SQLException("Timeout trying to lock table", "HYT00")));
  }

  @ParameterizedTest
  @MethodSource("waited")
  void aLockTimeoutIsReportedWithoutARetry(RuntimeException waited) {
    failures.add(waited);

    assertThatExceptionOfType(TaskConflictException.class)
        .isThrownBy(() -> commands.execute(COMMAND))
        .withMessage(TaskConflictException.BUSY.inEnglish());
    assertThat(attempts).isOne();
  }

  @Test
  void aLastingNullPointerExceptionOfTheEngineIsReported() {
    var missing = endedMeanwhile();
    failures.addAll(List.of(missing, missing, missing, missing, missing));

    assertThat(catchRuntimeException(() -> commands.execute(COMMAND))).isSameAs(missing);
  }

  private static RuntimeException endedMeanwhile() {
    return missedBy("org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity");
  }

  private static RuntimeException missedBy(String type) {
    var missing = new NullPointerException("\"processInstance\" is null");
    missing.setStackTrace(
        new StackTraceElement[] {new StackTraceElement(type, "read", type + ".java", 1)});
    return missing;
  }

  static Stream<RuntimeException> failed() {
    return Stream.of(
        new IllegalStateException("This briefing is on record already."),
        new IllegalStateException("Another import is running.", LOST),
        new IllegalStateException("No tree", endedMeanwhile()),
        missedBy("com.customerfocus.cascade.briefing.BriefingService"),
        new ProcessEngineException("Unknown property used in expression"),
        new DataIntegrityViolationException("", new SQLException("Not null", "23502")),
        new DataIntegrityViolationException("", new SQLException("No state")));
  }

  @ParameterizedTest
  @MethodSource("failed")
  void otherFailuresAreNotRetried(RuntimeException failed) {
    failures.add(failed);

    assertThat(catchRuntimeException(() -> commands.execute(COMMAND))).isSameAs(failed);
    assertThat(attempts).isOne();
  }

  @Test
  void afterFiveConflictsThePersonReadsASentence() {
    failures.addAll(List.of(LOST, LOST, LOST, LOST, LOST));

    assertThatExceptionOfType(TaskConflictException.class)
        .isThrownBy(() -> commands.execute(COMMAND))
        .withMessage(
            "Others are working on the same at this moment. Nothing was recorded: please try once"
                + " more.");
    assertThat(attempts).isEqualTo(5);
  }

  @Test
  void withinATransactionThereIsNoRetry() {
    TransactionSynchronizationManager.setActualTransactionActive(true);
    failures.add(LOST);

    assertThat(catchRuntimeException(() -> commands.execute(COMMAND))).isSameAs(LOST);
    assertThat(attempts).isOne();
  }

  @Test
  void jobsAreLeftToTheirOwnRetries() {
    failures.add(LOST);

    assertThat(
            catchRuntimeException(
                () -> commands.execute(new ExecuteJobsCmd("1", new JobFailureCollector("1")))))
        .isSameAs(LOST);
    assertThat(attempts).isOne();
  }
}
