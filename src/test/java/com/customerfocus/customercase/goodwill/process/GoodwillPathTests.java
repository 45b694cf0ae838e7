package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVAL_OVERDUE;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVE_GOODWILL;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.GOODWILL_DECIDED;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.GOODWILL_GRANTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TakesAllOf;
import java.util.ArrayList;
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
      CasePageService page) {
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
                          "She has waited for a week."))));
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
    assertThat(page.open(CaseSteps.id(first)).orElseThrow().toString())
        .doesNotContain("49.00", "Voucher");
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
    decideAs("boss", task(offered), "APPROVE");
    assertThat(offered).isEnded().hasPassed(GOODWILL_DECIDED);
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

    var pool = Executors.newFixedThreadPool(2);
    try {
      for (var done : pool.invokeAll(offers)) {
        done.get();
      }
    } finally {
      pool.shutdown();
    }

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
