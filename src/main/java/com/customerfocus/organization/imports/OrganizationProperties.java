package com.customerfocus.organization.imports;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.io.Resource;

/**
 * @param file the organization to import at each start, or null
 * @param handoffDepartments names of the departments that take handoffs: all their members work in
 *     Tasklist
 */
@ConfigurationProperties("customer-focus.organization")
public record OrganizationProperties(Resource file, List<String> handoffDepartments) {

  public OrganizationProperties {
    handoffDepartments = handoffDepartments == null ? List.of() : List.copyOf(handoffDepartments);
  }
}
