package com.customerfocus.handoff;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.HandoffDepartments;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.organization.absence.DepartmentHeads;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The departments and people of handoffs, and who may act for which side. */
@Component
class HandoffParties {

  private final HandoffDepartments departments;
  private final DepartmentHeads heads;
  private final PeopleFinder people;

  HandoffParties(HandoffDepartments departments, DepartmentHeads heads, PeopleFinder people) {
    this.departments = departments;
    this.heads = heads;
    this.people = people;
  }

  /**
   * The department that a person asks for.
   *
   * @throws InvalidInputException when that is not the person's own department
   */
  Department requesterOf(String person) {
    return departments
        .departmentOf(person)
        .orElseThrow(() -> new InvalidInputException("refusal.handoff.no-department"));
  }

  /**
   * The department that is asked.
   *
   * @param typed its id or name
   * @param requester id of the department that asks
   * @throws InvalidInputException when it is unknown, takes no handoffs, or is the same
   */
  Department partner(String typed, String requester) {
    if (Texts.isBlank(typed)) {
      throw new InvalidInputException("refusal.handoff.partner-missing");
    }
    var partner =
        departments
            .find(typed)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "refusal.handoff.partner-unknown",
                        typed.length() > 80 ? typed.substring(0, 80) + "…" : typed,
                        String.join(
                            ", ", departments.all().stream().map(Department::name).toList())));
    if (partner.id().equals(requester)) {
      throw new InvalidInputException("refusal.handoff.own-department");
    }
    return partner;
  }

  /**
   * Employee id of a member of the partner's department.
   *
   * @param typed name, mail address or employee id
   * @throws InvalidInputException when it is not exactly one, or works elsewhere
   */
  String colleague(String typed, Handoff handoff) {
    if (Texts.isBlank(typed)) {
      throw new InvalidInputException("refusal.handoff.colleague-missing");
    }
    var found = people.find(typed);
    if (found.problem() != null) {
      throw new InvalidInputException(List.of(found.problem()));
    }
    if (!departments.isMember(found.id(), handoff.partnerDepartment())) {
      throw new InvalidInputException(
          "refusal.handoff.colleague-elsewhere", handoff.partnerDepartmentName());
    }
    return found.id();
  }

  /** Who stands in for a group that has no member to act; null where one can. */
  String steward(String department) {
    return heads.standIns(Set.of(department)).get(department);
  }

  /**
   * Whether the person is told when the department is late, see {@link DepartmentHeads}, or acts
   * for that one.
   */
  boolean answersFor(String department, Actor by) {
    return by.mayActFor(headInCharge(department), heads.stewardOf(department).orElse(null));
  }

  /**
   * Employee id of the person who gets a mail about a request: who answers for the department, when
   * it is urgent. Otherwise the task of its group says enough; null then.
   */
  String toldOfRequest(String department, Priority priority) {
    return priority == Priority.URGENT ? heads.stewardOf(department).orElse(null) : null;
  }

  /** The head, or the next manager up who works here; null when all up to the top have left. */
  String headInCharge(String department) {
    return heads.headInCharge(department).orElse(null);
  }

  /**
   * Employee id of the person of the partner in whose name a part is asked: who has the handoff,
   * else the member who hands it on, else the head in charge.
   *
   * @param by login of the person who hands it on
   */
  String handsOn(Handoff handoff, String by) {
    if (handoff.ownerId() != null) {
      return handoff.ownerId();
    }
    return departments.isMember(by, handoff.partnerDepartment())
        ? by
        : heads.headInCharge(handoff.partnerDepartment()).orElse(by);
  }

  /** Whether a part may be asked in this person's name. */
  boolean mayHandOn(Handoff handoff, String person) {
    return person.equals(handoff.ownerId())
        || departments.isMember(person, handoff.partnerDepartment())
        || heads.headInCharge(handoff.partnerDepartment()).filter(person::equals).isPresent();
  }

  /**
   * @throws NotAllowedException unless the person may take this step
   */
  void check(Handoff handoff, HandoffStep step, Actor by) {
    if (step.side() == Side.REQUESTER) {
      by.mustActFor("refusal.handoff.not-yours", handoff.requesterId());
    } else if (handoff.state() == HandoffState.ACCEPTED && handoff.ownerId() != null) {
      by.mustActFor("refusal.handoff.not-your-promise", handoff.ownerId());
    } else if (!by.mayActFor(handoff.ownerId())
        && !by.mayActAsMemberOf(Groups.DEPARTMENT_PREFIX + handoff.partnerDepartment())) {
      // The head, or who acts for the head, stands in for a group without members.
      by.mustActFor("refusal.handoff.not-your-department", steward(handoff.partnerDepartment()));
    }
  }
}
