package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.receipt.TeamAttendance;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * A report about a briefing that can be put on record.
 *
 * @param version of the memo that the team was briefed on
 * @param day when it was briefed, where its manager works
 * @param localBrief Markdown, or null
 * @param recordedAt now
 */
public record HeldBriefing(
    TeamBriefing briefing,
    int version,
    Attendance attendance,
    LocalDate day,
    String localBrief,
    Instant recordedAt) {

  /**
   * @param zone where the manager works
   * @throws InvalidInputException when the report cannot be taken
   */
  static HeldBriefing of(BriefingReport report, TeamBriefing briefing, ZoneId zone, Instant now) {
    return new HeldBriefing(
        briefing,
        version(report.version(), briefing),
        Attendance.of(briefing, report.present(), report.excused(), report.excuseReason()),
        day(report.heldOn(), briefing, zone, LocalDate.ofInstant(now, zone)),
        Texts.stripToNull(report.localBrief()),
        now);
  }

  boolean isLate() {
    return recordedAt.isAfter(briefing.due());
  }

  /** What it says about the team's receipts. */
  public TeamAttendance teamAttendance() {
    return attendance.forReceipts(briefing, version);
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
