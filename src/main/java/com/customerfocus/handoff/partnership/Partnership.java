package com.customerfocus.handoff.partnership;

import com.customerfocus.handoff.BounceReason;
import java.util.Map;

/**
 * How the handoffs from one department to another one go. What a step or a clock says counts for
 * the partner that had the handoff then, so that a department asked later answers for its own part
 * only.
 *
 * @param requester the department that asks
 * @param partner the department that is asked
 * @param handoffs how often the partner was asked, also with a changed request; of a number this
 *     small, too, nothing is withheld
 * @param accepted of the requests, how many with a date that both agreed on
 * @param bounced how often a handoff was declined or reopened, by the reason; n is the requests
 * @param pingPong requests by which the partner got back what it had asked for itself, or what went
 *     to another department after it had had it; n is the requests
 * @param confirmed of the deliveries that were accepted, those that the requester confirmed
 * @param deemedConfirmed and those about which the requester said nothing in time
 */
public record Partnership(
    DepartmentName requester,
    DepartmentName partner,
    long handoffs,
    Figure accepted,
    Map<BounceReason, Figure> bounced,
    Figure pingPong,
    Figure confirmed,
    Figure deemedConfirmed,
    ClockFigures timeToOwn,
    ClockFigures timeToDeliver,
    OpenFigures open,
    PromiseFigures promises,
    RatingFigures ratings) {

  /** A department by id and name; one that is gone has its id for a name. */
  public record DepartmentName(String id, String name) {}

  /**
   * The clocks that have ended. Minutes are working time of the partner; a clock that was stopped
   * did not count.
   *
   * @param medianMinutes half of the clocks took no longer
   * @param p90Minutes nine of ten took no longer
   * @param met how many ended in time
   */
  public record ClockFigures(Figure medianMinutes, Figure p90Minutes, Figure met, Figure missed) {}

  /** The handoffs that are not over. Minutes are by the calendar, since the partner was asked. */
  public record OpenFigures(Figure medianMinutes, Figure oldestMinutes) {}

  /**
   * What the partner promised the requester.
   *
   * @param renegotiated how many got a later date in time; they are among the others, too
   */
  public record PromiseFigures(Figure kept, Figure renegotiated, Figure broken) {}

  /** Means of the scores 1 to 5 that both sides may read, given by each side to the other one. */
  public record RatingFigures(Figure byRequester, Figure byPartner) {}
}
