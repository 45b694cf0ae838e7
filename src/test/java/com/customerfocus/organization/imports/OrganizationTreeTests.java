package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.DepartmentId;
import com.customerfocus.organization.Person;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Heads of departments, and people with accounts and groups. */
class OrganizationTreeTests {

  @Test
  void thePersonWithTheRoleIsTheHead() {
    var organizationTree =
        organization(
            true,
            person("top", null, "HR"),
            person("a", "top", "Sales"),
            person("b", "a", "Sales", PersonRole.DEPARTMENT_HEAD));
    assertThat(headOf(organizationTree, "sales")).isEqualTo("b");
  }

  @Test
  void withoutARoleTheHeadIsNearestToTheTop() {
    var organizationTree =
        organization(
            false,
            person("a", "b", "Sales"),
            person("top", null, "HR"),
            person("b", "top", "Sales"));
    assertThat(headOf(organizationTree, "sales")).isEqualTo("b");
  }

  @Test
  void ofSeveralEquallyNearTheHeadHasMorePeopleThenTheLowerId() {
    var organizationTree =
        organization(
            false,
            person("top", null, "HR"),
            person("a", "top", "Sales"),
            person("b", "top", "Sales"),
            person("c", "b", "Sales"),
            person("y", "top", "Billing"),
            person("x", "top", "Billing"));
    assertThat(headOf(organizationTree, "sales")).isEqualTo("b");
    assertThat(headOf(organizationTree, "billing")).isEqualTo("x");
  }

  @Test
  void managersHandoffDepartmentsAndRolesWorkInTasklistTheOthersDoNot() {
    var organizationTree =
        organization(
            true,
            person("top", null, "HR", PersonRole.SENIOR_OFFICER),
            person(
                "manager", "top", "Billing", PersonRole.PROCESS_OWNER, PersonRole.DEPARTMENT_HEAD),
            person("clerk", "manager", "Billing"),
            person("employee", "top", "HR"));
    var groups = new TasklistGroups(organizationTree, List.of("billing"), false);
    assertThat(IntStream.range(0, 4).mapToObj(place -> groups.of(place, null)))
        .containsExactly(
            "managers senior-officers",
            "department-billing managers process-owners",
            "department-billing",
            null);
    assertThat(groups.managed(Set.of("department-sales managers"), organizationTree.departments()))
        .containsOnly(
            Map.entry("managers", "Managers"),
            Map.entry("senior-officers", "Senior officers"),
            Map.entry("front-line", "Front line"),
            Map.entry("communications", "Communications"),
            Map.entry("process-owners", "Process owners"),
            Map.entry("camunda-admin", "Administrators"),
            Map.entry("department-billing", "Billing"),
            Map.entry("department-sales", "department-sales"));
  }

  @Test
  void aFileThatKnowsNoRolesLeavesThemAsTheyAre() {
    var organizationTree =
        organization(false, person("top", null, "HR"), person("a", "top", "Sales"));
    var groups = new TasklistGroups(organizationTree, List.of(), false);
    assertThat(groups.of(0, null)).isEqualTo("managers");
    assertThat(groups.of(1, "communications department-sales managers"))
        .isEqualTo("communications");
    assertThat(groups.managed(Set.of("communications"), organizationTree.departments()))
        .containsOnlyKeys("managers");
  }

  @Test
  void onTheFirstImportWithoutRolesTheTopIsTheSeniorOfficer() {
    var organizationTree =
        organization(false, person("a", "top", "Sales"), person("top", null, "HR"));
    var groups = new TasklistGroups(organizationTree, List.of(), true);
    assertThat(groups.of(1, null)).isEqualTo("managers senior-officers");
    assertThat(groups.managed(Set.of(), organizationTree.departments()))
        .containsOnlyKeys("managers", "senior-officers");
  }

  private static String headOf(OrganizationTree organizationTree, String department) {
    return organizationTree.departments().stream()
        .filter(it -> it.id().equals(department))
        .map(Department::headId)
        .findFirst()
        .orElseThrow();
  }

  private static PersonRow person(
      String id, String manager, String department, PersonRole... roles) {
    var departmentId = DepartmentId.of(department);
    return new PersonRow(
        0,
        new Person(id, id, null, manager, departmentId, "Norte", "en", null),
        Set.of(roles),
        null);
  }

  private static OrganizationTree organization(boolean saysRoles, PersonRow... entries) {
    var headers = new EnumMap<PersonColumn, String>(PersonColumn.class);
    if (saysRoles) {
      headers.put(PersonColumn.ROLES, "roles");
    }
    var departments = new LinkedHashMap<String, String>();
    for (var entry : entries) {
      var id = entry.person().departmentId();
      departments.put(id, id.substring(0, 1).toUpperCase() + id.substring(1));
    }
    return OrganizationTree.of(
        new OrganizationFile(headers, Arrays.asList(entries), departments, true), new RowErrors());
  }
}
