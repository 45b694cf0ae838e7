package com.customerfocus.handoff.report.web;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.HandoffDepartments;
import com.customerfocus.support.InvalidInputException;
import java.util.List;
import org.springframework.stereotype.Component;

/** For which department a person asks, and which ones it can ask. */
@Component
class AskingDepartment {

  private final HandoffDepartments departments;
  private final HandoffView handoffs;

  AskingDepartment(HandoffDepartments departments, HandoffView handoffs) {
    this.departments = departments;
    this.handoffs = handoffs;
  }

  /** All that take handoffs but the person's own. */
  List<Department> partnersFor(Actor person) {
    return handoffs.partnersOf(
        departments.departmentOf(person.id()).map(Department::id).orElse(null));
  }

  /**
   * The department that a person asks.
   *
   * @param typed its id or name
   * @throws NotAllowedException for a person of no department, such as an administrator
   * @throws InvalidInputException when there is no such department to ask
   */
  Department partnerOf(Actor person, String typed) {
    if (departments.departmentOf(person.id()).isEmpty()) {
      throw new NotAllowedException("refusal.handoff.no-department");
    }
    return departments
        .find(Typed.storable(typed))
        .orElseThrow(() -> new InvalidInputException("refusal.handoff.partner-missing"));
  }
}
