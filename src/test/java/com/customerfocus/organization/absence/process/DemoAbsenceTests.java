package com.customerfocus.organization.absence.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.absence.Substitution;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A demo manager is away on the day of every start. */
@CustomerFocusTest
class DemoAbsenceTests {

  private final OrganizationImporter importer;
  private final Deputies deputies;
  private final RuntimeService runtime;
  private final MovableClock clock;
  private final DemoAbsence demo;

  @Autowired
  DemoAbsenceTests(
      OrganizationImporter importer,
      Deputies deputies,
      RuntimeService runtime,
      IdentityService identity,
      MovableClock clock) {
    this.importer = importer;
    this.deputies = deputies;
    this.runtime = runtime;
    this.clock = clock;
    this.demo = new DemoAbsence(runtime, identity, clock);
  }

  @BeforeEach
  void anotherDay() {
    clock.moveBy(Duration.ofDays(1_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {-8, 0, 14})
  void sheIsAwayAtEveryHourOfTheDemosStart(int hours) {
    // Her day begins later than that of the program.
    new Company()
        .at("Boulder")
        .add("boss", null, "Board", "")
        .add("fiona.lindqvist", "boss", "Sales", "")
        .add("sebastian.lozano", "fiona.lindqvist", "Sales", "")
        .add("seller", "sebastian.lozano", "Sales", "")
        .importInto(importer);
    clock.moveBy(Duration.ofHours(hours));

    demo.report();

    assertThat(deputies.actingFor(List.of("fiona.lindqvist")).values())
        .extracting(Substitution::actingId)
        .containsExactly("sebastian.lozano");
  }

  @Test
  void aManagerOfTheDemoIsAwayWithADeputy() {
    importer.importFile(new ClassPathResource("demo/organization.csv"));

    demo.report();
    demo.report();

    assertThat(runtime.createProcessInstanceQuery().count()).isOne();
    assertThat(deputies.actingFor(List.of("fiona.lindqvist")).values())
        .extracting(Substitution::actingName)
        .containsExactly("Sebastián Lozano Bravo");
  }

  @Test
  void inAnotherOrganizationNoPersonIsAway() {
    new Company().add("boss", null, "Board", "").importInto(importer);

    demo.report();

    assertThat(runtime.createProcessInstanceQuery().count()).isZero();
  }
}
