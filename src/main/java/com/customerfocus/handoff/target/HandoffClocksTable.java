package com.customerfocus.handoff.target;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.UploadableTable;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationService;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The table of targets: how long departments have for handoffs. */
@Component
class HandoffClocksTable implements UploadableTable {

  /** The decision's id. */
  static final String KEY = "handoff-clocks";

  static final String PARTNER_DEPARTMENT = "partnerDepartment";
  static final String PRIORITY = "priority";
  static final String CUSTOMER_TIER = "customerTier";
  static final String TIME_TO_OWN = "timeToOwn";
  static final String TIME_TO_DELIVER = "timeToDeliver";
  static final String TIME_TO_ANSWER = "timeToAnswer";

  private static final List<String> PRIORITIES = List.of("NORMAL", "HIGH", "URGENT");

  private final OrganizationService organization;

  HandoffClocksTable(OrganizationService organization) {
    this.organization = organization;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<TableColumn> inputs() {
    return List.of(
        TableColumn.of(PARTNER_DEPARTMENT),
        TableColumn.of(PRIORITY, PRIORITIES),
        TableColumn.of(CUSTOMER_TIER));
  }

  @Override
  public List<TableColumn> outputs() {
    return List.of(
        TableColumn.of(DecisionTable.ROW),
        TableColumn.of(TIME_TO_OWN),
        TableColumn.of(TIME_TO_DELIVER),
        TableColumn.of(TIME_TO_ANSWER));
  }

  @Override
  public ValueCheck check() {
    var departments =
        organization.departments().stream().map(Department::id).collect(Collectors.toSet());
    return new HandoffClockRules(departments);
  }
}
