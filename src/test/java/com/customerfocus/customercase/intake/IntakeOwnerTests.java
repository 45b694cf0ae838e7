package com.customerfocus.customercase.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who owns cases by mail of customers without an employee of their own. */
@CustomerFocusTest
class IntakeOwnerTests {

  private final OrganizationService organization;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;

  @Autowired
  IntakeOwnerTests(
      OrganizationService organization, OrganizationImporter importer, JdbcTemplate rows) {
    this.organization = organization;
    this.importer = importer;
    this.rows = rows;
  }

  private Optional<String> owner(String setting) {
    HandoffSteps.departments(importer);
    return new IntakeOwner(new IntakeProperties(setting), organization).id();
  }

  @ParameterizedTest
  @CsvSource({"oscar, oscar", "order-desk, olga", "Order Desk, olga", "' order desk ', olga"})
  void aPersonOrTheHeadOfADepartment(String setting, String owner) {
    assertThat(owner(setting)).contains(owner);
  }

  @Test
  void noneWhenTheDepartmentHasNoHead() {
    HandoffSteps.departments(importer);
    rows.update("update department set head_id = null where id = 'order-desk'");

    assertThat(new IntakeOwner(new IntakeProperties("order-desk"), organization).id()).isEmpty();
  }

  @Test
  void noneWhenNoneIsSetOrTheNameIsUnknown() {
    assertThat(owner("")).isEmpty();
    assertThat(owner("Complaints")).isEmpty();
  }
}
