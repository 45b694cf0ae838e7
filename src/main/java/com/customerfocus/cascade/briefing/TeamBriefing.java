package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.receipt.TeamAttendance;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A briefing that a manager is to hold.
 *
 * @param title title of the memo, in the manager's language if it was written in it
 * @param managerId employee id of the manager
 * @param heldBy employee id of the manager or substitute who held it; null until then
 * @param handedTo employee id of the person who is to hold it in the manager's place, or null
 * @param site where the manager works, or null
 * @param released when the memo was released
 * @param due until when
 * @param above name of the manager above, or null for the launcher's own briefing
 * @param version of the memo
 * @param requiredVersion the version everyone is to have acknowledged, the newest that changed what
 *     it says
 * @param corrected when that was published; null as long as it is the first
 * @param team the direct reports to be briefed, by name
 */
public record TeamBriefing(
    long id,
    long cascadeId,
    String title,
    String managerId,
    String heldBy,
    String handedTo,
    String site,
    Instant released,
    Instant due,
    String above,
    int version,
    int requiredVersion,
    Instant corrected,
    List<Member> team) {

  /** Most people a message names. */
  private static final int NAMED = 10;

  /** The same, due at another time. */
  public TeamBriefing dueAt(Instant other) {
    return new TeamBriefing(
        id,
        cascadeId,
        title,
        managerId,
        heldBy,
        handedTo,
        site,
        released,
        other,
        above,
        version,
        requiredVersion,
        corrected,
        team);
  }

  /**
   * @throws NotAllowedException unless the actor is in charge of this team's briefings, or acts for
   *     the one who is
   */
  public void checkBriefs(Actor actor) {
    actor.mustActFor("refusal.briefing.not-yours", managerId, handedTo, heldBy);
  }

  /**
   * Who of the team was briefed and who need not acknowledge, as reported.
   *
   * @param version of the memo that the team was briefed on
   * @param briefed employee ids, or null for none
   * @param excused employee ids, or null for none
   * @param excuseReason why; empty when none is excused
   * @throws InvalidInputException when it cannot be taken; Tasklist shows the message as HTML
   */
  public TeamAttendance attendance(
      int version, List<String> briefed, List<String> excused, String excuseReason) {
    var attendance =
        new TeamAttendance(
            cascadeId,
            managerId,
            version,
            briefed == null ? List.of() : briefed,
            excused == null ? List.of() : excused,
            Texts.stripToNull(excuseReason));
    checkTeam(attendance);
    checkExcuse(attendance);
    return attendance;
  }

  private void checkTeam(TeamAttendance attendance) {
    var strangers = new HashSet<>(attendance.briefed());
    strangers.addAll(attendance.excused());
    team.forEach(member -> strangers.remove(member.id()));
    if (!strangers.isEmpty()) {
      throw new InvalidInputException(
          "refusal.attendance.strangers",
          strangers.stream().sorted().limit(NAMED).collect(Collectors.joining(", ")));
    }
    var both =
        team.stream()
            .filter(
                member ->
                    attendance.briefed().contains(member.id())
                        && attendance.excused().contains(member.id()))
            .limit(NAMED)
            .map(Member::name)
            .collect(Collectors.joining(", "));
    if (!both.isEmpty()) {
      throw new InvalidInputException("refusal.attendance.both", both);
    }
  }

  private static void checkExcuse(TeamAttendance attendance) {
    var isReasonGiven = attendance.excuseReason() != null;
    if (!attendance.excused().isEmpty() && !isReasonGiven) {
      throw new InvalidInputException("refusal.attendance.reason");
    }
    if (attendance.excused().isEmpty() && isReasonGiven) {
      throw new InvalidInputException("refusal.attendance.none-excused");
    }
  }

  /**
   * @param id employee id
   */
  public record Member(String id, String name) {}
}
