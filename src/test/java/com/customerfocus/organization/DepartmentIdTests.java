package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of departments, from their names and from what is on record. */
class DepartmentIdTests {

  @ParameterizedTest
  @CsvSource({
    "Customer Care, customer-care",
    "Atención al Cliente, atencion-al-cliente",
    "KJØP, kjop",
    "Kjæp, kjaep",
    "C, c",
    "Łódź 2, lodz-2",
    "Straße, strasse"
  })
  void aNameOfLatinLettersAndDigitsIsReadableInItsId(String name, String id) {
    assertThat(DepartmentId.of(name)).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource({
    "C++, c-[0-9a-f]{12}",
    "C#, c-[0-9a-f]{12}",
    "R & D, r-d-[0-9a-f]{12}",
    "Отдел продаж 1, 1-[0-9a-f]{12}",
    "销售部, [0-9a-f]{12}",
    "Πωλήσεις, [0-9a-f]{12}"
  })
  void otherNamesEndInADigest(String name, String pattern) {
    assertThat(DepartmentId.of(name)).matches(pattern).isEqualTo(DepartmentId.of(name + " "));
  }

  @Test
  void longNamesStayApartWithinTheLengthOfTheEnginesIds() {
    var long1 = DepartmentId.of("Department of " + "x".repeat(80) + " 1");
    var long2 = DepartmentId.of("Department of " + "x".repeat(80) + " 2");
    assertThat(long1).isNotEqualTo(long2).hasSizeLessThanOrEqualTo(DepartmentId.LONGEST);
    assertThat(DepartmentId.of("部".repeat(100))).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "---", "’", " \u0301"})
  void aNameWithoutLettersAndDigitsHasNone(String name) {
    assertThat(DepartmentId.of(name)).isEmpty();
  }

  @Test
  void whatIsOnRecordKeepsItsId() {
    var names =
        new NamesOnRecord(
            List.of(
                stored("c", "C++", true),
                stored("gro", "Groß", true),
                stored("gross", "Gross", false)),
            Map.of("Sur", 3L, "SUR", 2L, "Norte", 1L));

    assertThat(names.departmentId("c++")).isEqualTo("c");
    assertThat(names.departmentId("C")).isEqualTo(DepartmentId.other("C")).isNotEqualTo("c");
    assertThat(names.departmentId("GROSS")).as("the one that is used").isEqualTo("gro");
    assertThat(names.departmentId("Sales")).isEqualTo("sales");
    assertThat(names.company("súr")).isEqualTo("Sur");
    assertThat(names.company("Este")).isEqualTo("Este");
  }

  private static StoredDepartment stored(String id, String name, boolean active) {
    return new StoredDepartment(new Department(id, name, null), active);
  }
}
