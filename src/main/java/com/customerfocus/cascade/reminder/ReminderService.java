package com.customerfocus.cascade.reminder;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.cascade.briefing.BriefingWorkflow;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.deadline.ReminderPlan;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people of what they have not done, in all cascades at once: managers who have not briefed
 * their teams, pending readers, and, when those were reminded in vain, their managers. People who
 * are away are not reminded; a reader who missed a reminder gets one when back.
 */
@Service
@Transactional
class ReminderService {

  /** Most briefings in one transaction. */
  private static final int AT_ONCE = 200;

  /** Time of a manager for the follow-up of late team members. */
  private static final WorkingAmount TO_FOLLOW_UP = WorkingAmount.days(2);

  private final Reminders reminders;
  private final Briefings briefings;
  private final NoticeService notices;
  private final BriefingWorkflow briefingTasks;
  private final FollowUpWorkflow followUps;
  private final WorkingTime workingTime;
  private final Clock clock;

  ReminderService(
      Reminders reminders,
      Briefings briefings,
      NoticeService notices,
      BriefingWorkflow briefingTasks,
      FollowUpWorkflow followUps,
      WorkingTime workingTime,
      Clock clock) {
    this.reminders = reminders;
    this.briefings = briefings;
    this.notices = notices;
    this.briefingTasks = briefingTasks;
    this.followUps = followUps;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * The reminders of one briefing.
   *
   * @param acknowledgementsDue until when the team is to acknowledge, null before it is waited for
   */
  private record Planned(Reminders.Due briefing, Instant acknowledgementsDue, ReminderPlan plan) {

    boolean isForManager() {
      return plan.remind() && briefing.state() == BriefingState.OPEN;
    }

    boolean isForTeam() {
      return plan.remind() && briefing.state() == BriefingState.WAITING;
    }

    boolean isLate() {
      return plan.late();
    }

    /** Whether members of the team who are back may have missed a reminder. */
    boolean mayHaveMissedOne() {
      return !plan.remind()
          && briefing.running()
          && briefing.state() == BriefingState.WAITING
          && briefing.teamRemindedAt() != null;
    }

    Briefings.ReminderCheck check(Instant now) {
      return new Briefings.ReminderCheck(
          briefing.id(),
          acknowledgementsDue,
          isForTeam() ? now : briefing.teamRemindedAt(),
          plan.nextCheckAt());
    }
  }

  /**
   * Sends the reminders that are due, for some briefings, which it locks.
   *
   * @return whether there may be more
   */
  boolean remindDue() {
    var now = clock.instant();
    var planned =
        reminders.lockDue(AT_ONCE, now).stream().map(briefing -> plan(briefing, now)).toList();
    remindTeams(MemoReminderRenderer.RECIPIENTS, planned, Planned::isForTeam, now);
    remindTeams(MemoReminderRenderer.RETURNED, planned, Planned::mayHaveMissedOne, now);
    remind(
        BriefingReminderRenderer.KIND,
        managers(planned, Planned::isForManager),
        briefingTasks::assignees,
        now);
    var late =
        followUps.teamsLate(
            planned.stream().filter(Planned::isLate).map(it -> lateTeam(it, now)).toList());
    remind(
        TeamLateRenderer.KIND,
        managers(planned, it -> late.contains(it.briefing().id())),
        followUps::assignees,
        now);
    briefings.markReminded(planned.stream().map(it -> it.check(now)).toList(), now);
    return planned.size() == AT_ONCE;
  }

  private Planned plan(Reminders.Due briefing, Instant now) {
    var calendar = workingTime.calendar(briefing.site());
    var since = briefing.since();
    var acknowledgementsDue = briefing.acknowledgementsDue();
    if (briefing.running() && briefing.state() == BriefingState.OPEN) {
      var plan = ReminderPlan.ofManager(briefing.due(), calendar, since, now);
      return new Planned(briefing, acknowledgementsDue, plan);
    }
    if (briefing.running() && briefing.state() == BriefingState.WAITING) {
      if (acknowledgementsDue == null) {
        acknowledgementsDue =
            calendar.after(since, WorkingAmount.days(briefing.daysToAcknowledge()));
      }
      var plan =
          ReminderPlan.ofTeam(briefing.days(), acknowledgementsDue, calendar, since, now)
              .withCheckAt(firstHourBack(briefing, calendar));
      return new Planned(briefing, acknowledgementsDue, plan);
    }
    return new Planned(briefing, acknowledgementsDue, ReminderPlan.NOTHING);
  }

  /** Not at midnight, when the absence ends. */
  private static Instant firstHourBack(Reminders.Due briefing, WorkingCalendar calendar) {
    return briefing.nextBackAt() == null
        ? null
        : calendar.after(briefing.nextBackAt(), WorkingAmount.days(0));
  }

  private void remindTeams(
      String recipients, List<Planned> planned, Predicate<Planned> which, Instant now) {
    var teams = planned.stream().filter(which).map(it -> it.briefing().id()).toList();
    if (!teams.isEmpty()) {
      notices.record(
          MemoReminderRenderer.KIND,
          recipients,
          Map.of("briefings", teams, "day", day(now), "now", at(now)));
    }
  }

  private FollowUpAssignment lateTeam(Planned planned, Instant now) {
    var briefing = planned.briefing();
    var calendar = workingTime.calendar(briefing.site());
    return new FollowUpAssignment(
        briefing.id(), briefing.title(), briefing.managerId(), calendar.after(now, TO_FOLLOW_UP));
  }

  /** Employee ids by briefing. */
  private static Map<Long, String> managers(List<Planned> planned, Predicate<Planned> which) {
    return planned.stream()
        .filter(which)
        .map(Planned::briefing)
        .collect(Collectors.toMap(Reminders.Due::id, Reminders.Due::managerId));
  }

  /**
   * Tells the managers of these briefings, or the substitute who has a manager's task.
   *
   * @param tasks says who has the tasks about these briefings
   */
  private void remind(
      String kind,
      Map<Long, String> managers,
      Function<Collection<Long>, Map<Long, String>> tasks,
      Instant now) {
    if (managers.isEmpty()) {
      return;
    }
    var own = new ArrayList<Long>();
    var othersOf = new TreeMap<String, List<Long>>();
    tasks
        .apply(managers.keySet())
        .forEach(
            (briefing, person) -> {
              if (person.equals(managers.get(briefing))) {
                own.add(briefing);
              } else {
                othersOf.computeIfAbsent(person, p -> new ArrayList<>()).add(briefing);
              }
            });
    if (!own.isEmpty()) {
      notices.record(
          kind,
          BriefingReminderRenderer.MANAGERS,
          Map.of("briefings", own, "day", day(now), "now", at(now)));
    }
    othersOf.forEach(
        (person, briefings) ->
            notices.record(
                kind,
                BriefingReminderRenderer.SUBSTITUTE,
                Map.of("briefings", briefings, "person", person, "day", day(now), "now", at(now))));
  }

  /** The occasion: no reader is told the same twice a day. */
  private static long day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay();
  }
}
