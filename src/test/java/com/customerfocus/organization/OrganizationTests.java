package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who heads a department, and who works in Tasklist with which groups. */
class OrganizationTests {

  @Test
  void theHeadIsWhoHasTheRole() {
    var organization =
        organization(
            true,
            person("top", null, "HR"),
            person("a", "top", "Sales"),
            person("b", "a", "Sales", Role.DEPARTMENT_HEAD));
    assertThat(headOf(organization, "sales")).isEqualTo("b");
  }

  @Test
  void withoutARoleTheHeadIsNearestToTheTop() {
    var organization =
        organization(
            false,
            person("a", "b", "Sales"),
            person("top", null, "HR"),
            person("b", "top", "Sales"));
    assertThat(headOf(organization, "sales")).isEqualTo("b");
  }

  @Test
  void ofSeveralEquallyNearTheHeadIsWhoHasMorePeopleThenTheLowerId() {
    var organization =
        organization(
            false,
            person("top", null, "HR"),
            person("a", "top", "Sales"),
            person("b", "top", "Sales"),
            person("c", "b", "Sales"),
            person("y", "top", "Billing"),
            person("x", "top", "Billing"));
    assertThat(headOf(organization, "sales")).isEqualTo("b");
    assertThat(headOf(organization, "billing")).isEqualTo("x");
  }

  @Test
  void managersHandoffDepartmentsAndRolesWorkInTasklistTheOthersDoNot() {
    var organization =
        organization(
            true,
            person("top", null, "HR", Role.SENIOR_OFFICER),
            person("manager", "top", "Billing", Role.PROCESS_OWNER, Role.DEPARTMENT_HEAD),
            person("clerk", "manager", "Billing"),
            person("employee", "top", "HR"));
    var groups = new TasklistGroups(organization, List.of("billing"), false);
    assertThat(IntStream.range(0, 4).mapToObj(place -> groups.of(place, null)))
        .containsExactly(
            "managers senior-officers",
            "department-billing managers process-owners",
            "department-billing",
            null);
    assertThat(groups.managed(Set.of("department-sales managers"), organization.departments()))
        .containsOnly(
            Map.entry("managers", "Managers"),
            Map.entry("senior-officers", "Senior officers"),
            Map.entry("communications", "Communications"),
            Map.entry("process-owners", "Process owners"),
            Map.entry("camunda-admin", "Administrators"),
            Map.entry("department-billing", "Billing"),
            Map.entry("department-sales", "department-sales"));
  }

  @Test
  void aFileThatKnowsNoRolesLeavesThemAsTheyAre() {
    var organization = organization(false, person("top", null, "HR"), person("a", "top", "Sales"));
    var groups = new TasklistGroups(organization, List.of(), false);
    assertThat(groups.of(0, null)).isEqualTo("managers");
    assertThat(groups.of(1, "communications department-sales managers"))
        .isEqualTo("communications");
    assertThat(groups.managed(Set.of("communications"), organization.departments()))
        .containsOnlyKeys("managers");
  }

  @Test
  void onTheFirstImportWithoutRolesTheTopIsTheSeniorOfficer() {
    var organization = organization(false, person("a", "top", "Sales"), person("top", null, "HR"));
    var groups = new TasklistGroups(organization, List.of(), true);
    assertThat(groups.of(1, null)).isEqualTo("managers senior-officers");
    assertThat(groups.managed(Set.of(), organization.departments()))
        .containsOnlyKeys("managers", "senior-officers");
  }

  private static String headOf(Organization organization, String department) {
    return organization.departments().stream()
        .filter(it -> it.id().equals(department))
        .map(Department::headId)
        .findFirst()
        .orElseThrow();
  }

  private static Entry person(String id, String manager, String department, Role... roles) {
    var departmentId = OrganizationFileReader.departmentId(department);
    return new Entry(
        0,
        new Person(id, id, null, manager, departmentId, "Norte", "en", null),
        Set.of(roles),
        null);
  }

  private static Organization organization(boolean saysRoles, Entry... entries) {
    var headers = new EnumMap<Column, String>(Column.class);
    if (saysRoles) {
      headers.put(Column.ROLES, "roles");
    }
    var departments = new LinkedHashMap<String, String>();
    for (var entry : entries) {
      var id = entry.person().departmentId();
      departments.put(id, id.substring(0, 1).toUpperCase() + id.substring(1));
    }
    return Organization.of(
        new OrganizationFile(headers, Arrays.asList(entries), departments, true),
        List.of(),
        new Findings());
  }
}
