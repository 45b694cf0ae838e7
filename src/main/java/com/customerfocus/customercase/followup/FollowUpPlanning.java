package com.customerfocus.customercase.followup;

import com.customerfocus.customer.CustomerContact;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.followup.FollowUp.Outcome;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Plans follow-ups when a case is closed, and cancels them when it is opened again. They are rows
 * that a sweep finds on their day, no timers.
 */
@Component
class FollowUpPlanning {

  private final FollowUps followUps;
  private final CaseFollowUpWorkflow workflow;
  private final CaseView cases;
  private final CustomerContacts customers;
  private final WorkingTime workingTime;

  FollowUpPlanning(
      FollowUps followUps,
      CaseFollowUpWorkflow workflow,
      CaseView cases,
      CustomerContacts customers,
      WorkingTime workingTime) {
    this.followUps = followUps;
    this.workflow = workflow;
    this.cases = cases;
    this.customers = customers;
    this.workingTime = workingTime;
  }

  /** Plans and cancels for these steps of one transaction, in their order. */
  void follow(List<CaseEvent.Recorded> steps) {
    followUps.lock(steps.stream().map(it -> it.before().customerId()).toList());
    for (var step : steps) {
      var event = step.event();
      if (event.step() == CaseStep.CLOSE) {
        plan(cases.find(event.caseId()).orElseThrow(), event);
      } else {
        cancel(step.before(), event.at());
      }
    }
  }

  private void plan(CustomerCase closed, CaseEvent event) {
    Optional.ofNullable(customers.find(List.of(closed.customerId())).get(closed.customerId()))
        .map(CustomerContact::zone)
        .map(zone -> LocalDate.ofInstant(event.at(), zone))
        .ifPresent(on -> followUps.join(planOf(closed, on), closed.id(), event.cycle()));
  }

  private long planOf(CustomerCase closed, LocalDate on) {
    return followUps
        .plans(closed.customerId(), on.minusDays(FollowUpRules.SHARED_WITHIN_DAYS))
        .stream()
        .filter(it -> FollowUpRules.areShared(it.closedOn(), on))
        .findFirst()
        .map(FollowUps.Plan::id)
        .orElseGet(
            () ->
                followUps.add(
                    closed.customerId(),
                    on,
                    FollowUpRules.planned(on, workingTime.calendar(closed.ownerSite()))));
  }

  private void cancel(CustomerCase before, Instant at) {
    followUps.leave(before.id(), at);
    var ended = followUps.lockWithoutCase(before.customerId());
    if (!ended.isEmpty()) {
      followUps.end(ended, Outcome.CANCELLED, at);
      workflow.noLongerNeeded(ended);
    }
  }
}
