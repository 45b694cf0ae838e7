package com.customerfocus.organization;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * @param file the organization to import at each start, or null
 * @param handoffDepartments names of the departments that take handoffs: all their members work in
 *     Tasklist
 * @param departmentSites departments that work by the calendar of another site than their head
 */
@ConfigurationProperties(OrganizationProperties.PREFIX)
public record OrganizationProperties(
    Resource file, List<String> handoffDepartments, List<DepartmentSite> departmentSites) {

  static final String PREFIX = "customer-focus.organization";

  public OrganizationProperties {
    handoffDepartments = handoffDepartments == null ? List.of() : List.copyOf(handoffDepartments);
    departmentSites = departmentSites == null ? List.of() : List.copyOf(departmentSites);
  }

  /**
   * A pair, not an entry of a map: of a map's key Spring Boot drops blanks and accents.
   *
   * @param department name, in any spelling
   * @param site name of a site with a calendar of its own, in any spelling
   */
  public record DepartmentSite(String department, String site) {}
}
