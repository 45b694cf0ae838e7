package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.changes.ChangeTexts;
import com.customerfocus.organization.changes.ChangedField;
import com.customerfocus.organization.changes.FieldChanges;
import com.customerfocus.organization.changes.FieldChanges.Change;
import com.customerfocus.organization.changes.ReviewedChanges;
import com.customerfocus.testing.CustomerFocusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a review tells of each change. It is Monday, 2 March 2026. */
@CustomerFocusTest
class ImportReviewTests {

  private static final String FILE =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles,absent from,absent until,deputy
      eva,Eva Top,eva@x.example,,Head Office,Norte,es,Toledo,senior-officer administrator,,,
      ana,Ana Ruiz,ana@x.example,eva,Sales,Norte,es,Toledo,,,,
      bob,Bob Hill,bob@x.example,ana,Sales,Sur,en,Boulder,communications,2026-03-09,2026-03-13,ana
      cid,Cid Moor,cid@x.example,ana,Sales,Sur,en,Boulder,,,,
      """;

  private static final String ANA = "ana,Ana Ruiz,ana@x.example,eva,Sales,Norte,es,Toledo,,,,";
  private static final String BOB_IS_AWAY = "2026-03-09,2026-03-13,ana";

  /** What a file changes of each stored column, and the field that tells it. */
  private record Column(String table, String name, UnaryOperator<String> file, ChangedField field) {

    String key() {
      return table + "." + name;
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          person("name", "Ana Ruiz", "Ana Ruiz Vega", ChangedField.NAME),
          person("mail", "ana@x.example", "ruiz@x.example", ChangedField.MAIL),
          person("manager_id", "bob@x.example,ana", "bob@x.example,eva", ChangedField.MANAGER),
          person("department_id", "eva,Sales", "eva,Head Office", ChangedField.DEPARTMENT),
          person("heritage", "Norte,es,Toledo,,,,", "Este,es,Toledo,,,,", ChangedField.HERITAGE),
          person("language", "es,Toledo,,,,", "en,Toledo,,,,", ChangedField.LANGUAGE),
          person("site", "Toledo,,,,", "Boulder,,,,", ChangedField.SITE),
          person(
              "account_groups", "Boulder,,", "Boulder,administrator,", ChangedField.RIGHTS_GIVEN),
          absence("from_day", "2026-03-09", "2026-03-10", ChangedField.ABSENCE),
          absence("until_day", "2026-03-13", "2026-03-12", ChangedField.ABSENCE),
          absence("from_at", "2026-03-09", "2026-03-06", ChangedField.ABSENCE),
          absence("until_at", "2026-03-13", "2026-03-20", ChangedField.ABSENCE),
          absence("deputy_id", "2026-03-13,ana", "2026-03-13,cid", ChangedField.DEPUTY),
          absence("person_id", BOB_IS_AWAY, ",,", ChangedField.ABSENCE),
          new Column(
              "department",
              "head_id",
              file -> file.replace("Boulder,,,,", "Boulder,department-head,,,"),
              ChangedField.HEAD),
          new Column(
              "department",
              "name",
              file -> file.replace(",Sales,", ",SALES,"),
              ChangedField.DEPARTMENT_NAME));

  /** Who is there is told by joiners and leavers; the other columns are never those of a file. */
  private static final Set<String> TOLD_OTHERWISE =
      Set.of(
          "person.id",
          "person.id_key",
          "person.name_key",
          "person.mail_key",
          "person.active",
          "department.id",
          "department.active",
          "absence.id",
          "absence.source",
          "absence.recorded_by",
          "absence.recorded_at",
          "absence.ended_at",
          "absence.hand_over_at");

  private final OrganizationImporter importer;
  private final ImportService imports;
  private final ChangeTexts texts;
  private final JdbcTemplate jdbc;

  @Autowired
  ImportReviewTests(
      OrganizationImporter importer, ImportService imports, ChangeTexts texts, JdbcTemplate jdbc) {
    this.importer = importer;
    this.imports = imports;
    this.texts = texts;
    this.jdbc = jdbc;
  }

  private static Column person(String name, String before, String after, ChangedField field) {
    return new Column("person", name, file -> replaced(file, before, after), field);
  }

  private static Column absence(String name, String before, String after, ChangedField field) {
    return new Column("absence", name, file -> replaced(file, before, after), field);
  }

  private static String replaced(String file, String before, String after) {
    assertThat(file).contains(before);
    return file.replaceFirst(before, after);
  }

  @Test
  void aChangeOfEachStoredColumnIsTold() {
    importer.importFile(csv(FILE));
    var all = new TreeSet<>(TOLD_OTHERWISE);
    COLUMNS.forEach(column -> all.add(column.key()));
    assertThat(all).as("each column has a line in this test").isEqualTo(storedColumns());

    for (var column : COLUMNS) {
      var dryRun = importer.dryRun(csv(column.file().apply(FILE)));
      assertThat(dryRun.isEmpty()).as(column.key()).isFalse();
      assertThat(dryRun.report().changes())
          .as(column.key())
          .extracting(FieldChanges::field)
          .contains(column.field());
    }
  }

  private Set<String> storedColumns() {
    return new TreeSet<>(
        jdbc.queryForList(
            """
            select concat(lower(table_name), '.', lower(column_name))
              from information_schema.columns
             where lower(table_name) in ('person', 'absence', 'department')
               and lower(table_schema) = 'public'
            """,
            String.class));
  }

  @Test
  void theSameFileTellsNoChange() {
    importer.importFile(csv(FILE));
    var dryRun = importer.dryRun(csv(FILE));

    assertThat(dryRun.isEmpty()).isTrue();
    assertThat(dryRun.report().changes()).isEmpty();
    assertThat(dryRun.unusual()).isEmpty();
  }

  @Test
  void aDryRunWritesNeitherPeopleNorAbsences() {
    importer.importFile(csv(FILE));
    var before = jdbc.queryForList("select * from absence");
    importer.dryRun(csv(FILE.replace("2026-03-09", "2026-03-10").replace("Ana Ruiz", "Ann")));

    assertThat(jdbc.queryForList("select * from absence")).isEqualTo(before);
    assertThat(importer.dryRun(csv(FILE)).isEmpty()).isTrue();
  }

  // Single changes

  @Test
  void twoPeopleWhoSwapTheirAddressesAreNamed() {
    var report =
        report(
            FILE.replace("ana@x.example", "ANA")
                .replace("cid@x.example", "ana@x.example")
                .replace("ANA", "cid@x.example"));

    assertThat(of(report, ChangedField.MAIL))
        .containsExactly(
            new Change("ana", "Ana Ruiz", "ana@x.example", "cid@x.example"),
            new Change("cid", "Cid Moor", "cid@x.example", "ana@x.example"));
    assertThat(report.warnings())
        .containsExactly(
            "2 people get the mail address that another person has today: Ana Ruiz (ana) gets that"
                + " of Cid Moor (cid). Did the column slip by a row?");
  }

  @Test
  void otherCapitalLettersOfAnAddressAreTold() {
    var report = report(FILE.replace("ana@x", "Ana@X"));

    assertThat(of(report, ChangedField.MAIL))
        .containsExactly(new Change("ana", "Ana Ruiz", "ana@x.example", "Ana@X.example"));
    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void aRightGivenAndAnotherTakenAreTold() {
    var report =
        report(
            FILE.replace("communications", "process-owner")
                .replace(ANA, ANA.replace("Toledo,", "Toledo,communications")));

    assertThat(of(report, ChangedField.RIGHTS_GIVEN))
        .containsExactly(
            new Change("ana", "Ana Ruiz", null, "communications"),
            new Change("bob", "Bob Hill", null, "process-owner"));
    assertThat(of(report, ChangedField.RIGHTS_TAKEN))
        .containsExactly(new Change("bob", "Bob Hill", "communications", null));
  }

  @Test
  void rightsGivenAndTakenByHandAreToldWhenTheFileUndoesIt() {
    importer.importFile(csv(FILE));
    jdbc.update(
        "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values ('ana', 'camunda-admin')");
    jdbc.update(
        "delete from ACT_ID_MEMBERSHIP where USER_ID_ = 'bob' and GROUP_ID_ = 'communications'");

    assertThat(importer.dryRun(csv(FILE)).isEmpty())
        .as("a file that changes no account leaves them alone")
        .isTrue();
    var file = FILE.replace("ana@x", "ana@y");
    var report = importer.dryRun(csv(file)).report();
    assertThat(of(report, ChangedField.RIGHTS_GIVEN))
        .containsExactly(new Change("bob", "Bob Hill", null, "communications"));
    assertThat(of(report, ChangedField.RIGHTS_TAKEN))
        .containsExactly(new Change("ana", "Ana Ruiz", "administrator", null));
    assertThat(importer.importFile(csv(file)).changes()).isEqualTo(report.changes());
    assertThat(
            jdbc.queryForList(
                "select GROUP_ID_ from ACT_ID_MEMBERSHIP where USER_ID_ in ('ana', 'bob')"
                    + " order by GROUP_ID_",
                String.class))
        .containsExactly("communications", "managers");
  }

  @Test
  void rightsOfJoinersAndLeaversAreTold() {
    var report =
        report(
            FILE.replaceAll("(?m)^bob,.*\\n", "")
                + "dan,Dan,,eva,Sales,Sur,en,Boulder,administrator,,,\n");

    assertThat(of(report, ChangedField.RIGHTS_GIVEN))
        .containsExactly(new Change("dan", "Dan", null, "administrator"));
    assertThat(of(report, ChangedField.RIGHTS_TAKEN))
        .containsExactly(new Change("bob", "Bob Hill", "communications", null));
    assertThat(of(report, ChangedField.ABSENCE))
        .containsExactly(
            new Change("bob", "Bob Hill", "2026-03-09 – 2026-03-13, Ana Ruiz (ana)", null));
  }

  @Test
  void anAbsenceThatMovesIsOneChange() {
    assertThat(
            of(report(FILE.replace(BOB_IS_AWAY, "2026-03-16,2026-03-20,")), ChangedField.ABSENCE))
        .containsExactly(
            new Change(
                "bob",
                "Bob Hill",
                "2026-03-09 – 2026-03-13, Ana Ruiz (ana)",
                "2026-03-16 – 2026-03-20"));
  }

  @Test
  void anotherDeputyForTheSameDaysIsTold() {
    assertThat(of(report(FILE.replace("03-13,ana", "03-13,eva")), ChangedField.DEPUTY))
        .containsExactly(new Change("bob", "Bob Hill", "Ana Ruiz (ana)", "Eva Top (eva)"));
  }

  @Test
  void anAbsenceThatBeginsElsewhereIsToldByItsMoments() {
    assertThat(of(report(FILE.replace("en,Boulder,comm", "en,Toledo,comm")), ChangedField.ABSENCE))
        .containsExactly(
            new Change(
                "bob",
                "Bob Hill",
                "2026-03-09T06:00:00Z – 2026-03-14T06:00:00Z, Ana Ruiz (ana)",
                "2026-03-08T23:00:00Z – 2026-03-13T23:00:00Z, Ana Ruiz (ana)"));
  }

  @Test
  void aFileThatChangesAbsencesOnlyIsOnRecord() {
    importer.importFile(csv(FILE), "first.csv", "admin");
    importer.importFile(csv(FILE.replace(BOB_IS_AWAY, ",,")), "second.csv", "admin");

    assertThat(imports.imports(0, 10))
        .extracting(OrganizationImport::fileName)
        .containsExactly("second.csv", "first.csv");
  }

  @Test
  void otherAbsencesAreOtherChanges() {
    importer.importFile(csv(FILE));
    var one = importer.dryRun(csv(FILE.replace(BOB_IS_AWAY, ",,"))).fingerprint();
    var other = importer.dryRun(csv(FILE.replace("03-13,ana", "03-14,ana"))).fingerprint();

    assertThat(one)
        .isNotEqualTo(other)
        .isEqualTo(importer.dryRun(csv(FILE.replace(BOB_IS_AWAY, ",,"))).fingerprint());
  }

  // The demo's organization with a wrong column

  @ParameterizedTest
  @CsvSource({
    "mail, MAIL, Another mail address",
    "name, NAME, Another name",
    "site, SITE, Another site",
    "heritage company, HERITAGE, Another heritage company",
    "language, LANGUAGE, Another language"
  })
  void aColumnThatSlippedByARowIsTold(String column, ChangedField field, String title)
      throws IOException {
    importer.importFile(new ClassPathResource("demo/organization.csv"));
    var people = new DemoFile();
    var before = people.column(column);
    people.slip(column);
    var after = people.column(column);
    var changed = 0;
    for (var i = 0; i < before.size(); i++) {
      changed += before.get(i).equals(after.get(i)) ? 0 : 1;
    }
    var report = importer.dryRun(csv(people.text())).report();

    assertThat(report.joiners() + report.leavers() + report.moves()).isZero();
    assertThat(report.changes())
        .singleElement()
        .returns(field, FieldChanges::field)
        .returns(changed, FieldChanges::count);
    var had = before.stream().filter(value -> !value.isEmpty()).count();
    assertThat(report.warnings())
        .contains(
            "%s: %d of %d people. Is that meant, or did a column slip by a row?"
                .formatted(title, Math.min(changed, had), had));
    assertThat(report.warnings().stream().filter(it -> it.contains("another person has today")))
        .hasSize(field == ChangedField.MAIL ? 1 : 0);
  }

  @Test
  void oneMoreAdministratorIsTold() throws IOException {
    importer.importFile(new ClassPathResource("demo/organization.csv"));
    var people = new DemoFile();
    var last = people.last();
    last.put("roles", "administrator");
    var report = importer.dryRun(csv(people.text())).report();

    assertThat(report.changes())
        .containsExactly(
            new FieldChanges(
                ChangedField.RIGHTS_GIVEN,
                1,
                List.of(
                    new Change(last.get("employee id"), last.get("name"), null, "administrator"))));
  }

  @ParameterizedTest
  @CsvSource({"language, en, LANGUAGE", "site, Mars, SITE", "heritage company, X, HERITAGE"})
  void aColumnFilledWithOneValueIsTold(String column, String value, ChangedField field)
      throws IOException {
    importer.importFile(new ClassPathResource("demo/organization.csv"));
    var people = new DemoFile();
    var others = people.column(column).stream().filter(it -> !it.equals(value)).count();
    people.fill(column, value);
    var report = importer.dryRun(csv(people.text())).report();

    assertThat(report.changes())
        .singleElement()
        .returns(field, FieldChanges::field)
        .returns((int) others, FieldChanges::count);
    assertThat(report.warnings()).anyMatch(it -> it.endsWith("did a column slip by a row?"));
  }

  // In Tasklist

  @Test
  void theReviewerReadsItAsTypedAndInTheOwnLanguage() {
    importer.importFile(csv(FILE));
    var dryRun =
        importer.dryRun(
            csv(
                FILE.replace("Ana Ruiz", "<b>{{7*7}}</b> ${7*7}")
                    .replace("Boulder,,", "Boulder,administrator,")
                    .replace("ana,Sales,Sur", "ana,Care & Co,Sur")));
    var changes =
        new ReviewedChanges(
            dryRun.report().changes(),
            dryRun.unusual(),
            dryRun.reusedMails(),
            dryRun.report().newDepartments(),
            dryRun.report().closedDepartments());

    assertThat(texts.changesHtml(changes, "bob"))
        .startsWith(
            "<div><h3>Rights given: 1</h3><ul><li><strong>Cid Moor</strong> (cid):"
                + " Administrator</li></ul>")
        .contains(
            "<h3>Another name: 1</h3><ul><li><strong>Ana Ruiz</strong> (ana): Ana Ruiz →"
                + " &lt;b&gt;{{7*7}}&lt;/b&gt; ${7*7}</li></ul>");
    assertThat(texts.summaryHtml(changes, "eva"))
        .contains("<li>Permisos concedidos: <strong>1</strong></li>")
        .contains("<p><strong>Departamentos nuevos:</strong> Care &amp; Co</p>");
    assertThat(texts.summaryHtml(changes, "admin")).contains("New departments:");
    assertThat(texts.summaryHtml(changes, null)).contains("New departments:");
  }

  private ImportReport report(String file) {
    importer.importFile(csv(FILE));
    return importer.dryRun(csv(file)).report();
  }

  private static List<Change> of(ImportReport report, ChangedField field) {
    return report.changes().stream()
        .filter(it -> it.field() == field)
        .flatMap(it -> it.first().stream())
        .toList();
  }

  private static InputStreamSource csv(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }
}
