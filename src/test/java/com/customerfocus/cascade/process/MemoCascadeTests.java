package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.CASCADE_WITHDRAWN;
import static com.customerfocus.cascade.process.MemoCascadeProcess.CLOSE_CASCADE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.CLOSING_DATE_COME;
import static com.customerfocus.cascade.process.MemoCascadeProcess.END_BRIEFINGS;
import static com.customerfocus.cascade.process.MemoCascadeProcess.FOLLOW_CASCADE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.MEMO_WITHDRAWN;
import static com.customerfocus.cascade.process.MemoCascadeProcess.OPEN_CASCADE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.OUTCOME_REVIEWED;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVIEW_OUTCOME;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVIEW_REACH;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVISE_MEMO;
import static com.customerfocus.cascade.process.MemoCascadeProcess.START_CORRECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A memo from its author's first draft to the author's conclusion from the outcome. */
@CustomerFocusTest
@TakesAllOf(MemoCascadeProcess.KEY)
class MemoCascadeTests {

  /** Three levels with five working days each to brief, then five to acknowledge. */
  private static final Instant CLOSING_DATE = Instant.parse("2026-03-30T09:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final CascadeReports reports;
  private final PersonalPageService memos;
  private final Mailbox mailbox;
  private final MovableClock clock;

  @Autowired
  MemoCascadeTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      CascadeReports reports,
      PersonalPageService memos,
      Mailbox mailbox,
      MovableClock clock) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reports = reports;
    this.memos = memos;
    this.mailbox = mailbox;
    this.clock = clock;
  }

  @BeforeEach
  void theCompany() {
    init(engine);
    SmallCompany.people().importInto(importer);
  }

  // Writing and the dry run

  @Test
  void onlySeniorOfficersMayLaunchAMemo() {
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> cascadeSteps.launch("ana", CascadeSteps.memo()));

    assertThat(reports.cascades(0, 10)).isEmpty();
  }

  @Test
  void anEmptyMemoGoesBackToItsAuthorWithAllThatIsMissing() {
    var memo = cascadeSteps.launch("boss", Map.of());

    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);
    assertThat(cascadeSteps.task(memo, REVISE_MEMO)).isAssignedTo("boss");
    assertThat(findings(memo))
        .contains(
            entry("Title", "It is empty: fill it in."),
            entry("Core brief", "It is empty: fill it in."),
            entry("Days to brief", "Give a number from 1 to 90."),
            entry("Days to acknowledge", "Give a number from 1 to 90."));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        mistake("title", " ", "Title", "It is empty: fill it in."),
        mistake("title", "x".repeat(201), "Title", tooLong("201", "200")),
        mistake("body", "", "Core brief", "It is empty: fill it in."),
        mistake("body", "x".repeat(20_001), "Core brief", tooLong("20,001", "20,000")),
        mistake("figures", "9".repeat(4_001), "Figures", tooLong("4,001", "4,000")),
        mistake("titleEs", "x".repeat(201), "Spanish title", tooLong("201", "200")),
        mistake("bodyEs", "x".repeat(20_001), "Spanish core brief", tooLong("20,001", "20,000")),
        mistake("titleEs", "", "Spanish text", HALF_SPANISH),
        mistake("bodyEs", "  ", "Spanish text", HALF_SPANISH),
        mistake("daysToBrief", null, "Days to brief", "Give a number from 1 to 90."),
        mistake("daysToBrief", 0, "Days to brief", "Give a number from 1 to 90."),
        mistake("daysToBrief", 91, "Days to brief", "Give a number from 1 to 90."),
        mistake("daysToBrief", 2_000_000_000, "Days to brief", "Give a number from 1 to 90."),
        mistake("daysToAcknowledge", -5, "Days to acknowledge", "Give a number from 1 to 90."),
        mistake("daysToAcknowledge", 91, "Days to acknowledge", "Give a number from 1 to 90."),
        mistake("reminderDays", "two days before", "Reminders", NO_REMINDER_DAYS),
        mistake("reminderDays", "0, 61", "Reminders", NO_REMINDER_DAYS),
        mistake(
            "department",
            "Legal",
            "Audience",
            "There is no department \"Legal\". There are: Board, Care, Marketing, Sales."),
        mistake(
            "department",
            " BOÁRD ",
            "Audience",
            "You belong to Board yourself: leave the audience empty to reach everyone below you."),
        mistake(
            "department",
            "board",
            "Audience",
            "You belong to Board yourself: leave the audience empty to reach everyone below you."));
  }

  private static final String NO_REMINDER_DAYS =
      "Give up to 10 whole numbers from -30 to 60 with commas between them, such as -2, 0, 3.";

  private static final String HALF_SPANISH =
      "Title and core brief belong together: write both or neither.";

  private static String tooLong(String length, String limit) {
    return "It has %s characters; at most %s fit: shorten it.".formatted(length, limit);
  }

  private static Arguments mistake(String field, Object typed, String who, String why) {
    return Arguments.of(field, typed, who, why);
  }

  @ParameterizedTest(name = "{2}: {3}")
  @MethodSource("mistakes")
  void aMistakeSendsTheMemoBackAndSaysWhatToDo(String field, Object typed, String who, String why) {
    var written = CascadeSteps.memo();
    written.put(field, typed);

    var memo = cascadeSteps.launch("boss", written);

    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);
    assertThat(blockers(memo)).containsExactly(entry(who, why));
  }

  @Test
  void anOfficerBelowTheHeadOfADepartmentCannotSendItAMemo() {
    var written = memoFor("Board");

    var memo = cascadeSteps.launch("solo", written);

    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);
    assertThat(findings(memo)).containsOnlyKeys("Audience");
  }

  @Test
  void aLoginWithoutAnEmployeeCannotLaunchAMemo() {
    var memo = cascadeSteps.launch("admin", CascadeSteps.memo());

    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);
    assertThat(blockers(memo))
        .containsExactly(
            entry(
                "admin",
                "Is not in the organization's file: only someone who works here can launch a memo."));
  }

  @Test
  void anOfficerWithoutATeamHasToChooseADepartment() {
    var memo = cascadeSteps.launch("solo", CascadeSteps.memo());

    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);
    assertThat(findings(memo))
        .containsExactly(entry("Solo", "Has nobody to pass the memo on to: choose a department."));

    var revised = memoFor("Care");
    cascadeSteps.complete("solo", cascadeSteps.task(memo, REVISE_MEMO), "memo", revised);

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
    assertThat(reach(memo).get("longestChain")).hasToString("[\"Solo\",\"Fred\",\"Gil\"]");
  }

  @Test
  void whatIsHardButNotWrongIsSaidAndDoesNotHoldTheMemoUp() {
    var company = SmallCompany.people();
    IntStream.rangeClosed(1, 25)
        .forEach(i -> company.add("c" + i, "Caller " + i, "fred", "Care", "en", ""));
    company.addWithoutMail("hal", "Hal", "fred", "Care").importInto(importer);
    var english = CascadeSteps.memo();
    english.remove("titleEs");
    english.remove("bodyEs");

    var memo = cascadeSteps.launch("boss", english);

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
    assertThat(blockers(memo)).isEmpty();
    assertThat(findings(memo))
        .containsOnly(
            entry(
                "Hal",
                "Has no mail address and gets no personal link: Fred records whether they were at the briefing."),
            entry(
                "Fred",
                "Would have to brief 27 people; more than 25 can hardly talk it over together."),
            entry(
                "2 people who read Spanish",
                "Would get the memo in the language it is written in: add a Spanish text if you can."));
  }

  @Test
  void theDryRunSaysWhomTheMemoReachesAndWhen() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
    assertThat(cascadeSteps.task(memo, REVIEW_REACH))
        .isNotAssigned()
        .hasCandidateGroup("communications");
    var reach = reach(memo);
    assertThat(reach.get("people").intValue()).isEqualTo(9);
    assertThat(reach.get("levels").intValue()).isEqualTo(3);
    assertThat(reach.get("teams").intValue()).isEqualTo(4);
    assertThat(reach.get("longestChain")).hasToString("[\"Boss\",\"Ana\",\"Bea\",\"Cid\"]");
    assertThat(reach.get("completion").textValue()).isEqualTo("2026-03-30");
    assertThat(findings(memo)).isEmpty();
  }

  // Review by a second person

  @Test
  void theAuthorMayNotReleaseTheOwnMemo() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> review("boss", memo, "release", null))
        .withMessage(
            "You wrote this memo yourself. Another member of the group communications has to review it.");

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
    assertThat(cascade(memo).releasedAt()).isNull();
  }

  @Test
  void onlyCommunicationsMayReviewTheMemo() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> review("ana", memo, "release", null));

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
  }

  @ParameterizedTest
  @CsvSource({
    "revise,, Tell the author what to change.",
    "revise, '  ', Tell the author what to change.",
    "withdraw,, Tell the author why it is withdrawn.",
    ",, 'Choose what to do: release, revise or withdraw.'",
    "approve,, 'Choose what to do: release, revise or withdraw.'",
  })
  void aReviewThatSaysTooLittleIsRefused(String decision, String comment, String answer) {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> review("com", memo, decision, comment))
        .withMessage(answer);

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"revise", "withdraw"})
  void aWordToTheAuthorHasAtMostAThousandCharacters(String decision) {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> review("com", memo, decision, "x".repeat(1_001)))
        .withMessage("The reason is too long: at most 1,000 characters fit.");

    review("com", memo, decision, "x".repeat(1_000));
    assertThat(memo).hasPassed("recordReview");
  }

  @Test
  void aReleaseIsNotRefusedForACommentThatItDoesNotUse() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());

    review("com", memo, "release", "x".repeat(1_001));

    assertThat(memo).hasPassed("recordReview");
  }

  @Test
  void aMemoSentBackIsRevisedCheckedAndReviewedAgain() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    review("com", memo, "revise", "Say what is in it for Care.");

    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);
    var revise = cascadeSteps.task(memo, REVISE_MEMO);
    assertThat(
            json(cascadeSteps.shown("boss", revise, "review", SpinJsonNode.class)).get("comment"))
        .hasToString("\"Say what is in it for Care.\"");
    var worse = CascadeSteps.memo();
    worse.put("daysToBrief", 0);
    cascadeSteps.complete("boss", revise, "memo", worse);
    assertThat(memo).isWaitingAtExactly(REVISE_MEMO);

    var better = CascadeSteps.memo();
    better.put("title", "Care comes first");
    better.put("body", "Care *hears* the customer.");
    better.put("daysToBrief", 2);
    cascadeSteps.complete("boss", cascadeSteps.task(memo, REVISE_MEMO), "memo", better);

    assertThat(memo).isWaitingAtExactly(REVIEW_REACH);
    assertThat(reach(memo).get("completion").textValue()).isEqualTo("2026-03-17");
    assertThat(
            cascadeSteps.shown(
                "com", cascadeSteps.task(memo, REVIEW_REACH), "memoText", String.class))
        .contains("<h2>Care comes first</h2>", "Care <em>hears</em> the customer.")
        .doesNotContain("We <strong>keep</strong> our promises");
    cascadeSteps.release("com", memo);
    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);
    assertThat(reports.cascades(0, 10))
        .extracting(Cascade::title)
        .containsExactly("Care comes first");
  }

  @Test
  void aMemoWithdrawnAtItsReviewReachesNoReader() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    var cascade = cascadeSteps.cascadeId(memo);

    review("com", memo, "withdraw", " The merger is off. ");

    assertThat(memo).isEnded().hasPassed(MEMO_WITHDRAWN).hasNotPassed(OPEN_CASCADE);
    assertThat(cascade(cascade).state()).isEqualTo(CascadeState.WITHDRAWN);
    assertThat(cascade(cascade).withdrawnBy()).isEqualTo("com");
    assertThat(cascade(cascade).withdrawalReason()).isEqualTo("The merger is off.");
    assertThat(receipts(cascade)).isEmpty();
  }

  // Running

  @Test
  void releasingOpensAReceiptForEveryoneAndTheFirstBriefing() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    review("com", memo, "release", null);
    assertThat(memo).isWaitingAt(OPEN_CASCADE);

    cascadeSteps.runJobs();

    var cascade = cascade(memo);
    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);
    assertThat(cascadeSteps.task(memo, FOLLOW_CASCADE))
        .isAssignedTo("boss")
        .hasDueDate(Date.from(CLOSING_DATE));
    assertThat(cascade.state()).isEqualTo(CascadeState.RUNNING);
    assertThat(cascade.releasedBy()).isEqualTo("com");
    assertThat(cascade.closesAt()).isEqualTo(CLOSING_DATE);
    assertThat(receipts(cascade.id()))
        .containsOnlyKeys("ana", "bea", "cid", "dan", "eva", "fred", "gil", "com", "solo")
        .allSatisfy((person, state) -> assertThat(state).isEqualTo("PENDING"));
    assertThat(cascadeSteps.managersToBrief()).containsExactly("boss");
  }

  @Test
  void aMemoForADepartmentReachesItsHeadFromTheLauncherAndAllBelow() {
    var written = memoFor("Sales");
    var memo = cascadeSteps.launch("boss", written);
    assertThat(reach(memo).get("people").intValue()).isEqualTo(5);
    assertThat(reach(memo).get("teams").intValue()).isEqualTo(3);

    cascadeSteps.release("com", memo);
    assertThat(cascadeSteps.managersToBrief()).containsExactly("boss");
    cascadeSteps.brief("boss", List.of("ana"));

    assertThat(receipts(cascadeSteps.cascadeId(memo)))
        .containsOnlyKeys("ana", "bea", "cid", "dan", "eva");
    assertThat(cascadeSteps.managersToBrief()).containsExactly("ana");
  }

  @Test
  void theLauncherSeesHowFarTheMemoHasCome() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    var follow = cascadeSteps.task(memo, FOLLOW_CASCADE);
    assertThat(cascadeSteps.shown("boss", follow, "progressText", String.class))
        .contains(
            "<tr><td>Everyone</td><td>9</td><td>0</td><td>0</td><td>9</td><td>0</td><td>0</td></tr>");

    cascadeSteps.brief("boss", List.of("ana", "fred", "com"));
    cascadeSteps.acknowledge(cascadeSteps.cascadeId(memo), "fred");

    assertThat(cascadeSteps.shown("boss", follow, "progressText", String.class))
        .contains(
            "<tr><td>Everyone</td><td>9</td><td>1</td><td>2</td><td>6</td><td>0</td><td>0</td></tr>")
        .contains(
            "<tr><td>Care</td><td>2</td><td>1</td><td>0</td><td>1</td><td>0</td><td>0</td></tr>");
  }

  @Test
  void theLauncherCorrectsTheMemoAndGoesOnFollowingIt() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);

    cascadeSteps.complete(
        "boss", cascadeSteps.task(memo, FOLLOW_CASCADE), "intervention", Map.of("what", "correct"));

    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE).hasPassed(START_CORRECTION);
    assertThat(cascadeSteps.task(memo, FOLLOW_CASCADE)).hasDueDate(Date.from(CLOSING_DATE));
    assertThat(engine.getRuntimeService().getVariable(memo.getId(), "intervention")).isNull();
    assertThat(
            engine
                .getTaskService()
                .createTaskQuery()
                .taskAssignee("boss")
                .taskDefinitionKey("correctMemo")
                .count())
        .isOne();
  }

  // Withdrawal

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aRunningMemoIsNotWithdrawnWithoutAReason(String reason) {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> withdraw(memo, reason))
        .withMessage("Say why the memo is withdrawn.");

    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);
    assertThat(cascade(memo).state()).isEqualTo(CascadeState.RUNNING);
  }

  @Test
  void withdrawingEndsEveryBriefingAndReceiptPageAndNotice() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    var cascade = cascadeSteps.cascadeId(memo);
    cascadeSteps.brief("boss", List.of("ana", "com", "solo"));
    cascadeSteps.brief("ana", List.of("eva"));
    cascadeSteps.acknowledge(cascade, "com");
    assertThat(letters()).isNotEmpty().doesNotContainNull();

    withdraw(memo, "The figures are wrong.");
    // At once, before the background work:
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "eva"))).isEmpty();
    cascadeSteps.acknowledge(cascade, "eva");
    assertThat(cascadeSteps.stateOf(cascade, "eva")).isEqualTo("BRIEFED");
    assertThat(letters()).isNotEmpty().containsOnlyNulls();
    cascadeSteps.runJobs();

    assertThat(memo).isEnded().hasPassed(CASCADE_WITHDRAWN).hasNotPassed(REVIEW_OUTCOME);
    assertThat(cascade(cascade).state()).isEqualTo(CascadeState.WITHDRAWN);
    assertThat(cascade(cascade).withdrawnBy()).isEqualTo("boss");
    assertThat(cascade(cascade).withdrawalReason()).isEqualTo("The figures are wrong.");
    assertThat(nothingRuns()).isTrue();
    assertThat(openBriefings(cascade)).isZero();
    assertThat(receipts(cascade))
        .containsEntry("com", "ACKNOWLEDGED")
        .containsEntry("eva", "BRIEFED")
        .containsEntry("fred", "LAPSED")
        .containsEntry("cid", "LAPSED")
        .doesNotContainValue("PENDING");
  }

  @Test
  void withdrawingTakesSeveralShortRoundsWhenManyBriefingsRun() {
    var company = new Company().add("p0", null, "Board", "senior-officer");
    company.add("com", "p0", "Marketing", "communications");
    for (var i = 1; i <= 401; i++) {
      company.add("m" + i, "p0", "Sales", "").add("e" + i, "m" + i, "Sales", "");
    }
    company.importInto(importer);
    var memo = cascadeSteps.launch("p0", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    var cascade = cascadeSteps.cascadeId(memo);
    cascadeSteps.brief("p0", List.of());
    assertThat(openBriefings(cascade)).isEqualTo(402);

    withdraw("p0", memo, "The figures are wrong.");

    assertThat(openBriefings(cascade)).isEqualTo(402);
    assertThat(memo).isWaitingAt(END_BRIEFINGS);
    assertThat(cascadeSteps.runJobs()).as("rounds of at most 200 briefings").isEqualTo(3);
    assertThat(memo).isEnded();
    assertThat(nothingRuns()).isTrue();
    assertThat(openBriefings(cascade)).isZero();
    assertThat(receipts(cascade)).doesNotContainValue("PENDING");
  }

  // The end

  @Test
  void onTheClosingDateWhatIsPendingLapsesAndTheLauncherReviewsTheOutcome() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    var cascade = cascadeSteps.cascadeId(memo);
    cascadeSteps.brief("boss", List.of("ana", "com"));
    cascadeSteps.acknowledge(cascade, "com");
    clock.moveTo(CLOSING_DATE.minusMillis(1));
    assertThat(cascadeSteps.isTimerDue(CLOSING_DATE_COME)).isFalse();
    clock.moveTo(CLOSING_DATE);

    cascadeSteps.fireTimer(CLOSING_DATE_COME);
    // Links end at once, before the background work.
    cascadeSteps.acknowledge(cascade, "fred");
    cascadeSteps.runJobs();

    assertThat(memo).hasPassed(CLOSE_CASCADE, END_BRIEFINGS).isWaitingAtExactly(REVIEW_OUTCOME);
    assertThat(cascadeSteps.task(memo, REVIEW_OUTCOME)).isAssignedTo("boss");
    assertThat(cascade(cascade).state()).isEqualTo(CascadeState.CLOSED);
    assertThat(cascade(cascade).closedAt()).isEqualTo(CLOSING_DATE);
    assertThat(receipts(cascade))
        .containsEntry("com", "ACKNOWLEDGED")
        .containsEntry("ana", "BRIEFED")
        .containsEntry("fred", "LAPSED")
        .containsEntry("gil", "LAPSED")
        .doesNotContainValue("PENDING");
    assertThat(cascadeSteps.managersToBrief()).isEmpty();
    assertThat(openBriefings(cascade)).isZero();
  }

  @Test
  void theLauncherConcludesFromTheOutcome() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    var cascade = cascadeSteps.cascadeId(memo);
    clock.moveTo(CLOSING_DATE);
    cascadeSteps.fireTimer(CLOSING_DATE_COME);
    cascadeSteps.runJobs();
    var review = cascadeSteps.task(memo, REVIEW_OUTCOME);
    assertThat(cascadeSteps.shown("boss", review, "progressText", String.class))
        .contains(
            "<tr><td>Everyone</td><td>9</td><td>0</td><td>0</td><td>0</td><td>0</td><td>9</td></tr>");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> conclude(memo, "x".repeat(4_001)))
        .withMessage("The conclusion is too long: at most 4,000 characters fit.");
    conclude(memo, "Nobody had time. We ask again in May.");

    assertThat(memo).isEnded().hasPassed(OUTCOME_REVIEWED);
    assertThat(
            cascadeSteps.count(
                "select count(*) from cascade where id = ? and outcome = ?",
                cascade,
                "Nobody had time. We ask again in May."))
        .isOne();
  }

  @Test
  void theMemoIsClosedOnceNoReaderIsPending() {
    var memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    var cascade = cascadeSteps.cascadeId(memo);
    cascadeSteps.brief("boss", List.of("ana", "com", "solo", "fred"));
    cascadeSteps.brief("ana", List.of("bea", "eva"));
    cascadeSteps.brief("fred", List.of("gil"));
    cascadeSteps.watchAudiences();
    assertThat(memo).isWaitingAtExactly(FOLLOW_CASCADE);

    cascadeSteps.brief("bea", List.of("cid", "dan"));
    cascadeSteps.watchAudiences();
    cascadeSteps.watchAudiences();
    cascadeSteps.runJobs();

    assertThat(memo).isWaitingAtExactly(REVIEW_OUTCOME);
    assertThat(cascade(cascade).state()).isEqualTo(CascadeState.CLOSED);
    assertThat(receipts(cascade))
        .containsEntry("bea", "ACKNOWLEDGED")
        .containsEntry("cid", "BRIEFED")
        .doesNotContainValue("LAPSED");
    // Briefed readers may still answer while their link is valid.
    cascadeSteps.acknowledge(cascade, "cid");
    assertThat(cascadeSteps.stateOf(cascade, "cid")).isEqualTo("ACKNOWLEDGED");
    conclude(memo, null);
    assertThat(nothingRuns()).isTrue();
  }

  @Test
  void twoMemosOnTheirWayDoNotMeet() {
    var first = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", first);
    var written = memoFor("Care");
    var second = cascadeSteps.launch("boss", written);
    cascadeSteps.release("com", second);

    withdraw(second, "One is enough.");
    cascadeSteps.runJobs();

    assertThat(second).isEnded();
    assertThat(first).isWaitingAtExactly(FOLLOW_CASCADE);
    assertThat(cascadeSteps.managersToBrief()).containsExactly("boss");
    assertThat(receipts(cascadeSteps.cascadeId(first))).doesNotContainValue("LAPSED");
  }

  @Test
  void aMemoWhoseProcessAnAdministratorEndedHoldsUpNoOther() {
    var first = cascadeSteps.launch("solo", memoFor("Care"));
    cascadeSteps.release("com", first);
    var second = cascadeSteps.launch("boss", memoFor("Care"));
    cascadeSteps.release("com", second);
    for (var memo : List.of(first, second)) {
      List.of("fred", "gil")
          .forEach(person -> cascadeSteps.acknowledge(cascadeSteps.cascadeId(memo), person));
    }
    engine.getRuntimeService().deleteProcessInstance(first.getId(), "in Cockpit");

    cascadeSteps.watchAudiences();
    cascadeSteps.runJobs();

    assertThat(second).isWaitingAtExactly(REVIEW_OUTCOME);
  }

  // Helpers

  private static Map<String, Object> memoFor(String department) {
    var memo = CascadeSteps.memo();
    memo.put("department", department);
    return memo;
  }

  private void review(String reviewer, ProcessInstance memo, String decision, String comment) {
    var review = new HashMap<String, Object>();
    review.put("decision", decision);
    review.put("comment", comment);
    cascadeSteps.complete(reviewer, cascadeSteps.task(memo, REVIEW_REACH), "review", review);
  }

  private void withdraw(ProcessInstance memo, String reason) {
    withdraw("boss", memo, reason);
  }

  private void withdraw(String launcher, ProcessInstance memo, String reason) {
    cascadeSteps.complete(
        launcher,
        cascadeSteps.task(memo, FOLLOW_CASCADE),
        "intervention",
        Map.of("what", "withdraw", "reason", reason));
  }

  private void conclude(ProcessInstance memo, String conclusion) {
    var outcome = new HashMap<String, Object>();
    outcome.put("conclusion", conclusion);
    cascadeSteps.complete("boss", cascadeSteps.task(memo, REVIEW_OUTCOME), "outcome", outcome);
  }

  /** The dry run in the forms. */
  private JsonNode reach(ProcessInstance memo) {
    var task =
        engine.getTaskService().createTaskQuery().processInstanceId(memo.getId()).singleResult();
    var reader = task.getAssignee() == null ? "com" : task.getAssignee();
    return json(cascadeSteps.shown(reader, task, "reach", SpinJsonNode.class));
  }

  /** Person and reason. */
  private Map<String, String> findings(ProcessInstance memo) {
    return findings(memo, finding -> true);
  }

  /** Person and reason of each blocking finding. */
  private Map<String, String> blockers(ProcessInstance memo) {
    return findings(memo, finding -> finding.get("blocking").booleanValue());
  }

  private Map<String, String> findings(ProcessInstance memo, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(reach(memo).get("findings").spliterator(), false)
        .filter(wanted)
        .collect(
            Collectors.toMap(
                finding -> finding.get("who").textValue(),
                finding -> finding.get("why").textValue()));
  }

  private Cascade cascade(ProcessInstance memo) {
    return cascade(cascadeSteps.cascadeId(memo));
  }

  private Cascade cascade(long id) {
    return reports.figures(id).orElseThrow().cascade();
  }

  private Map<String, String> receipts(long cascade) {
    var receipts = new HashMap<String, String>();
    reports.receipts(cascade, line -> receipts.put(line.personId(), line.state().name()));
    return receipts;
  }

  private long openBriefings(long cascade) {
    return cascadeSteps.count(
        "select count(*) from briefing where cascade_id = ? and state in ('OPEN', 'HELD', 'WAITING')",
        cascade);
  }

  private List<Object> letters() {
    return mailbox.newest("", Long.MAX_VALUE, 100).stream()
        .<Object>map(MailboxEntry::content)
        .toList();
  }

  private boolean nothingRuns() {
    return engine.getRuntimeService().createProcessInstanceQuery().count() == 0;
  }

  private static JsonNode json(SpinJsonNode node) {
    try {
      return JSON.readTree(node.toString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
