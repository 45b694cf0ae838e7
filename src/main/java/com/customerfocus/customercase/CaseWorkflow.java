package com.customerfocus.customercase;

import com.customerfocus.customercase.news.NewsTargets;
import com.customerfocus.handoff.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Business events of cases for their processes. Every call joins the caller's transaction. */
public interface CaseWorkflow {

  /**
   * How soon a customer hears from us, by the present table.
   *
   * @param tier the customer's, or null
   */
  NewsTargets targets(Priority priority, String tier);

  /**
   * A case begins.
   *
   * @param ownerId employee id
   * @param receivedAt when the customer turned to us, or null for now
   * @return its number
   */
  long open(CaseRequest request, String ownerId, Instant receivedAt);

  /** The same of a customer who turns to us now. */
  default long open(CaseRequest request, String ownerId) {
    return open(request, ownerId, null);
  }

  /** The question whether the customer is comfortable needs no answer any more. */
  void comfortAnswered(CaseCourse course);

  /** A closed case goes on. */
  void reopened(CaseCourse course);

  /** The next news of these cases is due at other moments: the owners' tasks say so. */
  void newsDue(Map<Long, Instant> dueByCase);

  /**
   * These cases have other owners, who have the tasks from then on.
   *
   * @param ownerByCase employee id by number of the case
   */
  void moved(Map<Long, String> ownerByCase);

  /** Another case has taken this one in: nothing of it is left to be done. */
  void joined(long caseId);

  /** Numbers of the handoffs that a case waits for. */
  List<Long> openHandoffs(long caseId);

  /** The same of several cases: number of the case by number of the handoff. */
  Map<Long, Long> openHandoffs(Collection<Long> cases);
}
