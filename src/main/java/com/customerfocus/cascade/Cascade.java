package com.customerfocus.cascade;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.support.InvalidInputException;
import java.time.Instant;

/**
 * One memo on its way.
 *
 * @param departmentId the department it is meant for, or null for the launcher's own organization
 * @param launchedBy employee id of the launcher
 * @param releasedBy employee id of the person who released it, or null
 * @param closesAt when it is over at the latest and its personal links end; null before release
 * @param conclusion what the launcher concluded from the outcome, or null
 * @param version of the memo; 1 until it is corrected
 */
public record Cascade(
    long id,
    CascadeState state,
    String title,
    String departmentId,
    int daysToBrief,
    int daysToAcknowledge,
    String launchedBy,
    Instant launchedAt,
    String releasedBy,
    Instant releasedAt,
    Instant closesAt,
    Instant closedAt,
    String withdrawnBy,
    Instant withdrawnAt,
    String withdrawalReason,
    String conclusion,
    int version) {

  /**
   * What becomes of a memo is up to the person who launched it.
   *
   * @throws NotAllowedException when the actor is another person, and no substitute either
   */
  public void checkLeads(Actor by) {
    by.mustActFor("refusal.memo.not-yours", launchedBy);
  }

  /**
   * A text is reviewed by a second person.
   *
   * @param writtenBy id of the author, the launcher or the launcher's substitute
   * @throws NotAllowedException when the actor is not of the group communications
   * @throws InvalidInputException when the actor wrote it
   */
  public void checkReviews(Actor by, String writtenBy) {
    by.mustActAsMemberOf(Groups.COMMUNICATIONS, "refusal.memo.not-communications");
    if (by.id().equals(launchedBy) || by.id().equals(writtenBy)) {
      throw new InvalidInputException("refusal.memo.own");
    }
  }
}
