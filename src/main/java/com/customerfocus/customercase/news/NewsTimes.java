package com.customerfocus.customercase.news;

import com.customerfocus.customer.ContactDecision;
import com.customerfocus.customer.ContactOccasion;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.news.LateNews.What;
import com.customerfocus.sweep.DueWork;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the two clocks of cases by what is on record, and finds what is late. What is on record
 * about all of them is read with a few statements, and clocks are written in a batch.
 */
@Component
@Transactional
class NewsTimes {

  /** A customer who has left for good turned to us all the same: the case is theirs. */
  static final ContactOccasion OWN_CASE =
      new ContactOccasion(ContactPurpose.OWN_CASE, true, false, false);

  private static final int BATCH = 200;

  /** After this time the sweep tries again what has failed. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final NewsClocks clocks;
  private final Contacts contacts;
  private final CustomerContacts customers;
  private final ObjectProvider<NewsListener> listeners;
  private final WorkingTime workingTime;
  private final DueWork dueWork;
  private final Clock clock;

  NewsTimes(
      NewsClocks clocks,
      Contacts contacts,
      CustomerContacts customers,
      ObjectProvider<NewsListener> listeners,
      WorkingTime workingTime,
      DueWork dueWork,
      Clock clock) {
    this.clocks = clocks;
    this.contacts = contacts;
    this.customers = customers;
    this.listeners = listeners;
    this.workingTime = workingTime;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  NewsRules rules(NewsClock of) {
    return new NewsRules(workingTime.calendar(of.site()), of.targets());
  }

  /** The moments of a case that begins, before anything happened in it. */
  NewsSchedule begun(String site, NewsTargets targets, Instant began) {
    return new NewsRules(workingTime.calendar(site), targets)
        .schedule(began, OwnerMove.NONE, List.of());
  }

  /**
   * Follows what has been put on record about these cases.
   *
   * @param tellsTask whether the owner's task is to get the new moment from the sweep; not where it
   *     is made afterwards, with the new moment, in every case
   * @return whether all of them are open
   */
  boolean follow(Collection<Long> cases, boolean tellsTask) {
    if (cases.isEmpty()) {
      return true;
    }
    var locked = clocks.lock(cases);
    if (locked.isEmpty()) {
      return false;
    }
    var happened = happened(cases);
    var changed = new ArrayList<NewsClock>();
    for (var before : locked) {
      var next =
          happened
              .getOrDefault(before.caseId(), Happened.NOTHING)
              .schedule(rules(before), before.beganAt(), before.move());
      if (!next.equals(before.schedule())) {
        var isMoved = !next.newsDue().equals(before.newsDueAt());
        changed.add(before.with(next, before.isMoved() || isMoved && tellsTask));
      }
    }
    clocks.save(changed);
    return locked.size() == cases.size();
  }

  /** By the case that goes on. */
  private Map<Long, Happened> happened(Collection<Long> cases) {
    var said =
        contacts.ofPresentCycle(cases).stream().collect(Collectors.groupingBy(Contact::caseId));
    // Mostly none is asked about.
    var joined =
        contacts.joined(said.keySet().stream().filter(it -> !cases.contains(it)).toList()).stream()
            .collect(Collectors.groupingBy(Contacts.Joined::survivorId));
    return cases.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                it -> it,
                it ->
                    Happened.of(
                        said.getOrDefault(it, List.of()),
                        joined.getOrDefault(it, List.of()),
                        said)));
  }

  /**
   * Puts some of what is late on record, and gives owners' tasks their new moments; says whether
   * there may be more. A customer who wants no contact is never late for news: the owner notes how
   * things stand instead. A case that fails is looked at again later.
   */
  boolean look() {
    return dueWork.doSome(
        it -> "clock of case " + it.caseId(),
        BATCH,
        most -> clocks.lockToLookAt(clock.instant(), most),
        this::look,
        failed -> clocks.lookLater(failed.caseId(), clock.instant().plus(AGAIN)));
  }

  private void look(List<NewsClock> due) {
    var now = clock.instant();
    var decisions = customers.decide(due.stream().map(NewsClock::customerId).toList(), OWN_CASE);
    var late = due.stream().flatMap(it -> late(it, decisions, now).stream()).toList();
    var moved = new HashMap<Long, Instant>();
    due.stream().filter(NewsClock::isMoved).forEach(it -> moved.put(it.caseId(), it.newsDueAt()));
    clocks.save(due.stream().map(it -> it.seen(now, rules(it).nextCadence(now))).toList());
    if (!late.isEmpty()) {
      clocks.addLate(late, now);
    }
    listeners
        .orderedStream()
        .forEach(
            listener -> {
              listener.moved(moved);
              listener.late(late);
            });
  }

  private static List<LateNews> late(
      NewsClock of, Map<Long, ContactDecision> decisions, Instant now) {
    var late = new ArrayList<LateNews>();
    if (isOpenToNews(decisions.get(of.customerId()))) {
      of.lateMoment(now).ifPresent(moment -> late.add(late(of, What.NEWS, moment)));
    }
    if (of.isAnswerLate(now) && !of.answerDueAt().equals(of.answerLate())) {
      late.add(late(of, What.ANSWER, of.answerDueAt()));
    }
    return late;
  }

  /** Also one whom no mail reaches: the owner has to find another way. */
  private static boolean isOpenToNews(ContactDecision decision) {
    return decision != ContactDecision.OWNER_NOTES && decision != ContactDecision.NO;
  }

  private static LateNews late(NewsClock of, What what, Instant due) {
    return new LateNews(of.caseId(), of.cycle(), what, due, of.ownerId());
  }
}
