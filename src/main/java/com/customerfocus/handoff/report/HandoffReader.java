package com.customerfocus.handoff.report;

import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffStep.Side;
import java.util.List;

/**
 * A person who reads about handoffs.
 *
 * @param id login; of an employee, the employee id
 * @param seesAll whether the person follows the whole company
 * @param departments ids of the departments to which the person belongs or whose head they are
 */
public record HandoffReader(String id, boolean seesAll, List<String> departments) {

  /**
   * The side of the handoff that the reader is on: as the one who asked or has it, else by their
   * departments. Null for a person of neither side, and for a head of both departments, who could
   * else read the rating of one side before the other has rated.
   */
  Side sideIn(Handoff handoff) {
    if (id.equals(handoff.requesterId())) {
      return Side.REQUESTER;
    }
    if (id.equals(handoff.ownerId())) {
      return Side.PARTNER;
    }
    var isRequester = departments.contains(handoff.requesterDepartment());
    if (isRequester == departments.contains(handoff.partnerDepartment())) {
      return null;
    }
    return isRequester ? Side.REQUESTER : Side.PARTNER;
  }
}
