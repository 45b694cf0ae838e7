package com.customerfocus.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Failures of our own code keep their stack in the log; others are one line. */
class FaultsTests {

  @Test
  void whatFailsInOurCodeIsOurs() {
    assertThat(Faults.isOurs(new RuntimeException(new IllegalStateException("here")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.customerfocus.cascade.CascadeService.launch(CascadeService.java:7), true",
    "com.customerfocus.engine.task.TaskRouter.notify(TaskRouter.java:7), true",
    "com.customerfocus.request.BodyLimit.doFilterInternal(BodyLimit.java:7), false",
    "com.customerfocus.engine.retry.ConnectionFailureInterceptor.execute(ConnectionFailureInterceptor.java:7), false",
    "com.customerfocus.engine.retry.CommandRetryInterceptor.lambda$execute$0(CommandRetryInterceptor.java:7), false",
    "com.customerfocus.engine.retry.ConflictRetry.onConflict(ConflictRetry.java:7), false",
    "com.customerfocus.engine.request.HttpRefusals.execute(HttpRefusals.java:7), false",
    "com.customerfocus.engine.audit.UnloggedCommands.execute(UnloggedCommands.java:7), false",
    "com.customerfocus.engine.form.GuardedServices$Forms.submit(GuardedServices.java:7), false",
    "com.customerfocus.engine.form.SubmissionGuard.lambda$ofTask$0(X.java:7), false",
    "com.customerfocus.engine.form.FormFields.read(FormFields.java:7), true",
    "org.camunda.bpm.engine.impl.cmd.StartCmd.execute(StartCmd.java:7), false"
  })
  void whatIsOnEachStackIsNot(String frame, boolean ours) {
    assertThat(Faults.isOurs("java.lang.IllegalStateException: x\n\tat " + frame)).isEqualTo(ours);
  }
}
