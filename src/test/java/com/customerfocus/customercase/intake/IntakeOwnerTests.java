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

/** Who owns cases by mail of customers without an employee of their own. */
@CustomerFocusTest
class IntakeOwnerTests {

  private final OrganizationService organization;
  private final OrganizationImporter importer;

  @Autowired
  IntakeOwnerTests(OrganizationService organization, OrganizationImporter importer) {
    this.organization = organization;
    this.importer = importer;
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
  void noneWhenNoneIsSetOrTheNameIsUnknown() {
    assertThat(owner("")).isEmpty();
    assertThat(owner("Complaints")).isEmpty();
  }
}
