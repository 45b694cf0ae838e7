package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.cascade.commitment.Commitments;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.cascade.receipt.Receipts;
import com.customerfocus.deadline.DueDates;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.StringUtils;

/** Managers passing the memo on to their teams. */
@Service
@Transactional
public class BriefingService {

  private static final int MAX_LOCAL_BRIEF = 10_000;

  private final Briefings briefings;
  private final Receipts receipts;
  private final Acknowledgements acknowledgements;
  private final CascadeWorkflow workflow;
  private final QuestionService questions;
  private final NoticeService notices;
  private final WorkingTime workingTime;
  private final DueDates dueDates;
  private final Commitments commitments;
  private final Culture culture;
  private final Clock clock;

  BriefingService(
      Briefings briefings,
      Receipts receipts,
      Acknowledgements acknowledgements,
      CascadeWorkflow workflow,
      QuestionService questions,
      NoticeService notices,
      WorkingTime workingTime,
      DueDates dueDates,
      Commitments commitments,
      Culture culture,
      Clock clock) {
    this.briefings = briefings;
    this.receipts = receipts;
    this.acknowledgements = acknowledgements;
    this.workflow = workflow;
    this.questions = questions;
    this.notices = notices;
    this.workingTime = workingTime;
    this.dueDates = dueDates;
    this.commitments = commitments;
    this.culture = culture;
    this.clock = clock;
  }

  /** A briefing with its team as it is now. */
  @Transactional(readOnly = true)
  public TeamBriefing briefing(long briefingId) {
    return briefings.withTeam(briefingId);
  }

  /**
   * Records that the briefing was held: who was there is briefed, and the manager, by saying so,
   * has acknowledged the memo. Whoever held it in the manager's place has not: they get their own.
   * What the one who held it promises to improve becomes promises of theirs.
   *
   * @param actor who held it
   * @throws NotAllowedException when the briefing is another's to hold
   * @throws InvalidInputException when the report cannot be taken
   */
  public void held(long briefingId, BriefingReport report, Actor actor) {
    var briefing = briefings.withTeam(briefingId);
    briefing.checkBriefs(actor);
    var by = actor.id();
    var version = version(report.version(), briefing);
    var attendance =
        Attendance.of(briefing, report.present(), report.excused(), report.excuseReason());
    var day = day(report.heldOn(), briefing);
    var localBrief = localBrief(report.localBrief());
    var named = Culture.checked(report.culture());
    var now = clock.instant();
    // Receipts before their briefing, as whoever answers does, so that neither waits for the other.
    receipts.record(briefing, version, attendance, by, now);
    if (by.equals(briefing.managerId())) {
      acknowledgements.acknowledge(briefing.cascadeId(), briefing.managerId(), version);
    }
    if (!briefings.held(briefingId, version, day, localBrief, by, now)) {
      throw new InvalidInputException("This briefing is on record already.");
    }
    if (now.isAfter(briefing.due())) {
      workflow.overdueBriefingHeld(briefingId);
    }
    questions.askedInBriefing(briefing, by, report.questions());
    commitments.record(briefing.cascadeId(), report.commitments(), by);
    culture.record(briefing, named, by);
  }

  /**
   * Records that a manager who had briefed the team before has briefed it on what has changed
   * since. Says whether the whole team has answered.
   *
   * @param actor who reports it; the manager has acknowledged the change thereby
   * @throws NotAllowedException when the briefing is another's to hold
   * @throws InvalidInputException when the report cannot be taken
   */
  public boolean changeBriefed(long briefingId, BriefingReport report, Actor actor) {
    var briefing = briefings.withTeam(briefingId);
    briefing.checkBriefs(actor);
    var by = actor.id();
    var version = version(report.version(), briefing);
    var attendance =
        Attendance.of(briefing, report.present(), report.excused(), report.excuseReason());
    day(report.heldOn(), briefing);
    var now = clock.instant();
    receipts.record(briefing, version, attendance, by, now);
    if (by.equals(briefing.managerId())) {
      acknowledgements.acknowledge(briefing.cascadeId(), by, version);
    }
    briefings.lock(briefingId);
    briefings.changeBriefed(briefingId, version);
    var teamHasAnswered = briefings.answered(briefingId, BriefingState.WAITING, now);
    if (teamHasAnswered) {
      workflow.teamAnswered(briefingId);
    }
    return teamHasAnswered;
  }

  /** Whoever has an old form open has read, and told the team, what no longer holds. */
  private static int version(Integer read, TeamBriefing briefing) {
    var version = read == null ? 1 : read;
    if (version < briefing.asksFor()) {
      throw new InvalidInputException(
          "The memo has changed while you had this page open. Copy what you wrote, open the task again, and tell your team what is new before you record the briefing.");
    }
    return Math.min(version, briefing.version());
  }

  private LocalDate day(String heldOn, TeamBriefing briefing) {
    var zone = workingTime.calendar(briefing.site()).zone();
    LocalDate day;
    try {
      day = LocalDate.parse(heldOn == null ? "" : heldOn);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("Fill in the day of the briefing.");
    }
    var today = LocalDate.ofInstant(clock.instant(), zone);
    if (day.isAfter(today)) {
      throw new InvalidInputException(
          "The day of the briefing, %s, is still to come; today is %s (%s). Hold the briefing first, then record it."
              .formatted(day, today, zone));
    }
    var released = LocalDate.ofInstant(briefing.released(), zone);
    if (day.isBefore(released)) {
      throw new InvalidInputException(
          "The day of the briefing, %s, is before the memo was released on %s."
              .formatted(day, released));
    }
    if (briefing.corrected() != null) {
      var corrected = LocalDate.ofInstant(briefing.corrected(), zone);
      if (day.isBefore(corrected)) {
        throw new InvalidInputException(
            "The day of the briefing, %s, is before the memo was corrected on %s: tell your team what has changed, then record that day."
                .formatted(day, corrected));
      }
    }
    return day;
  }

  private static String localBrief(String text) {
    if (text != null && text.length() > MAX_LOCAL_BRIEF) {
      throw new InvalidInputException(
          String.format(
              Locale.ENGLISH,
              "Your local brief has %,d characters; at most %,d fit: shorten it.",
              text.length(),
              MAX_LOCAL_BRIEF));
    }
    return StringUtils.hasText(text) ? text.strip() : null;
  }

  /**
   * Passes the memo one level down: managers of the team are to brief their own, everyone gets the
   * memo by notice. Says whether the whole team has answered.
   */
  public boolean passOn(long briefingId) {
    // Whoever answers now finds the briefing waiting, or is seen by it; never neither.
    var briefing = briefings.lock(briefingId);
    var now = clock.instant();
    if (!briefing.sitesBelow().isEmpty()) {
      var opened =
          briefings.openBelow(
              briefingId,
              briefing.sitesBelow().stream()
                  .collect(
                      Collectors.toMap(
                          site -> site, site -> dueDates.inDays(briefing.daysToBrief(), site))));
      workflow.briefingsDue(briefings.withTeams(opened));
      notices.record(
          BriefingDueRenderer.KIND, BriefingDueRenderer.RECIPIENTS, Map.of("briefing", briefingId));
    }
    notices.record(
        MemoArrivedRenderer.KIND, MemoArrivedRenderer.RECIPIENTS, Map.of("briefing", briefingId));
    var teamHasAnswered = briefings.answered(briefingId, BriefingState.HELD, now);
    if (!teamHasAnswered) {
      briefings.waiting(briefingId);
    }
    return teamHasAnswered;
  }
}
