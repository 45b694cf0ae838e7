package com.customerfocus.cascade;

import java.time.Instant;
import java.util.List;

/**
 * A briefing that a manager is to hold.
 *
 * @param title title of the memo, in the manager's language if it was written in it
 * @param managerId employee id of the one who briefs
 * @param site where the one who briefs works, or null
 * @param released when the memo was released
 * @param due until when
 * @param above name of the manager above, or null for the launcher's own briefing
 * @param team the direct reports to be briefed, by name
 */
public record TeamBriefing(
    long id,
    long cascadeId,
    String title,
    String managerId,
    String site,
    Instant released,
    Instant due,
    String above,
    List<Member> team) {

  /**
   * @param id employee id
   */
  public record Member(String id, String name) {}
}
