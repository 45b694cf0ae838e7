package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.receipt.TeamAttendance;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * A briefing that was held, with a report that can be put on record. Published in the transaction
 * that records it, after receipts and briefing were written: a listener that refuses a part of the
 * report takes everything back.
 *
 * @param report as entered
 * @param attendance what it says about the team's receipts, and the version of the memo that the
 *     team was briefed on
 * @param day when it was briefed, where its manager works
 * @param by employee id of the manager or substitute who held it
 * @param at when it was reported
 */
public record BriefingHeld(
    TeamBriefing briefing,
    BriefingReport report,
    TeamAttendance attendance,
    LocalDate day,
    String by,
    Instant at) {

  /**
   * @param actor who reports it
   * @param calendars that of the manager's site says which day it is
   * @throws NotAllowedException when the briefing is another's to hold
   * @throws InvalidInputException when the report cannot be taken
   */
  public static BriefingHeld of(
      BriefingReport report,
      TeamBriefing briefing,
      Actor actor,
      WorkingTime calendars,
      Clock clock) {
    briefing.checkBriefs(actor);
    Inputs.check(report);
    var zone = calendars.calendar(briefing.site()).zone();
    var now = clock.instant();
    var version = version(report.version(), briefing);
    return new BriefingHeld(
        briefing,
        report,
        briefing.attendance(version, report.present(), report.excused(), report.excuseReason()),
        day(report.heldOn(), briefing, zone, LocalDate.ofInstant(now, zone)),
        actor.id(),
        now);
  }

  /** Whether it was held after its due date. */
  public boolean isLate() {
    return at.isAfter(briefing.due());
  }

  /** What the manager adds to the memo for the team, Markdown, or null. */
  String localBrief() {
    return Texts.stripToNull(report.localBrief());
  }

  /** A manager with an old form open has read, and told the team, what no longer holds. */
  private static int version(Integer read, TeamBriefing briefing) {
    var version = read == null ? 1 : read;
    if (version < briefing.requiredVersion()) {
      throw new InvalidInputException("refusal.briefing.outdated");
    }
    return Math.min(version, briefing.version());
  }

  private static LocalDate day(String heldOn, TeamBriefing briefing, ZoneId zone, LocalDate today) {
    LocalDate day;
    try {
      day = LocalDate.parse(heldOn == null ? "" : heldOn);
    } catch (DateTimeParseException e) {
      throw new InvalidInputException("refusal.briefing.day");
    }
    if (day.isAfter(today)) {
      throw new InvalidInputException("refusal.briefing.future", day, today, zone);
    }
    var released = LocalDate.ofInstant(briefing.released(), zone);
    if (day.isBefore(released)) {
      throw new InvalidInputException("refusal.briefing.before-release", day, released);
    }
    if (briefing.corrected() != null) {
      var corrected = LocalDate.ofInstant(briefing.corrected(), zone);
      if (day.isBefore(corrected)) {
        throw new InvalidInputException("refusal.briefing.before-correction", day, corrected);
      }
    }
    return day;
  }
}
