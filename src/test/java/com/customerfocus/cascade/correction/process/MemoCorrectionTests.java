package com.customerfocus.cascade.correction.process;

import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.CORRECTION_DROPPED;
import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.CORRECT_MEMO;
import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.MEMO_CORRECTED;
import static com.customerfocus.cascade.correction.process.MemoCorrectionProcess.REVIEW_CORRECTION;
import static com.customerfocus.cascade.process.MemoCascadeProcess.CLOSING_DATE_COME;
import static com.customerfocus.cascade.process.MemoCascadeProcess.FOLLOW_CASCADE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVIEW_OUTCOME;
import static com.customerfocus.testing.CorrectionSteps.editorial;
import static com.customerfocus.testing.CorrectionSteps.material;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CorrectionKind;
import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.page.PersonalPageView.Status;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CorrectionSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A running memo is corrected, after its release on Monday morning. */
@CustomerFocusTest
@TakesAllOf(MemoCorrectionProcess.KEY)
class MemoCorrectionTests {

  private static final String NEW_TEXT = "We **keep** our promises, and call back in 2 days.";
  private static final String WORDS = "We now say by when we call back.";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final CorrectionSteps correctionSteps;
  private final CascadeReports reports;
  private final PersonalPageService memos;
  private final Mailbox mailbox;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private ProcessInstance memo;
  private long cascade;

  @Autowired
  MemoCorrectionTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      CascadeReports reports,
      PersonalPageService memos,
      Mailbox mailbox,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.correctionSteps = new CorrectionSteps(engine, cascadeSteps);
    this.reports = reports;
    this.memos = memos;
    this.mailbox = mailbox;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void aMemoIsOnItsWay() {
    init(engine);
    SmallCompany.people().importInto(importer);
    memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    cascade = cascadeSteps.cascadeId(memo);
  }

  // Invalid corrections

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          decision    | -       | Choose what to do: have the correction reviewed, or drop it.
          kind        | -       | Choose what kind of correction it is: editorial or material.
          kind        | large   | Choose what kind of correction it is: editorial or material.
          title       | ' '     | Title: It is empty: fill it in.
          body        | -       | Core brief: It is empty: fill it in.
          titleEs     | ''      | Spanish text: Title and core brief belong together: write both or neither.
          whatChanged | ' '     | Say in one or two sentences what has changed: everyone who has answered reads it and is asked again.
          whatChanged | -       | Say in one or two sentences what has changed: everyone who has answered reads it and is asked again.
          """)
  void aCorrectionThatSaysTooLittleIsRefused(String field, String typed, String answer) {
    correctionSteps.begin("boss", cascade);
    var correction = material(NEW_TEXT, WORDS);
    correction.put(field, typed);

    assertThatRefused(() -> correctionSteps.write("boss", cascade, correction), answer);

    assertThat(correctionSteps.task(cascade, CORRECT_MEMO)).isPresent();
    assertThat(reports.versions(cascade)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          title         | 201    | Title: It has 201 characters; at most 200 fit: shorten it.
          body          | 20001  | Core brief: It has 20,001 characters; at most 20,000 fit: shorten it.
          whatChanged   | 1001   | What has changed: it is too long, at most 1,000 characters fit.
          whatChangedEs | 1001   | What has changed, in Spanish: it is too long, at most 1,000 characters fit.
          """)
  void aCorrectionThatSaysTooMuchIsRefused(String field, int length, String answer) {
    correctionSteps.begin("boss", cascade);
    var correction = material(NEW_TEXT, WORDS);
    correction.put(field, "x".repeat(length));

    assertThatRefused(() -> correctionSteps.write("boss", cascade, correction), answer);
  }

  @Test
  void theSameTextAgainIsNoCorrection() {
    correctionSteps.begin("boss", cascade);
    var same = material(" " + CascadeSteps.memo().get("body") + "\r\n", WORDS);

    assertThatRefused(
        () -> correctionSteps.write("boss", cascade, same),
        "This is the memo as it is already: change what is to be corrected, or drop the correction.");
  }

  @Test
  void oneCorrectionIsWorkedOnAtATime() {
    correctionSteps.begin("boss", cascade);

    assertThatRefused(
        () -> correctionSteps.begin("boss", cascade),
        "A correction of this memo is being worked on already. Wait until it is published, or drop it first.");

    correctionSteps.write("boss", cascade, Map.of("decision", "drop"));
    correctionSteps.begin("boss", cascade);
    assertThat(correctionSteps.task(cascade, CORRECT_MEMO)).isPresent();
  }

  @Test
  void theAuthorMayNotReleaseTheCorrection() {
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, editorial(NEW_TEXT));

    assertThatRefused(
        () -> correctionSteps.review("boss", cascade, Map.of("decision", "release")),
        "You wrote this memo yourself. Another member of the group communications has to review it.");
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> correctionSteps.review("ana", cascade, Map.of("decision", "release")));

    assertThat(cascade().version()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "revise, '  ', Tell the author what to change.",
    ", What?, Choose what to do: release or revise.",
    "withdraw, No., Choose what to do: release or revise.",
  })
  void aReviewThatSaysTooLittleIsRefused(String decision, String comment, String answer) {
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, editorial(NEW_TEXT));
    var review = new HashMap<String, Object>();
    review.put("decision", decision);
    review.put("comment", comment);

    assertThatRefused(() -> correctionSteps.review("com", cascade, review), answer);
  }

  @Test
  void aReleaseIsNotRefusedForACommentThatItDoesNotUse() {
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, editorial(NEW_TEXT));

    correctionSteps.review(
        "com", cascade, Map.of("decision", "release", "comment", "x".repeat(1_001)));

    assertThat(cascade().version()).isEqualTo(2);
  }

  // Writing and reviewing it

  @Test
  void theFormShowsTheMemoAsItIs() {
    correctionSteps.begin("boss", cascade);
    var task = correctionSteps.task(cascade, CORRECT_MEMO).orElseThrow();

    assertThat(task).isAssignedTo("boss");
    assertThat(task.getName()).isEqualTo("Correct the memo: The customer comes first");
    var fields = cascadeSteps.shown("boss", task, "correction", SpinJsonNode.class);
    for (var field : List.of("title", "body", "titleEs", "bodyEs", "figures")) {
      assertThat(fields.prop(field).stringValue()).isEqualTo(CascadeSteps.memo().get(field));
    }
    assertThat(fields.prop("kind").isNull()).isTrue();
    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);
  }

  @Test
  void aDroppedCorrectionChangesNothing() {
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, material(NEW_TEXT, WORDS));
    correctionSteps.review(
        "com", cascade, Map.of("decision", "revise", "comment", "Is it needed?"));

    correctionSteps.write("boss", cascade, Map.of("decision", "drop"));

    assertThat(cascade().version()).isEqualTo(1);
    assertThat(reports.versions(cascade)).hasSize(1);
    assertThat(hasEnded(CORRECTION_DROPPED)).isTrue();
    assertThat(corrections()).isZero();
    assertThat(rows("select count(*) from memo_version")).isZero();
  }

  @Test
  void aCorrectionSentBackIsRevisedAndReviewedAgain() {
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, material("<script>alert(1)</script>", "<b>Nothing</b>"));
    var review = correctionSteps.task(cascade, REVIEW_CORRECTION).orElseThrow();
    assertThat(review).isNotAssigned().hasCandidateGroup("communications");
    assertThat(cascadeSteps.shown("com", review, "correctionText", String.class))
        .contains("everyone who has answered is asked again", "&lt;b&gt;Nothing&lt;/b&gt;")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");

    correctionSteps.review(
        "com", cascade, Map.of("decision", "revise", "comment", "No tags, please."));

    var revise = correctionSteps.task(cascade, CORRECT_MEMO).orElseThrow();
    assertThat(
            cascadeSteps
                .shown("boss", revise, "review", SpinJsonNode.class)
                .prop("comment")
                .stringValue())
        .isEqualTo("No tags, please.");
    assertThat(
            cascadeSteps
                .shown("boss", revise, "correction", SpinJsonNode.class)
                .prop("body")
                .stringValue())
        .isEqualTo("<script>alert(1)</script>");
    correctionSteps.write("boss", cascade, editorial(NEW_TEXT));
    assertThat(
            cascadeSteps.shown(
                "com",
                correctionSteps.task(cascade, REVIEW_CORRECTION).orElseThrow(),
                "correctionText",
                String.class))
        .contains("nobody is asked again", "<em>Now:</em> We keep our promises<strong>");
    // Until the release people read the previous text.
    assertThat(memoOf("ana").body()).isEqualTo(CascadeSteps.memo().get("body"));
    correctionSteps.review("com", cascade, Map.of("decision", "release"));
    assertThat(memoOf("ana").body()).isEqualTo(NEW_TEXT);
  }

  // An editorial correction

  @Test
  void anEditorialCorrectionIsSeenByAllAndAsksNoReaderAgain() {
    cascadeSteps.brief("boss", List.of("ana", "com", "solo"));
    cascadeSteps.acknowledge(cascade, "com");
    var correction = editorial("We **keep** every promise. " + "x".repeat(10_000));
    correction.put("title", "The customer is first");

    correctionSteps.publish("boss", "com", cascade, correction);
    cascadeSteps.runJobs();

    assertThat(cascadeSteps.statesOf(cascade, "ana", "com", "fred"))
        .containsExactly("BRIEFED", "ACKNOWLEDGED", "PENDING");
    for (var person : List.of("ana", "com", "fred", "gil")) {
      assertThat(memoOf(person).body()).startsWith("We **keep** every promise.");
      assertThat(memoOf(person).askedAgain()).isFalse();
    }
    assertThat(memoOf("com").status()).isEqualTo(Status.ACKNOWLEDGED);
    assertThat(memoOf("com").change()).isNotNull();
    assertThat(memoOf("fred").change()).isNull();
    assertThat(letterTo("fred").subject()).contains("The customer is first");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana", "fred");
    assertThat(
            cascadeSteps.shown(
                "ana", cascadeSteps.briefingOf("ana").orElseThrow(), "memoText", String.class))
        .contains("This memo was corrected while it was on its way.", "every promise");
    assertThat(changesToBrief()).isEmpty();
    assertThat(corrections()).isZero();
    assertThat(cascadeSteps.task(memo, FOLLOW_CASCADE).getName())
        .isEqualTo("Follow the cascade: The customer is first");
    // Answers count, also from a page opened before.
    cascadeSteps.acknowledge(cascade, "ana");
    assertThat(memos.acknowledge(cascadeSteps.receiptOf(cascade, "solo"), 1)).isTrue();
    assertThat(cascadeSteps.statesOf(cascade, "ana", "solo")).containsOnly("ACKNOWLEDGED");
    assertThat(answersOf(1)).isEqualTo(tuple(CorrectionKind.FIRST, 0L, 2L));
    assertThat(answersOf(2)).isEqualTo(tuple(CorrectionKind.EDITORIAL, 0L, 1L));
  }

  // A material correction

  @Test
  void beforeTheFirstBriefingNoReaderIsAskedAgain() {
    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();

    assertThat(hasEnded(MEMO_CORRECTED)).isTrue();
    assertThat(corrections()).isZero();
    assertThat(rows("select count(*) from attestation")).isZero();
    assertThat(rows("select count(*) from notice")).isZero();
    assertThat(changesToBrief()).isEmpty();
    assertThat(memoOf("ana")).extracting(PersonalPageView::body).isEqualTo(NEW_TEXT);
    assertThat(memoOf("ana").change()).isNull();
    brief("boss", 2, "ana", "com", "fred", "solo");
    assertThat(cascadeSteps.statesOf(cascade, "ana", "fred")).containsOnly("BRIEFED");
    assertThat(answersOf(2)).isEqualTo(tuple(CorrectionKind.MATERIAL, 4L, 0L));
  }

  @Test
  void readersOfTheEarlierVersionAreAskedAgainAndTheirAcknowledgementsStayOnRecord() {
    brief("boss", 1, "ana", "com", "solo");
    brief("ana", 1, "bea", "eva");
    cascadeSteps.acknowledge(cascade, "com");
    var thanked = clock.instant();
    clock.moveBy(Duration.ofHours(1));
    var correction = material(NEW_TEXT, WORDS);
    correction.put("bodyEs", "**Cumplimos** nuestras promesas en 2 días.");
    correction.put("whatChangedEs", "Ahora decimos cuándo llamamos.");
    rows.update("update notice set state = 'SENT'");

    correctionSteps.publish("boss", "com", cascade, correction);
    // At once, before the background re-attestation:
    assertThat(memoOf("com").status()).isEqualTo(Status.OPEN);
    assertThat(memoOf("com").askedAgain()).isTrue();
    assertThat(cascadeSteps.statesOf(cascade, "com")).containsExactly("ACKNOWLEDGED");
    cascadeSteps.watchAudiences();
    cascadeSteps.runJobs();

    assertThat(corrections()).isZero();
    assertThat(
            cascadeSteps.statesOf(
                cascade, "ana", "bea", "cid", "com", "eva", "fred", "gil", "solo"))
        .containsOnly("PENDING");
    assertThat(attestations())
        .containsExactlyInAnyOrder(
            "ana 1 ACKNOWLEDGED",
            "bea 1 BRIEFED",
            "com 1 ACKNOWLEDGED",
            "eva 1 BRIEFED",
            "solo 1 BRIEFED");
    assertThat(
            rows.queryForObject(
                "select attested_at from attestation where person_id = 'com'",
                OffsetDateTime.class))
        .isEqualTo(thanked.atOffset(ZoneOffset.UTC));
    assertThat(notices())
        .containsExactlyInAnyOrder(
            "memo-changed ana en",
            "memo-changed bea es",
            "memo-changed com en",
            "memo-changed eva en",
            "memo-changed solo en");
    assertThat(letterTo("com").subject()).isEqualTo("Changed: The customer comes first");
    assertThat(letterTo("com").text())
        .contains(WORDS, "Now: We keep our promises, and call back in 2 days.")
        .doesNotContain("Brief the change");
    assertThat(letterTo("ana").text()).contains("Brief the change");
    assertThat(letterTo("bea").text())
        .contains("Ahora decimos cuándo llamamos.", "Cumplimos nuestras promesas en 2 días.");
    assertThat(changesToBrief()).containsExactly("ana", "boss");
    assertThat(answersOf(1)).isEqualTo(tuple(CorrectionKind.FIRST, 3L, 2L));
    assertThat(answersOf(2)).isEqualTo(tuple(CorrectionKind.MATERIAL, 0L, 0L));

    cascadeSteps.acknowledge(cascade, "com");
    assertThat(memoOf("com").status()).isEqualTo(Status.ACKNOWLEDGED);
    assertThat(answersOf(1)).isEqualTo(tuple(CorrectionKind.FIRST, 3L, 2L));
    assertThat(answersOf(2)).isEqualTo(tuple(CorrectionKind.MATERIAL, 0L, 1L));
    // Unsent mails of the old version are not sent.
    assertThat(letters("com")).containsNull();
  }

  @Test
  void anAnswerFromAnOldPageDoesNotCountAndTheNewPageSaysWhatIsNew() {
    brief("boss", 1, "ana", "com", "solo");
    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();

    // Briefed before and asked again; never asked before.
    for (var person : List.of("com", "fred")) {
      var receipt = cascadeSteps.receiptOf(cascade, person);
      assertThat(memos.acknowledge(receipt, 1)).isFalse();
      assertThat(cascadeSteps.statesOf(cascade, person)).containsExactly("PENDING");
      var page = memos.personalMemo(receipt, 1).orElseThrow();
      assertThat(page.change().words()).containsExactly(WORDS);
      assertThat(memos.acknowledge(receipt, 3)).isTrue();
      assertThat(cascadeSteps.statesOf(cascade, person))
          .as("a version there is not")
          .containsExactly("PENDING");
      assertThat(memos.acknowledge(receipt, 2)).isTrue();
      assertThat(cascadeSteps.statesOf(cascade, person)).containsExactly("ACKNOWLEDGED");
    }
  }

  @Test
  void aReaderOfTheNewTextHasAcknowledgedBeforeBeingAsked() {
    brief("boss", 1, "ana", "com", "solo");
    cascadeSteps.acknowledge(cascade, "com");
    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));

    cascadeSteps.acknowledge(cascade, "com");
    cascadeSteps.acknowledge(cascade, "solo");
    assertThat(memos.acknowledge(cascadeSteps.receiptOf(cascade, "ana"), 1)).isFalse();
    cascadeSteps.runJobs();

    assertThat(cascadeSteps.statesOf(cascade, "com", "solo", "ana"))
        .containsExactly("ACKNOWLEDGED", "ACKNOWLEDGED", "PENDING");
    assertThat(attestations())
        .containsExactlyInAnyOrder("ana 1 BRIEFED", "com 1 ACKNOWLEDGED", "solo 1 BRIEFED");
  }

  @Test
  void aSecondCorrectionAsksOnceMore() {
    brief("boss", 1, "ana", "com", "solo", "fred");
    cascadeSteps.acknowledge(cascade, "com");
    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();
    cascadeSteps.acknowledge(cascade, "com");

    correctionSteps.publish("boss", "com", cascade, material("Call at once.", "At once!"));
    cascadeSteps.runJobs();

    assertThat(attestations())
        .containsExactlyInAnyOrder(
            "ana 1 BRIEFED",
            "com 1 ACKNOWLEDGED",
            "com 2 ACKNOWLEDGED",
            "fred 1 BRIEFED",
            "solo 1 BRIEFED");
    assertThat(memoOf("com").change().words()).containsExactly("At once!");
    assertThat(memoOf("solo").change().words()).containsExactly(WORDS, "At once!");
    assertThat(changesToBrief())
        .as("the newer change took the older one's place")
        .containsExactly("boss");
    assertThat(reports.versions(cascade))
        .extracting(figures -> figures.version().version())
        .containsExactly(1, 2, 3);
    List.of("ana", "com", "solo", "fred").forEach(p -> cascadeSteps.acknowledge(cascade, p));
    assertThat(changesToBrief()).isEmpty();
    assertThat(answersOf(3)).isEqualTo(tuple(CorrectionKind.MATERIAL, 0L, 4L));
  }

  @Test
  void thousandsAreAskedInRounds() {
    // Otherwise the memo of the small company also reaches the large one.
    rows.update("update cascade set state = 'CLOSED'");
    var company = new Company().add("p0", null, "Board", "senior-officer");
    company.add("com", "p0", "Marketing", "communications");
    IntStream.rangeClosed(1, 401)
        .forEach(i -> company.add("m" + i, "p0", "Sales", "").add("e" + i, "m" + i, "Sales", ""));
    company.importInto(importer);
    cascade = cascadeSteps.launchAndRelease("p0", "com");
    cascadeSteps.brief("p0", List.of());
    // As if every manager had briefed, and all readers had been absent.
    rows.update("update briefing set state = 'WAITING' where cascade_id = ?", cascade);

    correctionSteps.publish("p0", "com", cascade, material(NEW_TEXT, WORDS));

    assertThat(cascadeSteps.runJobs()).as("rounds of at most 200 briefings").isEqualTo(3);
    assertThat(corrections()).isZero();
    assertThat(rows("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'briefChange'"))
        .isEqualTo(402);
  }

  @Test
  void aFormerEmployeeIsNotAskedAgain() {
    brief("boss", 1, "ana", "com", "solo");
    rows.update("update person set active = false where id = 'solo'");

    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();

    assertThat(corrections()).isZero();
    assertThat(cascadeSteps.statesOf(cascade, "solo", "ana")).containsExactly("BRIEFED", "PENDING");
  }

  @Test
  void aManagerWithAnOldFormOpenIsAskedToReadTheNewText() {
    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();

    assertThatRefused(
        () -> cascadeSteps.brief("boss", List.of("ana")),
        "The memo has changed while you had this page open. Copy what you wrote, open the task again, and tell your team what is new before you record the briefing.");
    clock.moveBy(Duration.ofDays(2));
    correctionSteps.publish("boss", "com", cascade, material("Call at once.", "At once!"));
    assertThatRefused(
        () ->
            cascadeSteps.brief(
                "boss", Map.of("version", 3, "heldOn", "2026-03-03", "present", List.of())),
        "The day of the briefing, 2026-03-03, is before the memo was corrected on 2026-03-04: tell your team what has changed, then record that day.");
  }

  // Late corrections

  @Test
  void aLateMaterialCorrectionGivesPeopleTimeAndAnEditorialOneDoesNot() {
    brief("boss", 1, "com");
    var closing = cascade().closesAt();
    clock.moveTo(closing.minus(Duration.ofDays(1)));
    correctionSteps.publish("boss", "com", cascade, editorial("Call at once."));
    assertThat(cascade().closesAt()).isEqualTo(closing);

    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();

    var later = cascade().closesAt();
    assertThat(later).isAfterOrEqualTo(clock.instant().plus(Duration.ofDays(5)));
    assertThat(cascadeSteps.task(memo, FOLLOW_CASCADE)).hasDueDate(Date.from(later));
    clock.moveTo(closing);
    assertThat(cascadeSteps.isTimerDue(CLOSING_DATE_COME)).isFalse();
    clock.moveTo(later);
    cascadeSteps.fireTimer(CLOSING_DATE_COME);
    cascadeSteps.runJobs();
    assertThat(memo).isWaitingAtExactly(REVIEW_OUTCOME);
    assertThat(answersOf(1)).isEqualTo(tuple(CorrectionKind.FIRST, 1L, 0L));
    assertThat(cascadeSteps.statesOf(cascade, "com")).containsExactly("LAPSED");
  }

  @Test
  void withTimeLeftTheClosingDateStays() {
    var closing = cascade().closesAt();

    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));

    assertThat(cascade().closesAt()).isEqualTo(closing);
    assertThat(cascadeSteps.task(memo, FOLLOW_CASCADE)).hasDueDate(Date.from(closing));
  }

  @Test
  void aMemoThatTheWholeAudienceHasAcknowledgedCannotBeCorrectedAnyMore() {
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, material(NEW_TEXT, WORDS));
    rows.update("update cascade set state = 'REACHED' where id = ?", cascade);

    assertThatRefused(
        () -> correctionSteps.review("com", cascade, Map.of("decision", "release")),
        "This memo is on its way no longer: everyone was reached, or it was closed or withdrawn. It cannot be corrected any more.");
    assertThatRefused(
        () -> correctionSteps.begin("boss", cascade),
        "This memo is on its way no longer: everyone was reached, or it was closed or withdrawn. It cannot be corrected any more.");

    assertThat(memoOf("ana").body()).isEqualTo(CascadeSteps.memo().get("body"));
  }

  @Test
  void aCascadeIsNotReachedWhilePeopleAreStillToBeAskedAgain() {
    brief("boss", 1, "ana", "com", "solo", "fred");
    List.of("bea", "cid", "dan", "eva", "gil").forEach(p -> cascadeSteps.acknowledge(cascade, p));

    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.watchAudiences();
    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);
    cascadeSteps.runJobs();
    cascadeSteps.watchAudiences();
    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);

    List.of("ana", "bea", "cid", "com", "dan", "eva", "fred", "gil", "solo")
        .forEach(p -> cascadeSteps.acknowledge(cascade, p));
    cascadeSteps.watchAudiences();
    cascadeSteps.runJobs();
    assertThat(memo).isWaitingAtExactly(REVIEW_OUTCOME);
    assertThat(changesToBrief()).isEmpty();
  }

  @Test
  void withdrawingTheMemoEndsItsCorrectionToo() {
    brief("boss", 1, "ana", "com", "solo");
    correctionSteps.publish("boss", "com", cascade, material(NEW_TEXT, WORDS));
    cascadeSteps.runJobs();
    correctionSteps.begin("boss", cascade);
    correctionSteps.write("boss", cascade, material("Call at once.", "At once!"));

    cascadeSteps.complete(
        "boss",
        cascadeSteps.task(memo, FOLLOW_CASCADE),
        "intervention",
        Map.of("what", "withdraw", "reason", "It is all wrong."));
    cascadeSteps.runJobs();

    assertThat(memo).isEnded();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "com"))).isEmpty();
    assertThat(letters("com")).containsOnlyNulls();
  }

  // Helpers

  private void assertThatRefused(Runnable action, String answer) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(action::run)
        .withMessage(answer);
  }

  private void brief(String manager, int version, String... present) {
    cascadeSteps.brief(
        manager,
        Map.of("version", version, "heldOn", "2026-03-02", "present", Arrays.asList(present)));
  }

  private Cascade cascade() {
    return reports.figures(cascade).orElseThrow().cascade();
  }

  private PersonalPageView memoOf(String person) {
    return memos.personalMemo(cascadeSteps.receiptOf(cascade, person)).orElseThrow();
  }

  /** Kind of the version, people briefed on it, people who acknowledged it. */
  private Tuple answersOf(int version) {
    var figures = reports.versions(cascade).get(version - 1);
    assertThat(figures.version().version()).isEqualTo(version);
    return tuple(figures.version().kind(), figures.briefed(), figures.acknowledged());
  }

  private List<String> attestations() {
    return rows.query(
        "select person_id, version, state from attestation",
        (row, n) -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** Managers with a change to brief. */
  private List<String> changesToBrief() {
    return rows.queryForList(
        "select ASSIGNEE_ from ACT_RU_TASK where TASK_DEF_KEY_ = 'briefChange' order by ASSIGNEE_",
        String.class);
  }

  private long corrections() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(MemoCorrectionProcess.KEY)
        .count();
  }

  private boolean hasEnded(String event) {
    return engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .activityId(event)
            .finished()
            .count()
        > 0;
  }

  private long rows(String sql) {
    return cascadeSteps.count(sql);
  }

  private List<String> notices() {
    return rows.query(
        "select kind, recipient_id, language from notice where state = 'NOT_SENT'",
        (row, n) -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
  }

  private List<MailContent> letters(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 10).stream()
        .map(MailboxEntry::content)
        .toList();
  }

  private MailContent letterTo(String person) {
    return letters(person).stream().filter(Objects::nonNull).findFirst().orElseThrow();
  }
}
