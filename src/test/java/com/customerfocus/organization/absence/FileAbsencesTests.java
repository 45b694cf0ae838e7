package com.customerfocus.organization.absence;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Actor;
import com.customerfocus.organization.imports.ImportReport;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Absences of the organization file. It is Monday, 2 March 2026. */
@CustomerFocusTest
class FileAbsencesTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site";
  private static final String WITH_ABSENCES = HEADER + ",absent from,absent until,deputy\n";

  private final OrganizationImporter importer;
  private final AbsenceService absences;
  private final Deputies deputies;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  @Autowired
  FileAbsencesTests(
      OrganizationImporter importer,
      AbsenceService absences,
      Deputies deputies,
      MovableClock clock,
      JdbcTemplate rows) {
    this.importer = importer;
    this.absences = absences;
    this.deputies = deputies;
    this.clock = clock;
    this.rows = rows;
  }

  @Test
  void anAbsenceOfTheFileHasTheDeputyOfTheFile() {
    importFile("2026-03-02,2026-03-12,ben", ",,");

    assertThat(acting("ana")).contains("ben");
    clock.moveTo(Instant.parse("2026-03-14T00:00:00Z"));
    assertThat(acting("ana")).isEmpty();
  }

  @Test
  void aDayBeginsAndEndsAsAtThePersonsSite() {
    importCsv(
        file("2026-03-03,2026-03-12,ben", "2026-03-03,2026-03-12,boss")
            .replace("ana,Ana,,boss,Sales,New,en,Madrid", "ana,Ana,,boss,Sales,New,en,Toledo")
            .replace("ben,Ben,,boss,Sales,New,en,Madrid", "ben,Ben,,boss,Sales,New,en,Boulder"));

    clock.moveTo(Instant.parse("2026-03-02T22:59:59Z"));
    assertThat(acting("ana")).isEmpty();
    clock.moveTo(Instant.parse("2026-03-02T23:00:00Z"));
    assertThat(acting("ana")).contains("ben");
    assertThat(acting("ben")).isEmpty();
    clock.moveTo(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(acting("ben")).contains("boss");
    // Denver's clocks have gone forward meanwhile.
    clock.moveTo(Instant.parse("2026-03-13T05:59:59Z"));
    assertThat(acting("ben")).contains("boss");
    clock.moveTo(Instant.parse("2026-03-13T06:00:00Z"));
    assertThat(acting("ben")).isEmpty();
  }

  @Test
  void theSameFileOnceMoreChangesNothing() {
    importFile("2026-03-02,2026-03-12,ben", "2026-04-02,2026-04-12,");
    var before = rows.queryForList("select id from absence order by id");

    importFile("2026-03-02,2026-03-12,ben", "2026-04-02,2026-04-12,");

    assertThat(rows.queryForList("select id from absence order by id")).isEqualTo(before);
  }

  @Test
  void theNextFileTakesThePlaceOfTheOneBefore() {
    importFile("2026-03-02,2026-03-12,ben", "2026-04-02,2026-04-12,");

    importFile("2026-03-02,2026-03-12,boss", ",,");

    assertThat(acting("ana")).contains("boss");
    assertThat(rows.queryForList("select person_id from absence", String.class))
        .containsExactly("ana");
  }

  @Test
  void aFileWithoutSuchColumnsLeavesAbsencesAlone() {
    importFile("2026-03-02,2026-03-12,ben", ",,");

    importCsv(
        HEADER
            + "\n"
            + """
            boss,Boss,,,Board,New,en,Madrid
            ana,Ana,,boss,Sales,New,en,Madrid
            ben,Ben,,boss,Sales,New,en,Madrid
            dan,Dan,,ana,Sales,New,en,Madrid
            eva,Eva,,ben,Sales,New,en,Madrid
            """);

    assertThat(acting("ana")).contains("ben");
  }

  @Test
  void whatPeopleEnteredThemselvesStays() {
    importFile(",,", ",,");
    absences.report(
        Optional.empty(),
        new AbsenceEntry(AbsenceEntry.AWAY, "2026-03-02", "2026-03-12", "ben", null),
        Actor.of("ana"));

    importFile(",,", "2026-04-02,2026-04-12,");

    assertThat(acting("ana")).contains("ben");
  }

  @Test
  void whatIsOverIsNotTaken() {
    importFile("2026-02-02,2026-02-12,ben", ",,");

    assertThat(rows.queryForList("select id from absence")).isEmpty();
  }

  @Test
  void aLeaversAbsenceDoesNotHoldTheImportUp() {
    importFile("2026-03-02,2026-03-12,ben", ",,");

    importCsv(WITH_ABSENCES + "boss,Boss,,,Board,New,en,Madrid,,,\n");

    assertThat(acting("ana")).contains("boss");
  }

  @Test
  void deputiesWhoCannotActAreTold() {
    assertThat(importFile("2026-03-02,2026-03-12,dan", ",,").warnings())
        .contains(
            "Line 3: Dan (dan), the deputy of Ana (ana), does not work in Tasklist, so the next"
                + " manager up acts.");
    assertThat(acting("ana")).contains("boss");
  }

  @Test
  void deputiesInACircleAreToldOnce() {
    assertThat(importFile("2026-03-02,2026-03-12,ben", "2026-03-12,2026-03-20,ana").warnings())
        .filteredOn(warning -> warning.contains("circle"))
        .containsExactly(
            "Line 3: deputies who are away at the same time stand in for each other in a circle:"
                + " Ben (ben) → Ana (ana) → Ben (ben). The next manager up acts.");
    assertThat(importFile("2026-03-02,2026-03-12,ben", "2026-03-13,2026-03-20,ana").warnings())
        .noneMatch(warning -> warning.contains("circle"));
  }

  @Test
  void aDryRunRecordsNothing() {
    importer.dryRun(csv(file("2026-03-02,2026-03-12,ben", ",,"))).report();

    assertThat(rows.queryForList("select id from absence")).isEmpty();
  }

  private ImportReport importFile(String ana, String ben) {
    return importCsv(file(ana, ben));
  }

  private static String file(String ana, String ben) {
    return WITH_ABSENCES
        + """
        boss,Boss,,,Board,New,en,Madrid,,,
        ana,Ana,,boss,Sales,New,en,Madrid,%s
        ben,Ben,,boss,Sales,New,en,Madrid,%s
        dan,Dan,,ana,Sales,New,en,Madrid,,,
        eva,Eva,,ben,Sales,New,en,Madrid,,,
        """
            .formatted(ana, ben);
  }

  private ImportReport importCsv(String csv) {
    return importer.importFile(csv(csv));
  }

  private static ByteArrayResource csv(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> acting(String person) {
    return Optional.ofNullable(deputies.actingFor(List.of(person)).get(person))
        .map(Substitution::actingId);
  }
}
