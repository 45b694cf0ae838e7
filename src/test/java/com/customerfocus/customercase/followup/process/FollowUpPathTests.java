package com.customerfocus.customercase.followup.process;

import static com.customerfocus.customercase.followup.process.CaseFollowUpProcess.ASK_CUSTOMER_AGAIN;
import static com.customerfocus.customercase.followup.process.CaseFollowUpProcess.CUSTOMER_ASKED_AGAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.followup.CaseFollowUpService;
import com.customerfocus.customercase.followup.CaseFollowUpTexts;
import com.customerfocus.customercase.followup.FollowUp;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TakesAllOf;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
      @Qualifier("dueFollowUps") Sweep due) {
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
    var fields = new HashMap<String, Object>();
    fields.put("answer", answer);
    fields.put("need", need);
    forms.complete("oscar", forms.task(followUp, ASK_CUSTOMER_AGAIN), "caseFollowUp", fields);
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
}
