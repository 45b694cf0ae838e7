package com.customerfocus.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Violations that {@link Conventions} find in careless models. */
class ConventionsTests {

  private static final Set<String> GROUPS = Set.of("guests", "table-");

  /** A passage of the model, its replacement, the message. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "lunch-order" | "dinner-order" | lunch-order.bpmn holds the process dinner-order
          "lunch-order" | "lunchOrder" | process lunchOrder is not written in kebab-case
          name="Lunch order" | '' | process lunch-order has no name
          isExecutable="true" | isExecutable="false" | process lunch-order is not executable
          camunda:historyTimeToLive="P1D" | '' | process lunch-order has no historyTimeToLive
          </bpmn:process> | </bpmn:process><bpmn:process id="other" /> | lunch-order.bpmn has 2 processes

          "lunchServed" | "Event_0x1abc" | id Event_0x1abc does not say what it is in camelCase
          "lunchServed" | "lunch-served" | id lunch-served does not say what it is in camelCase
          "lunchServed" | "event" | id event does not say what it is in camelCase
          "toServeLunch" | "Flow_1" | id Flow_1 does not say what it is in camelCase
          "lunchWasCancelled" | "Message_2" | id Message_2 does not say what it is in camelCase
          name="lunch.cancelled" | name="cancelled" | message cancelled is not named like capability.event
          name="lunch.cancelled" | name="lunch.guestSatDown" | message lunch.guestSatDown is defined twice

          name="Cook the lunch" | '' | cookLunch has no label
          name="Lunch late" | '' | lunchLate has no label
          name="Lunch cancellation" | '' | lunchCancellation has no label
          name="Kitchen open?" | '' | isKitchenOpen has no label
          name="Kitchen open?" | name="Kitchen" | isKitchenOpen does not ask a question
          name="no" | '' | kitchenIsClosed after isKitchenOpen has no label
          default="kitchenIsClosed" | '' | kitchenIsClosed after isKitchenOpen has no condition
          default="kitchenIsClosed" | default="kitchenIsOpen" | kitchenIsOpen after isKitchenOpen is the default and has a condition

          camunda:candidateGroups="table-one" | camunda:candidateGroups="cooks" | group cooks of cookLunch does not exist
          camunda:candidateGroups="table-one" | camunda:candidateGroups="guests,cooks" | group cooks of cookLunch does not exist
          camunda:candidateStarterGroups="guests" | camunda:candidateStarterGroups="strangers" | group strangers of lunch-order does not exist
          camunda:candidateGroups="table-one" | '' | cookLunch has no assignee
          """)
  void whatDepartsFromTheConventionsIsFound(String passage, String replacement, String fault) {
    assertThat(Conventions.faults(Faulty.with(passage, replacement), GROUPS)).contains(fault);
  }

  @Test
  void aGroupMayComeFromAVariable() {
    var model = Faulty.with("\"table-one\"", "\"${table}\"");
    assertThat(Conventions.faults(model, GROUPS)).isEmpty();
  }

  @Test
  void aTidyModelHasNoFault() {
    assertThat(Conventions.faults(Faulty.faultless(), GROUPS)).isEmpty();
  }
}
