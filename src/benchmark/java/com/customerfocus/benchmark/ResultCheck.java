package com.customerfocus.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.http.HttpStatus;

/** Whether what was measured has really happened: nothing lost, nothing doubled, nothing failed. */
final class ResultCheck {

  /**
   * One thing that must be so.
   *
   * @param what in words, such as {@code receipts acknowledged}
   */
  record Check(String what, long expected, long found) {

    boolean holds() {
      return expected == found;
    }
  }

  private final List<Check> checks = new ArrayList<>();

  private ResultCheck() {}

  static ResultCheck of(
      MeasuredCascade cascade, Program program, MailSink mails, Measurement measurement) {
    var truth = new ResultCheck();
    // A manager's briefing is the own answer, too; the launcher was never asked.
    var answers = cascade.briefings() - 1 + cascade.acknowledgements();
    truth.check("receipts", cascade.staff().audience(), program, "receipt", "1 = 1");
    truth.check("receipts acknowledged", answers, program, "receipt", "state = 'ACKNOWLEDGED'");
    truth.check("notices sent", cascade.reach().people(), program, "notice", "state = 'SENT'");
    truth.check(
        "people told once",
        cascade.reach().people(),
        program,
        "(select distinct recipient_id from notice) told",
        "1 = 1");
    truth.check("notices not sent", 0, program, "notice", "state <> 'SENT'");
    truth.checks.add(new Check("mails", cascade.reach().people(), mails.taken()));
    truth.check(
        "failed jobs", 0, program, "ACT_RU_JOB", "RETRIES_ = 0 or EXCEPTION_MSG_ is not null");
    truth.check("incidents", 0, program, "ACT_RU_INCIDENT", "1 = 1");
    truth.checks.add(new Check("failed actions", 0, measurement.failures().size()));
    truth.checks.add(
        new Check(
            "optimistic-lock exceptions and conflicts (HTTP 409) that people got",
            0,
            measurement.failures().stream().filter(ResultCheck::isConflict).count()));
    if (cascade.isComplete()) {
      truth.check("cascades closed", 1, program, "cascade", "state = 'CLOSED'");
      truth.check("briefings not done", 0, program, "briefing", "state <> 'DONE'");
      truth.check("process instances left", 0, program, "ACT_RU_EXECUTION", "1 = 1");
    }
    return truth;
  }

  private void check(String what, long expected, Program program, String table, String condition) {
    checks.add(
        new Check(
            what,
            expected,
            program.count("select count(*) from %s where %s".formatted(table, condition))));
  }

  /** An exception in this JVM says so itself; over HTTP it is in what was answered. */
  private static boolean isConflict(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var message = String.valueOf(cause.getMessage());
      if (cause instanceof OptimisticLockingException
          || message.contains("OptimisticLocking")
          || message.contains(Employees.ANSWERED + HttpStatus.CONFLICT.value())) {
        return true;
      }
    }
    return false;
  }

  List<Check> checks() {
    return List.copyOf(checks);
  }

  List<Check> untrue() {
    return checks.stream().filter(check -> !check.holds()).toList();
  }
}
