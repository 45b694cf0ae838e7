package com.customerfocus.customercase.followup.process;

import static com.customerfocus.customercase.followup.process.CaseFollowUpProcess.ASK_CUSTOMER_AGAIN;
import static com.customerfocus.customercase.followup.process.CaseFollowUpProcess.CUSTOMER_ASKED_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.followup.CaseFollowUpService;
import com.customerfocus.customercase.followup.CaseFollowUpTexts;
import com.customerfocus.customercase.followup.FollowUp;
import com.customerfocus.customercase.followup.FollowUpWord;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.StoredText;
import com.customerfocus.testing.TakesAllOf;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz's case is closed on Monday, 2 March 2026; Óscar asks her again later. */
@CustomerFocusTest
@TakesAllOf(CaseFollowUpProcess.KEY)
class FollowUpPathTests {

  private static final String FIRST_DAY = "2026-04-01T09:00:00Z";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CascadeSteps forms;
  private final CaseView view;
  private final CustomerSteps customers;
  private final CaseFollowUpService followUps;
  private final CaseFollowUpTexts texts;
  private final Sweep due;
  private final AbsenceService absences;
  private final CustomerData data;

  @Autowired
  FollowUpPathTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CascadeSteps forms,
      CaseView view,
      CustomerSteps customers,
      CaseFollowUpService followUps,
      CaseFollowUpTexts texts,
      @Qualifier("dueFollowUps") Sweep due,
      AbsenceService absences,
      CustomerData data) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.forms = forms;
    this.view = view;
    this.customers = customers;
    this.followUps = followUps;
    this.texts = texts;
    this.due = due;
    this.absences = absences;
    this.data = data;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
  }

  private long closed() {
    var id = CaseSteps.id(steps.solved());
    customers.comfortable(id, null);
    return id;
  }

  private List<FollowUp> all(long caseId) {
    return followUps.ofCustomer(view.find(caseId).orElseThrow().customerId());
  }

  private List<ProcessInstance> asked() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(CaseFollowUpProcess.KEY)
        .list();
  }

  private ProcessInstance askedOn(String moment) {
    steps.at(moment);
    due.runSome().getAsBoolean();
    due.runSome().getAsBoolean();
    assertThat(asked()).hasSize(1);
    return asked().get(0);
  }

  private void answer(ProcessInstance followUp, String answer, String need) {
    answer("oscar", followUp, answer, need);
  }

  private void answer(String user, ProcessInstance followUp, String answer, String need) {
    var fields = new HashMap<String, Object>();
    fields.put("answer", answer);
    fields.put("need", need);
    forms.complete(user, forms.task(followUp, ASK_CUSTOMER_AGAIN), "caseFollowUp", fields);
  }

  @Test
  void aDayOffOfWhoOwnsTheLastCaseIsMovedToTheirNextWorkingDay() {
    closed();
    // Óscar works in Toledo by then, where Maundy Thursday and Good Friday are holidays.
    rows.update("update case_follow_up set due_on = date '2026-04-02' where days = 30");
    rows.update(
        """
        update case_follow_up set ask_at = timestamp with time zone '2026-04-02 00:00:01Z'
         where days = 30
        """);
    rows.update("update person set site = 'Toledo' where id = 'oscar'");
    steps.at("2026-04-02T09:00:00Z");
    due.runSome().getAsBoolean();
    due.runSome().getAsBoolean();
    assertThat(asked()).isEmpty();

    askedOn("2026-04-06T09:00:00Z");

    assertThat(rows.queryForList("select due_on from case_follow_up where days = 30", Date.class))
        .containsExactly(Date.valueOf("2026-04-06"));
  }

  @Test
  void theLastOwnerAsksOnTheDayAndNotBefore() {
    var id = closed();
    assertThat(all(id))
        .extracting(FollowUp::dueOn)
        .containsExactly(
            LocalDate.parse("2026-04-01"),
            // Sunday and Saturday before them.
            LocalDate.parse("2026-06-01"),
            LocalDate.parse("2026-08-31"));
    steps.at("2026-04-01T08:59:59Z");
    due.runSome().getAsBoolean();
    assertThat(asked()).isEmpty();

    var followUp = askedOn(FIRST_DAY);

    assertThat(forms.task(followUp, ASK_CUSTOMER_AGAIN))
        .isAssignedTo("oscar")
        .hasName("Ask the customer again: Luz Mar, My bill is wrong");
    assertThat(texts.followUpHtml(Long.parseLong(followUp.getBusinessKey())))
        .contains("30 days ago", "My bill is wrong", "We have paid the second bill back to you.");
    answer(followUp, "WELL", null);
    assertThat(followUp).isEnded().hasPassed(CUSTOMER_ASKED_AGAIN);
    assertThat(all(id).get(0).answer()).isEqualTo(FollowUp.Answer.WELL);
    assertThat(all(id).get(1).outcome()).isNull();
  }

  @Test
  void troubleOpensALinkedCaseThatCountsAsComeBack() {
    var id = closed();
    var followUp = askedOn(FIRST_DAY);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> answer(followUp, "TROUBLE", " "));

    answer(followUp, "TROUBLE", "They charged me again.");

    var again = all(id).get(0).cameBackId();
    assertThat(view.find(again))
        .hasValueSatisfying(
            it -> {
              assertThat(it.previousId()).isEqualTo(id);
              assertThat(it.need()).isEqualTo("They charged me again.");
              assertThat(it.ownerId()).isEqualTo("oscar");
            });
  }

  @Test
  void anOpenedCaseCancelsWhatIsNotDone() {
    var id = closed();
    askedOn("2026-04-01T09:00:00Z");

    customers.notComfortable(id, "They charged me again.");

    assertThat(asked()).isEmpty();
    assertThat(all(id))
        .extracting(FollowUp::outcome)
        .containsOnly(FollowUp.Outcome.CANCELLED)
        .hasSize(3);
  }

  @Test
  void casesClosedWithinFourteenDaysShareThemUntilTheLastIsOpenAgain() {
    var first = closed();
    steps.at("2026-03-16T09:00:00Z");
    var second = closed();
    assertThat(all(first)).hasSize(3);
    steps.at("2026-03-17T09:00:00Z");
    var third = closed();
    assertThat(all(first)).hasSize(6);

    customers.notComfortable(first, "They charged me again.");
    assertThat(all(first)).extracting(FollowUp::outcome).containsOnlyNulls();
    customers.notComfortable(second, "And again.");

    assertThat(all(third))
        .extracting(FollowUp::outcome)
        .filteredOn(it -> it == FollowUp.Outcome.CANCELLED)
        .hasSize(3);
  }

  @Test
  void aCustomerWhoWantsNoContactOnTheDayIsNotAsked() {
    var id = closed();
    rows.update("update customer set contact = 'NO_CONTACT' where reference = 'C-1'");
    steps.at(FIRST_DAY);

    due.runSome().getAsBoolean();

    assertThat(asked()).isEmpty();
    assertThat(all(id).get(0).outcome()).isEqualTo(FollowUp.Outcome.REFUSED);
  }

  @Test
  void casesClosedAtTheSameMomentShareThem() throws Exception {
    var cases = Stream.generate(() -> CaseSteps.id(steps.solved())).limit(4).toList();

    ConcurrentUsers.atTheSameMoment(
        cases.stream().<Callable<Object>>map(id -> () -> customers.comfortable(id, null)).toList());

    assertThat(all(cases.get(0))).hasSize(3);
    assertThat(rows.queryForObject("select count(*) from case_follow_up_case", Integer.class))
        .isEqualTo(4);
  }

  @Test
  void aCaseClosedWhileAnotherIsOpenedAgainKeepsThem() throws Exception {
    var first = closed();
    var second = CaseSteps.id(steps.solved());

    ConcurrentUsers.atTheSameMoment(
        List.<Callable<Object>>of(
            () -> customers.notComfortable(first, "They charged me again."),
            () -> customers.comfortable(second, null)));

    assertThat(all(second)).filteredOn(it -> it.outcome() == null).hasSize(3);
  }

  @Test
  void nodesThatSweepAtTheSameMomentMakeOneTask() throws Exception {
    closed();
    steps.at(FIRST_DAY);

    ConcurrentUsers.atTheSameMoment(
        Collections.<Callable<Object>>nCopies(3, () -> due.runSome().getAsBoolean()));

    assertThat(asked()).hasSize(1);
  }

  private void withoutOscar() {
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .importInto(importer);
  }

  @Test
  void whenTheLastOwnerHasLeftTheManagerAsksAndStaysWithTheCustomer() {
    var id = closed();
    withoutOscar();
    var followUp = askedOn(FIRST_DAY);
    assertThat(forms.task(followUp, ASK_CUSTOMER_AGAIN)).isAssignedTo("olga");

    answer("olga", followUp, "TROUBLE", "They charged me again.");

    assertThat(view.find(all(id).get(0).cameBackId()).orElseThrow().ownerId()).isEqualTo("olga");
  }

  @Test
  void theOpenTaskOfALeaverGoesToTheManagerWithTheImport() {
    var id = closed();
    var followUp = askedOn(FIRST_DAY);

    withoutOscar();

    assertThat(forms.task(followUp, ASK_CUSTOMER_AGAIN)).isAssignedTo("olga");
    answer("olga", followUp, "NOT_REACHED", null);
    assertThat(all(id).get(0).answer()).isEqualTo(FollowUp.Answer.NOT_REACHED);
  }

  @Test
  void theDeputyOfAnOwnerWhoIsAwayAsks() {
    closed();
    forms.away("oscar", "2026-03-30", "2026-04-03", "luis");
    steps.at("2026-03-30T09:00:00Z");
    while (absences.handOver()) {
      // Until all are handed over.
    }

    var followUp = askedOn(FIRST_DAY);

    assertThat(forms.task(followUp, ASK_CUSTOMER_AGAIN)).isAssignedTo("luis");
    answer("luis", followUp, "WELL", null);
    assertThat(followUp).isEnded();
  }

  @Test
  void anotherPersonCannotRecordIt() {
    var id = closed();
    var word = new FollowUpWord("WELL", null, null);
    askedOn(FIRST_DAY);

    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> followUps.record(all(id).get(0).id(), word, Actor.of("luis")));
    assertThat(all(id).get(0).outcome()).isNull();
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoAnswerIsRefusedAndTheTaskStays(FollowUpWord word, String key) {
    var id = closed();
    askedOn(FIRST_DAY);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> followUps.record(all(id).get(0).id(), word, Actor.of("oscar")))
        .satisfies(it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(key));

    assertThat(asked()).hasSize(1);
    assertThat(all(id).get(0).outcome()).isNull();
    assertThat(view.ofCustomer(view.find(id).orElseThrow().customerId())).hasSize(1);
  }

  static Stream<Arguments> whatIsNoAnswerIsRefusedAndTheTaskStays() {
    var tooLong = "x".repeat(4_001);
    return Stream.of(
        arguments(new FollowUpWord(null, null, null), "refusal.case-follow-up.answer"),
        arguments(new FollowUpWord("", null, null), "refusal.case-follow-up.answer"),
        arguments(new FollowUpWord("well", null, null), "refusal.case-follow-up.answer"),
        arguments(new FollowUpWord("TROUBLE", null, null), "refusal.case.need"),
        arguments(new FollowUpWord("TROUBLE", " \n", null), "refusal.case.need"),
        arguments(new FollowUpWord("TROUBLE", tooLong, null), "refusal.case.need-too-long"),
        arguments(new FollowUpWord("WELL", null, tooLong), "refusal.case.too-long"));
  }

  @Test
  void ofACustomerWhoseDataAreRemovedNoNameIsLeftAndNoTask() {
    new SampleCustomers(rows).add("C-7", "Zenobia Quiroga", "zenobia.quiroga@example.com", "es");
    rows.update("delete from act_hi_taskinst");
    var request = CaseSteps.request();
    request.put("customer", "C-7");
    var opened = steps.open("oscar", request);
    steps.say(opened, "understandNeed", "PUT_RIGHT");
    steps.say(opened, "putItRight", "SOLVED", "words", "Your money is back.");
    customers.comfortable(CaseSteps.id(opened), null);
    var customer = view.find(CaseSteps.id(opened)).orElseThrow().customerId();
    var followUp = askedOn(FIRST_DAY);
    forms.complete(
        "oscar",
        forms.task(followUp, ASK_CUSTOMER_AGAIN),
        "caseFollowUp",
        Map.of("answer", "WELL", "note", "Zenobia sounds happy."));
    askedOn("2026-06-01T09:00:00Z");

    assertThat(data.remove("C-7", "boss")).isTrue();

    assertThat(new StoredText(rows).placesOf(List.of("Zenobia", "Quiroga"))).isEmpty();
    assertThat(asked()).isEmpty();
    assertThat(followUps.ofCustomer(customer))
        .extracting(FollowUp::outcome)
        .containsExactly(FollowUp.Outcome.DONE, FollowUp.Outcome.REFUSED, FollowUp.Outcome.REFUSED);
    steps.at("2026-09-01T09:00:00Z");
    due.runSome().getAsBoolean();
    assertThat(asked()).isEmpty();
  }
}
