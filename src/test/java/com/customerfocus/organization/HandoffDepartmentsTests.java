package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sales with Ana and Bea and Atención al Cliente with Fred take handoffs, the board does not. */
@CustomerFocusTest
class HandoffDepartmentsTests {

  private final OrganizationImporter importer;
  private final CountedDatabase database;
  private final HandoffDepartments departments;

  @Autowired
  HandoffDepartmentsTests(
      OrganizationImporter importer, CountedDatabase database, OrganizationTables tables) {
    this.importer = importer;
    this.database = database;
    this.departments =
        new HandoffDepartments(
            tables,
            new OrganizationProperties(
                null, List.of("sales", "Atencion al cliente", "Not here yet"), null));
  }

  @BeforeEach
  void company() {
    new Company()
        .add("boss", null, "Board", "")
        .add("ana", "boss", "Sales", "")
        .add("bea", "ana", "Sales", "")
        .add("fred", "boss", "Atención al Cliente", "")
        .importInto(importer);
  }

  @Test
  void theDepartmentsThatTakeHandoffsAreThoseOfTheSettingThatHavePeople() {
    assertThat(departments.all())
        .containsExactly(
            new Department("atencion-al-cliente", "Atención al Cliente", "fred"),
            new Department("sales", "Sales", "ana"));

    new Company()
        .add("boss", null, "Board", "")
        .add("fred", "boss", "Atención al Cliente", "")
        .importInto(importer);

    assertThat(departments.all())
        .extracting(Department::name)
        .containsExactly("Atención al Cliente");
  }

  @ParameterizedTest
  @CsvSource({
    "sales, sales",
    "' SALES ', sales",
    "atencion-al-cliente, atencion-al-cliente",
    "ATENCIÓN  AL CLIENTE, atencion-al-cliente",
    "Board,",
    "board,",
    "Not here yet,",
    "'',",
    ","
  })
  void aDepartmentIsFoundByItsIdOrByItsNameInAnySpelling(String typed, String id) {
    assertThat(departments.find(typed).map(Department::id).orElse(null)).isEqualTo(id);
  }

  @Test
  void aPersonIsAMemberOfTheOneDepartmentOfTheFile() {
    assertThat(departments.departmentOf("bea")).contains(new Department("sales", "Sales", "ana"));
    assertThat(departments.departmentOf("boss").map(Department::name)).contains("Board");
    assertThat(departments.isMember("bea", "sales")).isTrue();
    assertThat(departments.isMember("bea", "atencion-al-cliente")).isFalse();
    assertThat(departments.departmentOf("unknown")).isEmpty();
  }

  @Test
  void aPersonWhoHasLeftIsAMemberOfNone() {
    new Company()
        .add("boss", null, "Board", "")
        .add("ana", "boss", "Sales", "")
        .importInto(importer);

    assertThat(departments.departmentOf("bea")).isEmpty();
    assertThat(departments.isMember("bea", "sales")).isFalse();
  }

  @Test
  void eachQuestionTakesOneStatement() {
    database.startCounting();

    departments.all();
    departments.find("Sales");
    departments.isMember("bea", "sales");

    assertThat(database.count()).isEqualTo(3);
  }

  @Test
  void theLogSaysAtStartWhichDepartmentsHaveNoPeople() {
    try (var log = new LogLines()) {
      departments.check();

      assertThat(log.all())
          .contains(
              "WARN com.customerfocus.organization.HandoffDepartments Departments that take handoffs"
                  + " and have no people: 'Not here yet'. Correct the names in"
                  + " customer-focus.organization.handoff-departments, or take them off.");
    }
  }
}
