package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.receipt.TeamAttendance;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who of a team has been briefed and who need not acknowledge, as their manager says.
 *
 * @param briefed employee ids
 * @param excused employee ids
 * @param excuseReason why; null when none is excused
 */
public record Attendance(List<String> briefed, List<String> excused, String excuseReason) {

  /** Most people a message names. */
  private static final int NAMED = 10;

  /**
   * @throws InvalidInputException when it cannot be taken; Tasklist shows the message as HTML
   */
  public static Attendance of(
      TeamBriefing briefing, List<String> briefed, List<String> excused, String excuseReason) {
    var attendance = new Attendance(orNone(briefed), orNone(excused), reason(excuseReason));
    attendance.checkTeam(briefing);
    attendance.checkExcuse();
    return attendance;
  }

  private static List<String> orNone(List<String> people) {
    return people == null ? List.of() : people;
  }

  private static String reason(String text) {
    return Texts.stripToNull(text);
  }

  /** The same for the receipts of the team. */
  public TeamAttendance forReceipts(TeamBriefing briefing, int version) {
    return new TeamAttendance(
        briefing.cascadeId(), briefing.managerId(), version, briefed, excused, excuseReason);
  }

  private void checkTeam(TeamBriefing briefing) {
    var strangers = new HashSet<>(briefed);
    strangers.addAll(excused);
    briefing.team().forEach(member -> strangers.remove(member.id()));
    if (!strangers.isEmpty()) {
      throw new InvalidInputException(
          "refusal.attendance.strangers",
          strangers.stream().sorted().limit(NAMED).collect(Collectors.joining(", ")));
    }
    var both =
        briefing.team().stream()
            .filter(member -> briefed.contains(member.id()) && excused.contains(member.id()))
            .limit(NAMED)
            .map(TeamBriefing.Member::name)
            .collect(Collectors.joining(", "));
    if (!both.isEmpty()) {
      throw new InvalidInputException("refusal.attendance.both", both);
    }
  }

  private void checkExcuse() {
    if (!excused.isEmpty() && excuseReason == null) {
      throw new InvalidInputException("refusal.attendance.reason");
    }
    if (excused.isEmpty() && excuseReason != null) {
      throw new InvalidInputException("refusal.attendance.none-excused");
    }
  }
}
