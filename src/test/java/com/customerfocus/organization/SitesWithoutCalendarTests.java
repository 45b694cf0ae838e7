package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.worktime.WorkingTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Toledo and Boulder have calendars of their own. */
@CustomerFocusTest
class SitesWithoutCalendarTests {

  private final WorkingTime workingTime;
  private final SitesAtStart atStart;
  private final OrganizationImporter importer;

  @Autowired
  SitesWithoutCalendarTests(
      WorkingTime workingTime, SitesAtStart atStart, OrganizationImporter importer) {
    this.workingTime = workingTime;
    this.atStart = atStart;
    this.importer = importer;
  }

  @ParameterizedTest
  @CsvSource({
    "Toldeo, did you mean 'toledo'?",
    "Tolédos, did you mean 'toledo'?",
    "Bouldre, did you mean 'boulder'?",
    "Bolder, did you mean 'boulder'?",
    "New York, (3 people)",
    "Málaga, (3 people)",
    "東京, (3 people)",
    "Bo, (3 people)"
  })
  void aSiteWithoutACalendarIsTold(String site, String told) {
    assertThat(SitesWithoutCalendar.sentence(Map.of(site, 3L, "TOLEDO", 9L), workingTime).get())
        .startsWith("Sites without a working time calendar of their own")
        .contains("'" + site + "'")
        .contains(told)
        .doesNotContain("TOLEDO");
  }

  @Test
  void sitesWithCalendarsAreNotTold() {
    assertThat(SitesWithoutCalendar.sentence(Map.of("Tolédo", 3L, "BOULDER", 2L), workingTime))
        .isEmpty();
  }

  @Test
  void theLogSaysAtStartWhichSitesHaveNone() {
    new Company()
        .at("Toledo")
        .add("boss", null, "Board", "")
        .at("Toldeo")
        .add("ana", "boss", "Sales", "")
        .importInto(importer);

    try (var log = new LogLines()) {
      atStart.check();

      assertThat(log.all())
          .anyMatch(it -> it.endsWith("'Toldeo' (1 person; did you mean 'toledo'?)."));
    }
  }
}
