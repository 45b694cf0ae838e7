package com.customerfocus.organization.absence.process;

import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.ABSENCE;

import com.customerfocus.organization.absence.AbsenceEntry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Records an absence in the demo, on the day of each start: a manager in Sales has entered it
 * herself, with one of her team leads as deputy.
 */
@Component
@Profile("demo")
class DemoAbsence {

  private static final String AWAY = "fiona.lindqvist";
  private static final String DEPUTY = "sebastian.lozano";
  private static final int WEEKS = 2;

  private final RuntimeService runtime;
  private final IdentityService identity;
  private final Clock clock;

  DemoAbsence(RuntimeService runtime, IdentityService identity, Clock clock) {
    this.runtime = runtime;
    this.identity = identity;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void report() {
    var isThere = identity.createUserQuery().userIdIn(AWAY, DEPUTY).count() == 2;
    var known =
        runtime.createProcessInstanceQuery().processDefinitionKey(PersonAbsenceProcess.KEY).count();
    if (isThere && known == 0) {
      // The day may not have begun at her site.
      var yesterday = LocalDate.now(clock).minusDays(1);
      var variables = new HashMap<String, Object>();
      ABSENCE.put(variables, AbsenceEntry.away(yesterday, yesterday.plusWeeks(WEEKS), DEPUTY));
      identity.setAuthentication(AWAY, List.of());
      try {
        runtime.startProcessInstanceByKey(PersonAbsenceProcess.KEY, variables);
      } finally {
        identity.clearAuthentication();
      }
    }
  }
}
