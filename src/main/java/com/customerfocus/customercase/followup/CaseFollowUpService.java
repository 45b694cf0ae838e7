package com.customerfocus.customercase.followup;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customer.ContactDecision;
import com.customerfocus.customer.ContactOccasion;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.followup.FollowUp.Answer;
import com.customerfocus.customercase.followup.FollowUp.Outcome;
import com.customerfocus.customercase.followup.FollowUps.LastCase;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.worktime.WorkingAmount;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has owners ask their customers again some time after closing. */
@Service
@Transactional
public class CaseFollowUpService {

  /** Working days of the owner for a follow-up. */
  private static final int DAYS_TO_ASK = 1;

  private final FollowUps followUps;
  private final CaseFollowUpWorkflow workflow;
  private final CameBack cameBack;
  private final CaseView cases;
  private final CustomerContacts customers;
  private final PersonalDueDates dates;
  private final Clock clock;

  CaseFollowUpService(
      FollowUps followUps,
      CaseFollowUpWorkflow workflow,
      CameBack cameBack,
      CaseView cases,
      CustomerContacts customers,
      PersonalDueDates dates,
      Clock clock) {
    this.followUps = followUps;
    this.workflow = workflow;
    this.cameBack = cameBack;
    this.cases = cases;
    this.customers = customers;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * Makes tasks of some whose day has come, and which the caller has locked. The contact policy is
   * asked now, since customers may have chosen otherwise since closing.
   */
  void ask(List<Long> ids) {
    var now = clock.instant();
    var due = followUps.find(ids);
    var decisions =
        customers.decide(
            due.stream().map(FollowUp::customerId).distinct().toList(),
            ContactOccasion.of(ContactPurpose.SURVEY));
    var last = followUps.lastCases(due.stream().map(FollowUp::planId).distinct().toList());
    var calendars =
        dates.calendars(last.values().stream().map(LastCase::ownerId).collect(Collectors.toSet()));
    var refused = new ArrayList<Long>();
    var moved = new HashMap<Long, FollowUpRules.Planned>();
    var asked = new ArrayList<CaseFollowUpAssignment>();
    for (var followUp : due) {
      var about = last.get(followUp.planId());
      // A customer whom no mail reaches can be called.
      if (about == null || decisions.get(followUp.customerId()) == ContactDecision.NO) {
        refused.add(followUp.id());
        continue;
      }
      // The day was planned for the owner of the case that was closed first.
      var calendar = calendars.get(about.ownerId());
      var planned = FollowUpRules.on(followUp.dueOn(), followUp.days(), calendar);
      if (planned.from().isAfter(now)) {
        moved.put(followUp.id(), planned);
      } else {
        asked.add(
            new CaseFollowUpAssignment(
                followUp.id(),
                about.ownerId(),
                about.title(),
                calendar.after(now, WorkingAmount.days(DAYS_TO_ASK))));
      }
    }
    followUps.asked(asked, now);
    asked.forEach(workflow::followUpDue);
    followUps.move(moved);
    followUps.end(refused, Outcome.REFUSED, now);
  }

  /**
   * Records what the customer said. Trouble opens another case that goes on with the last one.
   *
   * @throws NotAllowedException when it is another person's task
   * @throws InvalidInputException when something is missing or wrong, or it is over
   */
  public void record(long id, FollowUpWord word, Actor by) {
    var followUp =
        followUps
            .find(id)
            .orElseThrow(() -> new NotAllowedException("refusal.case-follow-up.not-yours"));
    by.mustActFor("refusal.case-follow-up.not-yours", followUp.personId());
    var answer = word.chosen();
    var trouble = answer == Answer.TROUBLE ? Optional.of(word.trouble()) : Optional.<String>empty();
    if (!followUps.answer(id, answer, word.remark(), by.id(), clock.instant())) {
      throw new InvalidInputException("refusal.case-follow-up.over");
    }
    trouble.ifPresent(
        words ->
            followUps.cases(followUp.planId()).stream()
                .findFirst()
                .flatMap(cases::find)
                .ifPresent(last -> followUps.cameBack(id, cameBack.open(last, words, by.id()))));
  }

  /** What has become of it, for a person whose page is out of date; empty while it is open. */
  @Transactional(readOnly = true)
  public Optional<Sentence> whatHappened(long id) {
    return followUps
        .find(id)
        .filter(it -> it.outcome() != null)
        .map(
            it ->
                it.outcome() == Outcome.DONE
                    ? new Sentence(
                        "refusal.case-follow-up.done",
                        it.endedByName() == null ? it.endedBy() : it.endedByName())
                    : new Sentence("refusal.case-follow-up.cancelled"));
  }

  /** All of a customer, in order. */
  @Transactional(readOnly = true)
  public List<FollowUp> ofCustomer(long customerId) {
    return followUps.ofCustomer(customerId);
  }
}
