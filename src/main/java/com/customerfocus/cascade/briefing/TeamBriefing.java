package com.customerfocus.cascade.briefing;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import java.time.Instant;
import java.util.List;

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
   * @param id employee id
   */
  public record Member(String id, String name) {}
}
