package com.customerfocus.handoff;

import com.customerfocus.organization.Department;
import com.customerfocus.organization.HandoffDepartments;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a handoff as forms and pages need it. */
@Service
@Transactional(readOnly = true)
public class HandoffView {

  private final Handoffs handoffs;
  private final HandoffClocks clocks;
  private final HandoffDepartments departments;

  HandoffView(Handoffs handoffs, HandoffClocks clocks, HandoffDepartments departments) {
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.departments = departments;
  }

  /**
   * The handoff.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public Handoff handoff(long id) {
    return handoffs.find(id).orElseThrow();
  }

  /** On whose clock its dates are entered. */
  public ZoneId zone(Handoff handoff) {
    return clocks.calendar(handoff.partnerDepartment()).zone();
  }

  /** The departments that can be asked by this one, by name. */
  public List<Department> partnersOf(String department) {
    return departments.all().stream().filter(it -> !it.id().equals(department)).toList();
  }
}
