package com.customerfocus.organization.absence.process;

import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.ABSENCE_OVER;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.BACK_AS_PLANNED;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.CHANGE_ABSENCE;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.CORRECT_ABSENCE;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.ENDED_ELSEWHERE;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.LEFT_AS_IT_WAS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.organization.absence.Deputies;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person reports an absence. It is Monday, 2 March 2026. */
@CustomerFocusTest
@TakesAllOf(PersonAbsenceProcess.KEY)
class PersonAbsenceTests {

  private static final String ADMINISTRATOR = "admin";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final Deputies deputies;
  private final CascadeSteps cascadeSteps;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  @Autowired
  PersonAbsenceTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      Deputies deputies,
      CascadeSteps cascadeSteps,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.deputies = deputies;
    this.cascadeSteps = cascadeSteps;
    this.clock = clock;
    this.rows = rows;
  }

  /** Boss manages Ana, Ben and Cid, who manage a team each. */
  @BeforeEach
  void aCompany() {
    init(engine);
    new Company()
        .add("boss", "Boss", null, "Board", "en", "")
        .add("ana", "Ana Ruiz Gómez", "boss", "Sales", "en", "")
        .add("ben", "Ben <b>Ito</b>", "boss", "Sales", "en", "")
        .add("cid.1", "Cid Moor", "boss", "Sales", "en", "")
        .add("cid.2", "Cid Moor", "boss", "Sales", "en", "communications")
        .add("team.of.ana", "Dan Oduya", "ana", "Sales", "en", "")
        .add("team.of.ben", "Eva Park", "ben", "Sales", "en", "")
        .add("team.of.cid", "Fay Kim", "cid.1", "Sales", "en", "")
        .importInto(importer);
  }

  // Invalid entries

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-09 |            |           |      | Last day  | Fill in the day.
                     | 2026-03-09 |           |      | First day | Fill in the day.
          9 March    | 2026-03-09 |           |      | First day | Fill in the day.
          +999999999-01-01 | 2026-03-09 |     |      | First day | Fill in the day.
          2026-03-09 | +999999999-12-31 |     |      | Last day  | Fill in the day.
          2026-03-09 | 2026-03-06 |           |      | Last day  | 6 March 2026 is before the first day, 9 March 2026.
          2026-02-09 | 2026-03-01 |           |      | Last day  | 1 March 2026 has passed: there is nothing to hand over any more.
          2026-03-09 | 2206-03-12 |           |      | Last day  | 12 March 2206 is more than 3 years after the first day: check the year.
          2026-03-09 | 2026-03-12 | ANA       |      | Deputy    | Nobody is their own deputy: choose someone else, or leave it empty.
          2026-03-09 | 2026-03-12 | Zoe       |      | Deputy    | Nobody who works in Tasklist is called "Zoe": type an employee id or a name.
          2026-03-09 | 2026-03-12 | %         |      | Deputy    | Nobody who works in Tasklist is called "%": type an employee id or a name.
          2026-03-09 | 2026-03-12 | Dan Oduya |      | Deputy    | Dan Oduya (team.of.ana) does not work in Tasklist: choose someone who does.
          2026-03-09 | 2026-03-12 | cid moor  |      | Deputy    | Several people are called "cid moor": type the employee id, which stands in brackets here: Cid Moor (cid.1), Cid Moor (cid.2).
          2026-03-09 | 2026-03-12 | ito       |      | Deputy    | Nobody is called exactly "ito": type the employee id, which stands in brackets here: Ben <b>Ito</b> (ben).
          2026-03-09 | 2026-03-12 |           | ben  | For whom  | You are not a manager of Ben <b>Ito</b>: only they, their managers and administrators can do this.
          2026-03-09 | 2026-03-12 |           | boss | For whom  | You are not a manager of Boss: only they, their managers and administrators can do this.
          """)
  void whatIsWrongIsTold(
      String from, String until, String deputy, String person, String field, String what) {
    var absence = report("ana", entry(from, until, deputy, person));

    assertThat(absence).isWaitingAt(CORRECT_ABSENCE);
    assertThat(problems("ana", absence)).containsExactly(Map.entry(field, what));
    assertThat(awayEver()).isZero();
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var absence = report("ana", entry(null, null, "x".repeat(10_000), "<script>"));

    assertThat(problems("ana", absence))
        .containsOnlyKeys("First day", "Last day", "Deputy", "For whom");
    assertThat(problems("ana", absence).get("Deputy")).hasSizeLessThan(200);
  }

  @Test
  void nothingChosenIsToldToo() {
    assertThat(problems("ana", report("ana", Map.of())))
        .containsExactly(Map.entry("What to record", "Choose what is to be recorded."));
    assertThat(problems("ana", report("ana", back())))
        .containsExactly(
            Map.entry("What to record", "There is no absence of Ana Ruiz Gómez to end."));
  }

  @Test
  void deputiesWhoWouldActForEachOtherAreTold() {
    report("ben", entry("2026-03-12", "2026-03-20", "ana", null));

    var absence = report("ana", entry("2026-03-09", "2026-03-12", "ben", null));

    assertThat(problems("ana", absence))
        .containsExactly(
            Map.entry(
                "Deputy",
                "Ben <b>Ito</b> is away then, too, and the deputies lead in a circle:"
                    + " Ben <b>Ito</b> → Ana Ruiz Gómez → Ben <b>Ito</b>."
                    + " Choose someone else, or leave it empty."));
    complete("ana", absence, CORRECT_ABSENCE, entry("2026-03-09", "2026-03-11", "ben", null));
    assertThat(absence).isWaitingAt(CHANGE_ABSENCE);
  }

  @Test
  void aWrongEntryIsCorrected() {
    var absence = report("ana", entry("2026-03-09", "2026-03-06", "ben", null));
    assertThat(absence).task(CORRECT_ABSENCE).isAssignedTo("ana");

    complete("ana", absence, CORRECT_ABSENCE, entry("2026-03-09", "2026-03-12", "ben", null));

    assertThat(absence).isWaitingAt(CHANGE_ABSENCE);
    assertThat(actingForAna("2026-03-09T00:00:00Z")).contains("ben");
  }

  @Test
  void aWrongEntryIsForgotten() {
    var absence = report("ana", entry("2026-03-09", "2026-03-06", "ben", null));

    complete("ana", absence, CORRECT_ABSENCE, Map.of("kind", "forget"));

    assertThat(absence).isEnded().hasPassed(LEFT_AS_IT_WAS);
    assertThat(awayEver()).isZero();
  }

  // Recorded absences

  @Test
  void anAbsentPersonFindsTheAbsenceInTheOwnTasks() {
    var absence = report("ana", entry("2026-03-09", "2026-03-12", "Ben <b>Ito</b>", null));

    assertThat(absence)
        .isWaitingAtExactly(CHANGE_ABSENCE)
        .task()
        .hasName("Change or end the absence: Ana Ruiz Gómez, 9 to 12 March 2026")
        .isAssignedTo("ana")
        .hasDueDate(Date.from(Instant.parse("2026-03-13T00:00:00Z")));
    assertThat(
            cascadeSteps.shown(
                "ana", cascadeSteps.task(absence, CHANGE_ABSENCE), "absenceText", String.class))
        .contains("<strong>Ana Ruiz Gómez</strong> is away: <strong>9 to 12 March 2026</strong>.")
        .contains("go to <strong>Ben &lt;b&gt;Ito&lt;/b&gt;</strong>");
  }

  @Test
  void theAbsencesTaskStaysWithTheAbsentPerson() {
    var absence = report("ana", entry("2026-03-02", "2026-03-12", "ben", null));

    assertThat(absence).task().isAssignedTo("ana");
  }

  @ParameterizedTest
  @CsvSource({"ben, ben", "BEN, ben", "ben <B>ito</b>, ben", "'  cid.2 ', cid.2"})
  void theDeputyIsTypedAsIdOrName(String typed, String deputy) {
    report("ana", entry("2026-03-02", "2026-03-12", typed, null));

    assertThat(actingForAna("2026-03-02T09:00:00Z")).contains(deputy);
  }

  @ParameterizedTest
  @CsvSource({"ana ruiz gomez", "Ana  Ruiz Gómez", "ANA RUIZ GÓMEZ", "'Ruiz Gomez, Ana'"})
  void accentsAndCapitalsDoNotMatter(String typed) {
    report("ben", entry("2026-03-02", "2026-03-12", typed, null));

    assertThat(deputies.actingFor(List.of("ben")).get("ben").actingId()).isEqualTo("ana");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08T23:59:59Z, false",
    "2026-03-09T00:00:00Z, true",
    "2026-03-12T23:59:59Z, true",
    "2026-03-13T00:00:00Z, false"
  })
  void theDeputyActsFromTheFirstDayToTheLast(Instant moment, boolean acts) {
    report("ana", entry("2026-03-09", "2026-03-12", "ben", null));

    assertThat(actingForAna(moment.toString()).isPresent()).isEqualTo(acts);
  }

  @Test
  void whenTheLastDayIsOverTheTaskGoesByItself() {
    var absence = report("ana", entry("2026-03-09", "2026-03-12", "ben", null));
    clock.moveTo(Instant.parse("2026-03-12T23:59:59Z"));
    assertThat(cascadeSteps.isTimerDue(ABSENCE_OVER)).isFalse();

    clock.moveTo(Instant.parse("2026-03-13T00:00:00Z"));
    cascadeSteps.fireTimer(ABSENCE_OVER);

    assertThat(absence).isEnded().hasPassed(BACK_AS_PLANNED);
  }

  @Test
  void aPersonWhoIsBackEarlyGetsTasksAtOnce() {
    var absence = report("ana", entry("2026-03-02", "2026-03-12", "ben", null));
    assertThat(actingForAna("2026-03-05T09:00:00Z")).contains("ben");

    complete("ana", absence, CHANGE_ABSENCE, back());

    assertThat(absence).isEnded().hasPassed(LEFT_AS_IT_WAS);
    assertThat(actingForAna("2026-03-05T09:00:00Z")).isEmpty();
  }

  @Test
  void aPersonWhoIsBackMayReportAnotherAbsence() {
    var absence = report("ana", entry("2026-03-02", "2026-03-12", "ben", null));
    var later = report("ana", entry("2026-05-02", "2026-05-12", "ben", null));

    var back = report("ana", back());

    assertThat(back).isEnded();
    assertThat(absence).isEnded().hasPassed(ENDED_ELSEWHERE);
    assertThat(actingForAna("2026-03-05T09:00:00Z")).isEmpty();
    assertThat(later).isWaitingAt(CHANGE_ABSENCE);

    report("ana", back());
    assertThat(later).isEnded();
  }

  @Test
  void daysAndDeputyAreChanged() {
    var absence = report("ana", entry("2026-03-09", "2026-03-12", "ben", null));

    complete("ana", absence, CHANGE_ABSENCE, entry("2026-03-16", "2026-03-20", "boss", null));

    assertThat(absence)
        .isWaitingAtExactly(CHANGE_ABSENCE)
        .task()
        .hasName("Change or end the absence: Ana Ruiz Gómez, 16 to 20 March 2026");
    assertThat(actingForAna("2026-03-10T09:00:00Z")).isEmpty();
    assertThat(actingForAna("2026-03-20T09:00:00Z")).contains("boss");
    assertThat(awayEver()).isOne();
  }

  @Test
  void aWrongChangeLeavesWhatIsOnRecord() {
    var absence = report("ana", entry("2026-03-09", "2026-03-12", "ben", null));

    complete("ana", absence, CHANGE_ABSENCE, entry("2026-03-16", "2026-03-12", "ben", null));

    assertThat(absence).isWaitingAt(CORRECT_ABSENCE);
    assertThat(actingForAna("2026-03-10T09:00:00Z")).contains("ben");
    complete("ana", absence, CORRECT_ABSENCE, Map.of("kind", "forget"));
    assertThat(absence).isWaitingAtExactly(CHANGE_ABSENCE);
  }

  @Test
  void aNewAbsenceTakesThePlaceOfThoseItOverlaps() {
    var typo = report("ana", entry("2026-03-09", "2027-03-12", "ben", null));
    var before = report("ana", entry("2026-03-03", "2026-03-08", "ben", null));

    var right = report("ana", entry("2026-03-09", "2026-03-12", "boss", null));

    assertThat(typo).isEnded().hasPassed(ENDED_ELSEWHERE);
    assertThat(before).isWaitingAt(CHANGE_ABSENCE);
    assertThat(right).isWaitingAt(CHANGE_ABSENCE);
    assertThat(actingForAna("2026-03-10T09:00:00Z")).contains("boss");
    assertThat(actingForAna("2026-03-13T09:00:00Z")).isEmpty();
  }

  @Test
  void anAbsenceEndedElsewhereWhileItIsCorrectedIsRecordedAnew() {
    var absence = report("ana", entry("2026-03-09", "2026-03-12", "ben", null));
    complete("ana", absence, CHANGE_ABSENCE, entry("2026-03-16", "2026-03-12", "ben", null));
    report("ana", back());
    assertThat(actingForAna("2026-03-10T09:00:00Z")).isEmpty();

    complete("ana", absence, CORRECT_ABSENCE, entry("2026-03-16", "2026-03-20", "ben", null));

    assertThat(absence).isWaitingAt(CHANGE_ABSENCE);
    assertThat(actingForAna("2026-03-17T09:00:00Z")).contains("ben");
  }

  // Reports for others

  @Test
  void aManagerReportsForTheOwnPeopleAndLooksAfterIt() {
    var absence = report("boss", entry("2026-03-02", "2026-03-12", "ben", "ana ruiz gomez"));

    assertThat(absence).isWaitingAt(CHANGE_ABSENCE).task().isAssignedTo("boss");
    assertThat(actingForAna("2026-03-05T09:00:00Z")).contains("ben");

    complete("boss", absence, CHANGE_ABSENCE, entry("2026-03-02", "2026-03-31", "ben", null));
    assertThat(actingForAna("2026-03-31T09:00:00Z")).contains("ben");
  }

  @Test
  void anAdministratorReportsForEveryone() {
    var absence = report(ADMINISTRATOR, entry("2026-03-02", "2026-03-12", "ben", "ana"));
    assertThat(absence).isWaitingAt(CHANGE_ABSENCE);

    var own = report(ADMINISTRATOR, entry("2026-03-02", "2026-03-12", "ben", null));
    assertThat(problems(ADMINISTRATOR, own))
        .containsExactly(
            Map.entry(
                "For whom", "You are not in the organization's file: say whose absence it is."));
  }

  @Test
  void colleaguesCannotChangeTheAbsence() {
    var absence = report("ana", entry("2026-03-02", "2026-03-12", "ben", null));

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> complete("ben", absence, CHANGE_ABSENCE, back()));
  }

  // Absences of the organization file

  @Test
  void anAbsenceOfTheFileIsEndedByThePersonAndStaysSo() {
    importWithAbsences();
    assertThat(actingForAna("2026-03-05T09:00:00Z")).contains("ben");

    assertThat(report("ana", back())).isEnded();
    assertThat(actingForAna("2026-03-05T09:00:00Z")).isEmpty();

    importWithAbsences();
    assertThat(actingForAna("2026-03-05T09:00:00Z")).isEmpty();
  }

  private void importWithAbsences() {
    var csv =
        """
        employee id,name,mail,manager,department,heritage company,language,site,absent from,absent until,deputy
        boss,Boss,,,Board,New,en,Madrid,,,
        ana,Ana Ruiz Gómez,,boss,Sales,New,en,Madrid,2026-03-02,2026-03-12,ben
        ben,Ben,,boss,Sales,New,en,Madrid,,,
        team.of.ana,Dan,,ana,Sales,New,en,Madrid,,,
        team.of.ben,Eva,,ben,Sales,New,en,Madrid,,,
        """;
    importer.importFile(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)));
  }

  // Steps

  private static Map<String, Object> entry(
      String from, String until, String deputy, String person) {
    var entry = new HashMap<String, Object>();
    entry.put("kind", "away");
    entry.put("from", from);
    entry.put("until", until);
    entry.put("deputy", deputy);
    entry.put("person", person);
    return entry;
  }

  private static Map<String, Object> back() {
    return Map.of("kind", "back");
  }

  private ProcessInstance report(String user, Map<String, Object> entry) {
    return cascadeSteps.as(
        user,
        () ->
            engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                    PersonAbsenceProcess.KEY, Map.of("absence", CascadeSteps.json(entry))));
  }

  private void complete(
      String user, ProcessInstance absence, String element, Map<String, Object> entry) {
    cascadeSteps.complete(user, cascadeSteps.task(absence, element), "absence", entry);
  }

  private Map<String, String> problems(String user, ProcessInstance absence) {
    var problems = new HashMap<String, String>();
    cascadeSteps
        .shown(user, cascadeSteps.task(absence, CORRECT_ABSENCE), "problems", SpinJsonNode.class)
        .prop("list")
        .elements()
        .forEach(it -> problems.put(it.prop("field").stringValue(), it.prop("what").stringValue()));
    return problems;
  }

  private Optional<String> actingForAna(String moment) {
    var before = clock.instant();
    clock.moveTo(Instant.parse(moment));
    try {
      return Optional.ofNullable(deputies.actingFor(List.of("ana")).get("ana"))
          .map(standIn -> standIn.actingId());
    } finally {
      clock.moveTo(before);
    }
  }

  private int awayEver() {
    return rows.queryForObject("select count(*) from absence", Integer.class);
  }
}
