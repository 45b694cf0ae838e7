package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.FOLLOW_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What <em>Waiting for partners</em> says: for what, of whom and until when. */
@CustomerFocusTest
class HandoffExpectationTests {

  private final HandoffSteps steps;
  private final ProcessEngine engine;

  @Autowired
  HandoffExpectationTests(HandoffSteps steps, ProcessEngine engine) {
    this.steps = steps;
    this.engine = engine;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer) {
    HandoffSteps.departments(importer);
  }

  @Test
  void aRequestIsExpectedAtItsWishedDate() {
    var handoff = steps.asked();

    expects(handoff, "Logistics, A van for the pump of the mill (4 Mar 2026, 16:00 UTC)");
    assertThat(due(handoff)).isEqualTo("2026-03-04T16:00:00Z");
    assertThat(steps.task(handoff, ACCEPT_HANDOFF).getName())
        .as("one pair of brackets")
        .containsPattern("^Accept the handoff: [^()]+ \\([^()]+ UTC\\)$");
  }

  @Test
  void thePromisedDateTakesThePlaceOfTheWishedOne() {
    var handoff = steps.asked();

    steps.say(handoff, "luis", ACCEPT_HANDOFF, "ACCEPT", "date", "2026-03-03T12:00");

    expects(handoff, "Logistics, A van for the pump of the mill (3 Mar 2026, 12:00 UTC)");
    assertThat(due(handoff)).isEqualTo("2026-03-03T12:00:00Z");

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "HIGH");
    expects(handoff, "Logistics, A van for the pump of the mill (3 Mar 2026, 12:00 UTC)");
    assertThat(due(handoff)).isEqualTo("2026-03-03T12:00:00Z");
  }

  @Test
  void aLaterDateThatWasAgreedTakesThePlaceOfThePromisedOne() {
    var handoff = steps.accepted();

    steps.say(
        handoff,
        "luis",
        DELIVER,
        "ASK_FOR_NEW_DATE",
        "date",
        "2026-03-06T12:00",
        "note",
        "The van has a flat tyre.");
    assertThat(due(handoff)).as("not before it is agreed").isEqualTo("2026-03-04T16:00:00Z");
    steps.say(handoff, "oscar", AGREE_ON_NEW_DATE, "AGREE_ON_NEW_DATE");

    expects(handoff, "Logistics, A van for the pump of the mill (6 Mar 2026, 12:00 UTC)");
    assertThat(due(handoff)).isEqualTo("2026-03-06T12:00:00Z");
  }

  @Test
  void anotherPartnerIsNamed() {
    var handoff = steps.asked();
    steps.say(
        handoff,
        "luis",
        ACCEPT_HANDOFF,
        "DECLINE",
        "reason",
        "NOT_OURS",
        "note",
        "The van belongs to the workshop.",
        "possible",
        "The workshop has one with a lift.");

    steps.say(handoff, "oscar", "chooseAnotherWay", "ASK_ANOTHER", "partner", "workshop");

    expects(handoff, "Workshop, A van for the pump of the mill (4 Mar 2026, 16:00 UTC)");
  }

  private void expects(ProcessInstance handoff, String what) {
    assertThat(follow(handoff).getName()).isEqualTo("Follow the handoff: " + what);
  }

  private Instant due(ProcessInstance handoff) {
    return follow(handoff).getDueDate().toInstant();
  }

  private Task follow(ProcessInstance handoff) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(handoff.getId())
        .taskDefinitionKey(FOLLOW_HANDOFF)
        .singleResult();
  }
}
