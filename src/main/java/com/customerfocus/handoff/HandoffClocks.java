package com.customerfocus.handoff;

import com.customerfocus.deadline.level.Agreement;
import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ClockTarget;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.organization.DepartmentSites;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The clocks of handoffs. The partner's time to own ends with the first of accept, decline and
 * another date; a question stops it and starts the requester's. When the requester refuses that
 * date, another one runs with the rest. The time to deliver runs from acceptance to delivery, until
 * the promised date where that is later than the target: every promised date is within the
 * requester's wish, or the requester has agreed to it. What the requester has to answer has a clock
 * of its own.
 */
@Component
public class HandoffClocks {

  /** Kind of subject of all clocks of handoffs. */
  public static final String KIND = Handoff.KIND;

  public static final String TIME_TO_OWN = "time-to-own";
  public static final String TIME_TO_DELIVER = "time-to-deliver";
  public static final String TIME_TO_ANSWER = "time-to-answer";

  private static final List<String> METRICS = List.of(TIME_TO_OWN, TIME_TO_DELIVER, TIME_TO_ANSWER);

  /** Working days until a delivery counts as confirmed. */
  private static final int DAYS_TO_CONFIRM = 5;

  private static final Set<HandoffState> ANSWERS =
      EnumSet.of(HandoffState.ASKED_BACK, HandoffState.DATE_PROPOSED, HandoffState.DECLINED);

  private final ServiceClocks clocks;
  private final Turns turns;
  private final DepartmentSites sites;
  private final WorkingTime workingTime;
  private final Clock clock;

  HandoffClocks(
      ServiceClocks clocks,
      Turns turns,
      DepartmentSites sites,
      WorkingTime workingTime,
      Clock clock) {
    this.clocks = clocks;
    this.turns = turns;
    this.sites = sites;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  static ClockSubject subject(long handoffId) {
    return new ClockSubject(KIND, handoffId);
  }

  /** The calendar that a department works by. */
  WorkingCalendar calendar(String department) {
    return workingTime.calendar(sites.siteOf(department));
  }

  HandoffDates dates(String department) {
    return new HandoffDates(calendar(department), clock);
  }

  /** The handoff begins: the partner has the ball. */
  void begin(long id, String partner) {
    turns.begin(subject(id), partner, clock.instant());
  }

  /**
   * Starts the partner's clock of a request, which was asked for the first time or anew.
   *
   * @return until when the partner has time
   */
  Deadline startOwn(long id, String partner, HandoffTargets targets) {
    var site = sites.siteOf(partner);
    var due =
        clocks.start(
            subject(id), TIME_TO_OWN, partner, site, target(targets.timeToOwn(), targets.rule()));
    return new Deadline(due, new HandoffDates(workingTime.calendar(site), clock));
  }

  /** Follows a step that is on record. */
  void follow(HandoffChange change) {
    var id = change.before.id();
    var from = change.before.state();
    var to = change.state;
    if (from != to) {
      leave(change, from);
      enter(change, from);
    }
    pass(change);
    if (change.step == HandoffStep.CHANGE_PRIORITY && change.targets != null) {
      retarget(change.before, change.targets);
    }
    if (change.step == HandoffStep.AGREE_ON_NEW_DATE) {
      clocks.agree(subject(id), TIME_TO_DELIVER, agreement(change));
    }
  }

  /** Sets other targets for the clocks that have not ended. A promised date holds. */
  void retarget(Handoff handoff, HandoffTargets targets) {
    var id = handoff.id();
    retarget(id, TIME_TO_OWN, targets.timeToOwn(), targets);
    retarget(id, TIME_TO_ANSWER, targets.timeToAnswer(), targets);
    retarget(id, TIME_TO_DELIVER, targets.timeToDeliver(), targets);
    if (handoff.state() == HandoffState.ACCEPTED) {
      clocks.agree(subject(id), TIME_TO_DELIVER, agreement(handoff));
    }
  }

  /** What is withdrawn or given up was not done in time, nor too late: no result. */
  private void leave(HandoffChange change, HandoffState from) {
    var subject = subject(change.before.id());
    if (change.step == HandoffStep.WITHDRAW || change.step == HandoffStep.GIVE_UP) {
      METRICS.forEach(metric -> clocks.cancel(subject, metric));
      return;
    }
    if (ANSWERS.contains(from)) {
      clocks.end(subject, TIME_TO_ANSWER);
    }
    if (from == HandoffState.REQUESTED && change.state != HandoffState.ASKED_BACK) {
      clocks.end(subject, TIME_TO_OWN);
    }
    if (from == HandoffState.ASKED_BACK) {
      clocks.resume(subject, TIME_TO_OWN);
    }
    if (from == HandoffState.ACCEPTED) {
      clocks.end(subject, TIME_TO_DELIVER);
    }
  }

  private void enter(HandoffChange change, HandoffState from) {
    var subject = subject(change.before.id());
    var targets = change.targets;
    if (change.state == HandoffState.ASKED_BACK) {
      clocks.stop(subject, TIME_TO_OWN);
    }
    if (ANSWERS.contains(change.state)) {
      start(
          change.before.id(),
          TIME_TO_ANSWER,
          change.before.requesterDepartment(),
          targets.timeToAnswer(),
          targets.rule());
    }
    if (change.state == HandoffState.REQUESTED && from == HandoffState.DATE_PROPOSED) {
      clocks.startWithRest(subject, TIME_TO_OWN, target(targets.timeToOwn(), targets.rule()));
    }
    if (change.state == HandoffState.ACCEPTED) {
      if (from == HandoffState.DELIVERED) {
        clocks.startWithRest(
            subject, TIME_TO_DELIVER, target(targets.timeToDeliver(), targets.rule()));
      } else {
        clocks.start(
            subject,
            TIME_TO_DELIVER,
            change.partner,
            sites.siteOf(change.partner),
            target(targets.timeToDeliver(), targets.rule()),
            agreement(change));
      }
    }
  }

  private void pass(HandoffChange change) {
    var subject = subject(change.before.id());
    if (change.state.isOver()) {
      turns.end(subject, clock.instant());
    } else {
      var next =
          change.state.turn() == Side.PARTNER
              ? change.partner
              : change.before.requesterDepartment();
      if (!next.equals(change.before.departmentOf(change.before.state().turn()))) {
        turns.pass(subject, next, clock.instant());
      }
    }
  }

  private void start(long id, String metric, String department, String amount, String rule) {
    clocks.start(subject(id), metric, department, sites.siteOf(department), target(amount, rule));
  }

  /** What the partner promises within the wish, the requester has agreed to with the wish. */
  private static Agreement agreement(HandoffChange change) {
    var isWithinWish = change.step == HandoffStep.ACCEPT;
    return new Agreement(
        change.dueAt, isWithinWish ? change.before.requesterId() : change.by, change.step.name());
  }

  /** What is promised is within the requester's wish, or the requester has agreed to it. */
  private static Agreement agreement(Handoff handoff) {
    var isWithinWish = !handoff.dueAt().isAfter(handoff.wishedAt());
    var step = isWithinWish ? HandoffStep.ACCEPT : HandoffStep.AGREE_ON_DATE;
    return new Agreement(handoff.dueAt(), handoff.requesterId(), step.name());
  }

  private static ClockTarget target(String amount, String rule) {
    return new ClockTarget(WorkingAmount.parse(amount), rule);
  }

  private void retarget(long id, String metric, String amount, HandoffTargets targets) {
    clocks.retarget(subject(id), metric, target(amount, targets.rule()));
  }

  /** Until when the side whose turn it is has time; null where nothing runs. */
  Instant due(Handoff handoff) {
    return deadline(handoff).map(Deadline::at).orElse(null);
  }

  /** The same, with the dates of that side. */
  Optional<Deadline> deadline(Handoff handoff) {
    return switch (handoff.state()) {
      case REQUESTED -> deadline(handoff.id(), TIME_TO_OWN);
      case ASKED_BACK, DATE_PROPOSED, DECLINED -> deadline(handoff.id(), TIME_TO_ANSWER);
      case ACCEPTED ->
          Optional.of(new Deadline(handoff.dueAt(), dates(handoff.partnerDepartment())));
      case DELIVERED -> {
        var calendar = calendar(handoff.requesterDepartment());
        yield Optional.of(
            new Deadline(
                calendar.after(handoff.deliveredAt(), WorkingAmount.days(DAYS_TO_CONFIRM)),
                new HandoffDates(calendar, clock)));
      }
      default -> Optional.empty();
    };
  }

  /**
   * Whether the promised date has passed, or the time of the clock, which knows what was agreed.
   */
  boolean isDeliveryLate(Handoff handoff) {
    var now = clock.instant();
    return handoff.state() == HandoffState.ACCEPTED
        && (!now.isBefore(handoff.dueAt())
            || open(handoff.id(), TIME_TO_DELIVER)
                .filter(it -> !now.isBefore(it.dueAt()))
                .isPresent());
  }

  /** Of the clock that runs, which knows its calendar. */
  private Optional<Deadline> deadline(long id, String metric) {
    return open(id, metric)
        .map(
            it ->
                new Deadline(it.dueAt(), new HandoffDates(workingTime.calendar(it.site()), clock)));
  }

  private Optional<ServiceClock> open(long id, String metric) {
    return clocks.clocks(subject(id)).stream()
        .filter(it -> it.metric().equals(metric) && it.endedAt() == null)
        .reduce((first, second) -> second);
  }

  record Deadline(Instant at, HandoffDates dates) {}

  /** The latest delivery that the target allows; before acceptance, as if accepted now. */
  Optional<Instant> latestDelivery(Handoff handoff) {
    return switch (handoff.state()) {
      case REQUESTED, ASKED_BACK, DATE_PROPOSED ->
          Optional.ofNullable(handoff.targets())
              .map(
                  targets ->
                      calendar(handoff.partnerDepartment())
                          .after(clock.instant(), WorkingAmount.parse(targets.timeToDeliver())));
      case ACCEPTED -> open(handoff.id(), TIME_TO_DELIVER).map(ServiceClock::dueByTarget);
      default -> Optional.empty();
    };
  }
}
