package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVAL_OVERDUE;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVER_CHANGED;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVE_GOODWILL;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.GOODWILL_DECIDED;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.GOODWILL_GRANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.goodwill.ApprovalService;
import com.customerfocus.customercase.goodwill.Goodwill;
import com.customerfocus.customercase.goodwill.GoodwillApproval;
import com.customerfocus.customercase.goodwill.GoodwillService;
import com.customerfocus.customercase.goodwill.GoodwillState;
import com.customerfocus.customercase.goodwill.GoodwillTexts;
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TakesAllOf;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Óscar, of the front line and the manager of Rita, owns cases of Luz; Olga is his manager, Boss
 * hers. Limits: 50 a case, 75 a customer, 250 a person and day.
 */
@CustomerFocusTest
@TakesAllOf(GoodwillProcess.KEY)
class GoodwillPathTests {

  private static final String SUMS =
      "select state || ' ' || cast(sum(amount) as varchar) from goodwill group by state order by 1";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps cases;
  private final CascadeSteps forms;
  private final CaseView view;
  private final CustomerCaseService caseService;
  private final CustomerSteps customers;
  private final CustomerMessages messages;
  private final GoodwillService goodwill;
  private final ApprovalService approvals;
  private final CasePageService page;
  private final GoodwillTexts texts;
  private final AbsenceService absences;
  private final CountedDatabase database;

  @Autowired
  GoodwillPathTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps cases,
      CascadeSteps forms,
      CaseView view,
      CustomerCaseService caseService,
      CustomerSteps customers,
      CustomerMessages messages,
      GoodwillService goodwill,
      ApprovalService approvals,
      CasePageService page,
      GoodwillTexts texts,
      AbsenceService absences,
      CountedDatabase database) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.cases = cases;
    this.forms = forms;
    this.view = view;
    this.caseService = caseService;
    this.customers = customers;
    this.messages = messages;
    this.goodwill = goodwill;
    this.approvals = approvals;
    this.page = page;
    this.texts = texts;
    this.absences = absences;
    this.database = database;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("oscar", "Óscar", "olga", "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .add("rita", "Rita", "oscar", "Order Desk", "en", "front-line")
        .importInto(importer);
  }

  private ProcessInstance offer(ProcessInstance about, String amount) {
    return offerAs("oscar", about, amount);
  }

  private ProcessInstance offerAs(String user, ProcessInstance about, String amount) {
    return offerAs(user, about, amount, "She has waited for a week.");
  }

  private ProcessInstance offerAs(
      String user, ProcessInstance about, String amount, String reason) {
    var identity = engine.getIdentityService();
    var groups =
        identity.createGroupQuery().groupMember(user).list().stream()
            .map(it -> it.getId())
            .toList();
    identity.setAuthentication(user, groups);
    try {
      var definition =
          engine
              .getRepositoryService()
              .createProcessDefinitionQuery()
              .processDefinitionKey(GoodwillProcess.KEY)
              .latestVersion()
              .singleResult();
      return engine
          .getFormService()
          .submitStartForm(
              definition.getId(),
              Map.of(
                  "goodwillRequest",
                  CascadeSteps.json(
                      Map.of(
                          "caseNumber",
                          about.getBusinessKey(),
                          "kind",
                          "VOUCHER",
                          "amount",
                          amount,
                          "reason",
                          reason))));
    } finally {
      identity.clearAuthentication();
    }
  }

  private Task task(ProcessInstance offered) {
    return forms.task(offered, APPROVE_GOODWILL);
  }

  private void decideAs(String user, Task task, String decision) {
    forms.complete(
        user,
        task,
        "approval",
        Map.of("decision", decision, "note", "She is a customer of many years."));
  }

  private List<GoodwillState> states(ProcessInstance about) {
    return goodwill.ofCase(CaseSteps.id(about)).stream().map(Goodwill::state).toList();
  }

  private List<String> history(ProcessInstance about) {
    return view.events(CaseSteps.id(about)).stream()
        .filter(it -> it.step().name().equals("GOODWILL"))
        .map(it -> it.by() + ": " + it.note())
        .toList();
  }

  @Test
  void aLimitHoldsForACaseAndForACustomerAndApprovedTwicePaysOnce() {
    var first = cases.opened();
    var second = cases.opened();

    assertThat(offer(first, "49")).isEnded().hasPassed(GOODWILL_GRANTED);
    var ofCase = offer(first, "49");
    assertThat(ofCase).isWaitingAtExactly(APPROVE_GOODWILL);
    assertThat(task(ofCase))
        .isAssignedTo("olga")
        .hasName("Approve the goodwill: Luz Mar, Voucher 49.00 EUR");
    var ofCustomer = offer(second, "49");
    assertThat(ofCustomer).isWaitingAtExactly(APPROVE_GOODWILL);
    assertThat(task(ofCustomer)).isAssignedTo("olga");

    var task = task(ofCase);
    var id = Long.parseLong(ofCase.getBusinessKey());
    decideAs("olga", task, "APPROVE");
    assertThat(ofCase).isEnded().hasPassed(GOODWILL_DECIDED);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> approvals.decide(id, new GoodwillApproval("APPROVE", null), Actor.of("olga")))
        .withMessageContaining("Olga has granted this goodwill already");

    assertThat(rows.queryForList(SUMS, String.class))
        .containsExactly("GRANTED 98.00", "WAITING 49.00");
    assertThat(history(first))
        .containsExactly(
            "oscar: Voucher, 49.00 EUR: granted. She has waited for a week.",
            "oscar: Voucher, 49.00 EUR: Olga has to approve it. She has waited for a week.",
            "olga: Voucher, 49.00 EUR: granted. She is a customer of many years.");
    assertThat(view.caseHtml(CaseSteps.id(first))).contains("Voucher, 49.00 EUR: granted");
    var seen = page.open(CaseSteps.id(first)).orElseThrow();
    assertThat(seen.given())
        .extracting(it -> it.kind() + " " + it.amount() + " " + it.currency())
        .containsExactly("VOUCHER 49.00 EUR", "VOUCHER 49.00 EUR");
    assertThat(seen.toString()).doesNotContain("waited for a week", "many years");
    assertThat(page.open(CaseSteps.id(second)).orElseThrow().given()).isEmpty();
  }

  @Test
  void ofTwoApprovalsAtTheSameMomentOneCounts() throws Exception {
    var offered = offer(cases.opened(), "60");
    var id = Long.parseLong(offered.getBusinessKey());
    var twice =
        Collections.nCopies(
            2,
            (Callable<Boolean>)
                () -> {
                  try {
                    approvals.decide(id, new GoodwillApproval("APPROVE", null), Actor.of("olga"));
                    return true;
                  } catch (InvalidInputException e) {
                    return false;
                  }
                });

    assertThat(atOnce(twice)).containsExactlyInAnyOrder(true, false);

    assertThat(rows.queryForList(SUMS, String.class)).containsExactly("GRANTED 60.00");
    assertThat(mails("goodwill-decided")).containsExactly("oscar");
  }

  private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
    var pool = Executors.newFixedThreadPool(calls.size());
    try {
      var results = new ArrayList<T>();
      for (var done : pool.invokeAll(calls)) {
        results.add(done.get());
      }
      return results;
    } finally {
      pool.shutdown();
    }
  }

  /** To whom mails of this kind are, in order. */
  private List<String> mails(String kind) {
    return rows.queryForList(
        "select recipient_id from notice where kind = ? order by id", String.class, kind);
  }

  @Test
  void theManagerGetsAMailAndTheOwnerTheDecision() {
    var opened = cases.opened();
    offer(opened, "49");
    assertThat(mails("goodwill-approval")).as("within the limits").isEmpty();

    var offered = offer(opened, "20");
    assertThat(mails("goodwill-approval")).containsExactly("olga");
    assertThat(mails("goodwill-decided")).isEmpty();

    decideAs("olga", task(offered), "APPROVE");
    assertThat(mails("goodwill-decided")).containsExactly("oscar");
  }

  @Test
  void aManagerWhoIsAwayIsAskedThroughTheDeputy() {
    forms.away("olga", "2026-03-02", "2026-03-06", "lena");

    var offered = offer(cases.opened(), "60");

    assertThat(task(offered)).isAssignedTo("lena");
    assertThat(mails("goodwill-approval")).containsExactly("lena");
    decideAs("lena", task(offered), "APPROVE");
    assertThat(offered).isEnded();
  }

  @Test
  void aManagerWhoGoesAwayWithTheOwnerAsDeputyIsReplacedAtOnce() {
    var opened = cases.opened();
    var offered = offer(opened, "60");

    cases.at("2026-03-02T10:00:00Z");
    forms.away("olga", "2026-03-02", "2026-03-06", "oscar");
    handOver();

    assertThat(offered).isWaitingAtExactly(APPROVE_GOODWILL).hasPassed(APPROVER_CHANGED);
    assertThat(task(offered)).isAssignedTo("boss");
    assertThat(goodwill.ofCase(CaseSteps.id(opened)).get(0).approverId()).isEqualTo("boss");
    assertThat(mails("goodwill-approval")).containsExactly("olga", "boss");
    decideAs("boss", task(offered), "APPROVE");
    assertThat(states(opened)).containsExactly(GoodwillState.GRANTED);
  }

  private void handOver() {
    while (absences.handOver()) {
      // Until all are handed over.
    }
  }

  @Test
  void aManagerWhoOwnsTheCaseByThenIsReplacedAtOnce() {
    var opened = cases.opened();
    var offered = offer(opened, "60");

    forms.away("oscar", "2026-03-02", "2026-03-06", "olga");
    handOver();

    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().ownerId()).isEqualTo("olga");
    assertThat(task(offered)).isAssignedTo("boss");
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () ->
                approvals.decide(
                    Long.parseLong(offered.getBusinessKey()),
                    new GoodwillApproval("APPROVE", null),
                    Actor.of("olga")));
    decideAs("boss", task(offered), "REFUSE");
    assertThat(mails("goodwill-decided")).containsExactlyInAnyOrder("olga", "oscar");
  }

  @Test
  void aManagerWhoLeavesIsReplacedInTheTransactionOfTheImport() {
    var opened = cases.opened();
    var offered = offer(opened, "60");

    company("boss", null).importInto(importer);

    assertThat(task(offered)).isAssignedTo("boss");
    assertThat(goodwill.ofCase(CaseSteps.id(opened)).get(0).approverId()).isEqualTo("boss");
  }

  @Test
  void whereNoManagerIsLeftItLapsesAndTheOwnerIsTold() {
    var opened = cases.opened();
    var offered = offer(opened, "60");

    // Óscar is at the top by then.
    company(null, "oscar").importInto(importer);

    assertThat(offered).isEnded();
    assertThat(states(opened)).containsExactly(GoodwillState.LAPSED);
    assertThat(mails("goodwill-decided")).containsExactly("oscar");
    assertThat(history(opened).get(1)).contains("lapsed, since no manager can approve it");
  }

  private static Company company(String aboveOscar, String aboveOthers) {
    return new Company()
        .add("boss", "Boss", aboveOthers, "Board", "en", "senior-officer")
        .add("oscar", "Óscar", aboveOscar, "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .add("rita", "Rita", "oscar", "Order Desk", "en", "front-line");
  }

  @Test
  void whatWaitsFollowsAJoinedCaseAndTheLimitCountsBoth() {
    var joined = cases.opened();
    var survivor = cases.opened();
    offer(joined, "30");
    var offered = offer(joined, "30");
    assertThat(offered).isWaitingAtExactly(APPROVE_GOODWILL);

    cases.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        joined.getBusinessKey(),
        "survivor",
        survivor.getBusinessKey(),
        "note",
        "It is the same bill.");

    assertThat(offered).isWaitingAtExactly(APPROVE_GOODWILL);
    assertThat(caseService.open(CaseSteps.id(survivor))).hasSize(1);
    assertThat(goodwill.ofCase(CaseSteps.id(survivor)))
        .extracting(Goodwill::caseId, Goodwill::state)
        .containsExactly(
            tuple(CaseSteps.id(joined), GoodwillState.GRANTED),
            tuple(CaseSteps.id(survivor), GoodwillState.WAITING));
    decideAs("olga", task(offered), "REFUSE");
    assertThat(page.open(CaseSteps.id(joined)).orElseThrow().given()).hasSize(1);
    assertThat(offer(survivor, "20")).isEnded();
    assertThat(offer(survivor, "0.01"))
        .as("30 of the joined case and 20 of this one")
        .isWaitingAtExactly(APPROVE_GOODWILL);
  }

  @Test
  void aReopenedCaseCountsWhatItGotBefore() {
    var solved = cases.solved();
    offer(solved, "49");
    customers.comfortable(CaseSteps.id(solved), "All is well.");
    assertThat(view.find(CaseSteps.id(solved)).orElseThrow().state()).isEqualTo(CaseState.CLOSED);
    assertThatExceptionOfType(Exception.class).isThrownBy(() -> offer(solved, "1"));

    customers.notComfortable(CaseSteps.id(solved), "They charged me again.");

    assertThat(offer(solved, "1")).isEnded();
    assertThat(offer(solved, "1")).isWaitingAtExactly(APPROVE_GOODWILL);
  }

  @Test
  void aCaseIsNotWithdrawnWhileAManagerHasToDecide() {
    var opened = cases.opened();
    offer(opened, "60");

    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> cases.say(opened, "stayWithCustomer", "WITHDRAW", "note", "All is well."))
        .withStackTraceContaining("Olga has to approve or refuse it");
  }

  @ParameterizedTest(name = "{0} {1} days ago, then {2}: waits {3}")
  @CsvSource({
    "customer, 89, 75.01, true",
    "customer, 89, 24,    false",
    "customer, 89, 26.01, true",
    "customer, 91, 50,    false",
    "person,   0,  50,    true",
    "person,   1,  50,    false",
  })
  void theLimitsOfACustomerAndOfAPersonAndDayHold(
      String limit, int days, BigDecimal amount, boolean isWaiting) {
    var opened = cases.opened();
    var of = limit.equals("customer");
    rows.update(
        """
        insert into goodwill (case_id, customer_id, kind, amount, currency, reason, state,
                              offered_by, offered_at, limit_rule, asked_height)
        values (?, ?, 'VOUCHER', ?, 'EUR', 'Before', 'GRANTED', ?, ?, '1: All others', 0)
        """,
        CaseSteps.id(cases.opened()),
        of ? view.find(CaseSteps.id(opened)).orElseThrow().customerId() : -1,
        new BigDecimal(of ? "49" : "201"),
        of ? "luis" : "oscar",
        Timestamp.from(Instant.parse("2026-03-02T09:00:00Z").minus(Duration.ofDays(days))));

    var offered = offer(opened, amount.toPlainString());

    assertThat(offered.isEnded()).isEqualTo(!isWaiting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "1e9", "1000000000", "1.005", "1,000", "1.000,50", "<script>", ""})
  void anAmountThatIsNoneIsRefusedInWords(String amount) {
    var opened = cases.opened();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> offer(opened, amount))
        .withMessageContaining("Enter an amount such as 49 or 49.50");
    assertThat(rows.queryForObject("select count(*) from goodwill", Integer.class)).isZero();
  }

  @Test
  void wordsThatAreTooLongAreRefusedAndMarkupIsShownAsTyped() {
    var opened = cases.opened();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> offer(opened, "9".repeat(10_000)))
        .withMessageContaining("Enter an amount");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> offerAs("oscar", opened, "60", "x".repeat(10_000)))
        .withMessageContaining("Your text has 10,000 characters; at most 1,000 fit");

    var offered = offerAs("oscar", opened, "60", "<script>alert(1)</script>");

    var id = Long.parseLong(offered.getBusinessKey());
    assertThat(texts.goodwillHtml(id)).contains("&lt;script&gt;").doesNotContain("<script>");
    assertThat(view.caseHtml(CaseSteps.id(opened))).doesNotContain("<script>");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                approvals.decide(
                    id, new GoodwillApproval("REFUSE", "x".repeat(10_000)), Actor.of("olga")))
        .withMessageContaining("Your text has 10,000 characters");
  }

  @Test
  void anOfferTakesAsManyStatementsAmongManyOthers() {
    offer(cases.opened(), "1");
    var opened = cases.opened();
    var granted = statements(opened, "1");
    var waiting = statements(cases.opened(), "100");
    rows.update("update goodwill set state = 'REFUSED' where state = 'WAITING'");
    for (var i = 0; i < 40; i++) {
      offer(i % 4 == 0 ? cases.opened() : opened, "0.50");
    }

    assertThat(statements(opened, "1")).isEqualTo(granted);
    assertThat(statements(cases.opened(), "100")).isEqualTo(waiting);
  }

  private int statements(ProcessInstance about, String amount) {
    database.startCounting();
    offer(about, amount);
    return database.count();
  }

  @Test
  void noPersonApprovesTheirOwn() {
    var opened = cases.opened();
    var offered = offer(opened, "60");
    var id = Long.parseLong(offered.getBusinessKey());

    var own =
        List.of(
            Actor.of("oscar"),
            Actor.of("oscar", "camunda-admin"),
            new Actor("oscar", Set.of(), "olga", Set.of(), true));
    for (var by : own) {
      assertThatExceptionOfType(NotAllowedException.class)
          .isThrownBy(() -> approvals.decide(id, new GoodwillApproval("APPROVE", null), by))
          .withMessageContaining("another person has to decide");
    }
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(
            () -> approvals.decide(id, new GoodwillApproval("APPROVE", null), Actor.of("lena")))
        .withMessageContaining("Another manager");
    assertThat(states(opened)).containsExactly(GoodwillState.WAITING);
  }

  @Test
  void anotherPersonThanTheOwnerOffersNothing() {
    var opened = cases.opened();

    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> offerAs("rita", opened, "10"))
        .withMessageContaining("Only the owner of this case");
  }

  @Test
  void aRefusalIsExplainedToTheOwnerAndCountsNoMore() {
    var opened = cases.opened();
    var offered = offer(opened, "75.01");

    decideAs("olga", task(offered), "REFUSE");

    assertThat(offered).isEnded().hasPassed(GOODWILL_DECIDED);
    assertThat(states(opened)).containsExactly(GoodwillState.REFUSED);
    assertThat(history(opened).get(1)).contains("refused. She is a customer of many years.");
    assertThat(offer(opened, "50")).isEnded().hasPassed(GOODWILL_GRANTED);
  }

  @Test
  void aManagerWhoDoesNotDecideInTimeIsFollowedByTheNextOneUpAndAtTheTopAskedAgain() {
    var offered = offer(cases.opened(), "60");

    cases.at("2026-03-03T10:00:00Z");
    fireTimer(offered);
    assertThat(task(offered)).isAssignedTo("boss");
    assertThat(offered).hasPassed(APPROVAL_OVERDUE);

    cases.at("2026-03-05T10:00:00Z");
    fireTimer(offered);
    assertThat(task(offered)).isAssignedTo("boss");
    assertThat(task(offered).getDueDate()).isAfter("2026-03-05T10:00:00Z");
    assertThat(rows.queryForObject("select approve_by from goodwill", Timestamp.class).toInstant())
        .as("the mail tells of a date to come")
        .isEqualTo(task(offered).getDueDate().toInstant());
    decideAs("boss", task(offered), "APPROVE");
    assertThat(offered).isEnded().hasPassed(GOODWILL_DECIDED);
  }

  @Test
  void afterTheCaseMovedDownTheLineTheNextManagerIsOneAboveTheOneAsked() {
    var opened = cases.opened();
    var offered = offer(opened, "60");
    forms.away("oscar", "2026-03-02", "2026-03-06", "rita");
    handOver();
    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().ownerId()).isEqualTo("rita");
    assertThat(task(offered)).isAssignedTo("olga");

    cases.at("2026-03-03T10:00:00Z");
    fireTimer(offered);

    assertThat(task(offered)).as("two above Rita is Olga").isAssignedTo("boss");
  }

  private void fireTimer(ProcessInstance offered) {
    var management = engine.getManagementService();
    management.executeJob(
        management.createJobQuery().processInstanceId(offered.getId()).singleResult().getId());
  }

  @Test
  void anOpenApprovalKeepsTheCaseFromClosingAndIsNamed() {
    var solved = cases.solved();
    var offered = offer(solved, "60");

    customers.comfortable(CaseSteps.id(solved), "All is well.");

    assertThat(view.find(CaseSteps.id(solved)).orElseThrow().state())
        .isEqualTo(CaseState.COMFORTABLE);
    assertThat(caseService.open(CaseSteps.id(solved)))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.inEnglish())
                    .isEqualTo("Goodwill, Voucher, 60.00 EUR: Olga has to approve or refuse it"));
    decideAs("olga", task(offered), "APPROVE");
    cases.say(solved, "finishCase", "CLOSE");
    assertThat(solved).isEnded();
  }

  @Test
  void afterTheCaseWasWithdrawnAnApprovalIsRefusedInWords() {
    var opened = cases.opened();
    var offered = offer(opened, "60");
    rows.update("update customer_case set state = 'WITHDRAWN', closed_at = current_timestamp");

    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> decideAs("olga", task(offered), "APPROVE"))
        .withStackTraceContaining("this case");
    assertThat(states(opened)).containsExactly(GoodwillState.WAITING);
    assertThatExceptionOfType(Exception.class).isThrownBy(() -> offer(opened, "10"));
  }

  @Test
  void aCaseThatEndsTakesItsOpenApprovalAlong() {
    var opened = cases.opened();
    var offered = offer(opened, "60");
    var customer = view.find(CaseSteps.id(opened)).orElseThrow().customerId();

    messages.removeCustomer(customer);

    assertThat(offered).isEnded();
    assertThat(states(opened)).containsExactly(GoodwillState.LAPSED);
  }

  @Test
  void twoAtTheSameMomentCannotBothPassTheLimit() throws Exception {
    var first = cases.opened();
    var second = cases.opened();
    var offers = new ArrayList<Callable<ProcessInstance>>();
    offers.add(() -> offer(first, "49"));
    offers.add(() -> offer(second, "49"));

    atOnce(offers);

    assertThat(rows.queryForList(SUMS, String.class))
        .containsExactly("GRANTED 49.00", "WAITING 49.00");
  }

  @Test
  void theManagerWhoseDeputyIsTheOwnerIsNotAsked() {
    rows.update(
        """
        insert into absence (person_id, deputy_id, from_day, until_day, from_at, until_at, source,
                             recorded_at)
        values ('olga', 'oscar', date '2026-03-01', date '2026-03-10',
                timestamp with time zone '2026-03-01 00:00:00+00',
                timestamp with time zone '2026-03-11 00:00:00+00', 'TASKLIST', current_timestamp)
        """);

    assertThat(task(offer(cases.opened(), "60"))).isAssignedTo("boss");
  }
}
