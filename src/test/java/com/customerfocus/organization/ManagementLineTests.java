package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.ManagementLine.Level;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Olga manages Max, Max manages Ana, Ana manages Bea; Max has left. */
@CustomerFocusTest
class ManagementLineTests {

  private final ManagementLine line;
  private final OrganizationImporter importer;
  private final JdbcTemplate jdbc;

  @Autowired
  ManagementLineTests(ManagementLine line, OrganizationImporter importer, JdbcTemplate jdbc) {
    this.line = line;
    this.importer = importer;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void people() {
    new Company()
        .add("olga", null, "Board", "")
        .add("max", "olga", "Sales", "")
        .add("ana", "max", "Sales", "")
        .add("bea", "ana", "Sales", "")
        .importInto(importer);
    jdbc.update("update person set active = false where id = 'max'");
  }

  @Test
  void aLineGoesFromThePersonToTheTopThoseWhoHaveLeftIncluded() {
    assertThat(line.upwards("ana"))
        .containsExactly(
            new Level(0, "ana", "Name of ana", true),
            new Level(1, "max", "Name of max", false),
            new Level(2, "olga", "Name of olga", true));
    assertThat(line.upwards("unknown")).isEmpty();
  }

  @Test
  void theNextManagerIsTheNearestWhoHasNotLeft() {
    assertThat(line.managerOf("bea")).contains("ana");
    assertThat(line.managerOf("ana")).contains("olga");
    assertThat(line.managerOf("olga")).isEmpty();
  }

  @Test
  void inChargeIsThePersonOrTheNearestManagerWhoHasNotLeft() {
    assertThat(line.inCharge("ana")).contains("ana");
    assertThat(line.inCharge("max")).contains("olga");
  }

  @Test
  void managersAreAboveAllBelowThemAndNotAboveThemselves() {
    assertThat(line.isAbove("olga", "bea")).isTrue();
    assertThat(line.isAbove("max", "ana")).isTrue();
    assertThat(line.isAbove("ana", "ana")).isFalse();
    assertThat(line.isAbove("bea", "ana")).isFalse();
  }

  @Test
  void aCircleInTheTablesEndsTheLine() {
    jdbc.update("update person set manager_id = 'bea' where id = 'olga'");

    assertThat(line.upwards("bea")).hasSize(101);
    assertThat(line.isAbove("unknown", "bea")).isFalse();
  }
}
