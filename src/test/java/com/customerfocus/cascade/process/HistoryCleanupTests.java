package com.customerfocus.cascade.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine's history is deleted after a year; our own records stay. */
@CustomerFocusTest
class HistoryCleanupTests {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final HistoryService history;
  private final ManagementService management;
  private final MovableClock clock;

  @Autowired
  HistoryCleanupTests(
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      HistoryService history,
      ManagementService management,
      MovableClock clock) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.history = history;
    this.management = management;
    this.clock = clock;
  }

  @Test
  void aYearAfterABriefingOnlyItsRecordIsLeftAndWhatIsStillOpenGoesOn() {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("com", "boss", "Marketing", "communications")
        .add("ana", "boss", "Care", "")
        .add("eva", "ana", "Care", "")
        .importInto(importer);
    var cascade = cascadeSteps.launchAndRelease("boss", "com");
    var briefing = cascadeSteps.briefingOf("boss").orElseThrow().getProcessInstanceId();
    cascadeSteps.brief("boss", List.of("com", "ana"));
    clock.moveBy(Duration.ofDays(364));
    cleanUp();
    assertThat(isInHistory(briefing)).isTrue();

    clock.moveBy(Duration.ofDays(2));

    // Cleanup works in batches, and others may come first.
    await()
        .pollInSameThread()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              cleanUp();
              assertThat(isInHistory(briefing)).isFalse();
            });
    assertThat(
            cascadeSteps.count(
                "select count(*) from briefing where manager_id = 'boss' and state = 'DONE'"))
        .isOne();
    cascadeSteps.brief("ana", List.of("eva"));
    assertThat(cascadeSteps.stateOf(cascade, "eva")).isEqualTo("BRIEFED");
  }

  /** The nightly cleanup of the engine. */
  private void cleanUp() {
    history.cleanUpHistoryAsync(true);
    history.findHistoryCleanupJobs().stream().map(Job::getId).forEach(management::executeJob);
  }

  private boolean isInHistory(String instance) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(instance).count() > 0;
  }
}
