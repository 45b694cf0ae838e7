package com.customerfocus.handoff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Business events of handoffs for their processes. Every call joins the caller's transaction. */
public interface HandoffWorkflow {

  /**
   * The targets of a request, by the present table.
   *
   * @param tier the customer's, or null
   */
  HandoffTargets targets(String partnerDepartment, Priority priority, String tier);

  /**
   * The targets of requests of normal priority about no customer, by the present table: one for
   * each of these departments, in their order. The number of statements does not depend on theirs.
   */
  List<HandoffTargets> usualTargets(List<String> partnerDepartments);

  /**
   * The side whose turn it is has until another moment: its open task says so, in due date and
   * name.
   */
  void dueChanged(HandoffCourse course);

  /**
   * The requester waits for something else, or until another date: the task that follows the
   * handoff says so, in due date and name.
   */
  void expectationChanged(HandoffCourse course);

  /** The partner has delivered: the requester is no longer asked about a later date. */
  void newDateObsolete(long id);

  /**
   * The partner has not delivered in time: until the delivery this person, who answers for the
   * partner, can open the task too and give it to another member.
   */
  void overseenBy(long id, String personId);

  /** Login of the person who has the partner's open task of a request, if one has it. */
  Optional<String> hasRequest(long id);

  /**
   * A department asks another one.
   *
   * @param requester employee id
   * @return number of the handoff
   */
  long request(HandoffRequest request, String requester);

  /**
   * Who has a handoff now.
   *
   * @param formerId employee id of the person of the partner who had it, or stood in for its group,
   *     or null
   * @param holderId see {@link HandoffCourse}; while the group has it, a member who has claimed the
   *     task keeps it
   * @param waitsFor what the requester waits for now; null while it is the same
   */
  record Moved(
      long id, String partnerDepartment, String formerId, String holderId, String waitsFor) {}

  /**
   * Who stands in for the group that has a handoff.
   *
   * @param formerId employee id of the person who stood in before, or null
   * @param personId employee id, or null: a member can act again
   */
  record StandIn(long id, String formerId, String personId) {}

  /**
   * Others stand in for groups: open tasks that no member has claimed go to them, or back to the
   * group.
   */
  void standInsChanged(Collection<StandIn> changes);

  /** Which open tasks of the partner these people have: employee id by handoff. */
  Map<Long, String> tasksOf(Collection<String> people);

  /**
   * Other people ask for these handoffs: open tasks of requesters go to them.
   *
   * @param people employee id by handoff
   */
  void requestersChanged(Map<Long, String> people);

  /** The organization has changed: open tasks of the partner go to these. */
  void moved(Collection<Moved> handoffs);
}
