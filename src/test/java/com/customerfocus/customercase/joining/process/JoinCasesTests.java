package com.customerfocus.customercase.joining.process;

import static com.customerfocus.customercase.joining.process.JoinCasesProcess.ONE_CASE_GOES_ON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerMessages.Reply;
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.RefusalException;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TakesAllOf;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz has two cases, opened on Monday, 2 March 2026 at 9:00 and at 11:00. */
@CustomerFocusTest
@TakesAllOf(JoinCasesProcess.KEY)
class JoinCasesTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CaseView view;
  private final CasePageService pages;
  private final CustomerMessages messages;

  @Autowired
  JoinCasesTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView view,
      CasePageService pages,
      CustomerMessages messages) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.view = view;
    this.pages = pages;
    this.messages = messages;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
  }

  private ProcessInstance join(ProcessInstance joined, ProcessInstance survivor) {
    return join(joined.getBusinessKey(), survivor.getBusinessKey());
  }

  private ProcessInstance join(String joined, String survivor) {
    return steps.start(
        "oscar",
        JoinCasesProcess.KEY,
        "caseJoining",
        "joined",
        joined,
        "survivor",
        survivor,
        "note",
        "It is the same bill.");
  }

  private CustomerCase found(ProcessInstance opened) {
    return view.find(CaseSteps.id(opened)).orElseThrow();
  }

  @Test
  void oneCaseGoesOnForBothWithTheEarlierMoments() {
    var first = steps.opened();
    steps.at("2026-03-02T11:00:00Z");
    var second = steps.opened();
    messages.onPage(CaseSteps.id(first), "Where is my money?");
    var answerDue = found(first).answerDueAt();
    assertThat(answerDue).isNotNull();

    var joining = join(first, second);

    assertThat(joining).isEnded().hasPassed(ONE_CASE_GOES_ON);
    assertThat(found(first).state()).isEqualTo(CaseState.JOINED);
    assertThat(found(first).joinedToId()).isEqualTo(CaseSteps.id(second));
    assertThat(found(second).newsDueAt()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    assertThat(found(second).answerDueAt()).isEqualTo(answerDue);
    nothingIsLeftOf(first);
  }

  private void nothingIsLeftOf(ProcessInstance joined) {
    var id = CaseSteps.id(joined);
    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(String.valueOf(id), "stay-with-customer")
                .count())
        .isZero();
    assertThat(
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(String.valueOf(id))
                .processDefinitionKey("stay-with-customer")
                .count())
        .isZero();
    assertThat(
            engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(joined.getId())
                .count())
        .isZero();
    assertThat(count("select count(*) from customer_case_clock where case_id = ?", id)).isZero();
    assertThat(
            count(
                "select count(*) from customer_case where id = ?"
                    + " and (ask_comfort_at is not null or find_out_due_at is not null)",
                id))
        .isZero();
  }

  private int count(String sql, Object... params) {
    return rows.queryForObject(sql, Integer.class, params);
  }

  @Test
  void bothLinksShowTheSurvivorAndARepliesToTheOldOneLandThere() {
    var first = steps.opened();
    var second = steps.opened();
    steps.say(first, "stayWithCustomer", "CALL", "words", "The bank is looking for the money.");
    join(first, second);

    messages.byMail(
        CaseSteps.id(first),
        new Reply("I still wait for it.", Instant.parse("2026-03-02T12:00:00Z"), null, null, 7));
    messages.onPage(CaseSteps.id(first), "And for the second bill.");

    assertThat(view.contacts(CaseSteps.id(second))).hasSize(2);
    assertThat(found(second).answerDueAt()).isNotNull();
    var byOldLink = pages.open(CaseSteps.id(first)).orElseThrow();
    assertThat(byOldLink).isEqualTo(pages.open(CaseSteps.id(second)).orElseThrow());
    assertThat(byOldLink.state()).isEqualTo(CaseState.UNDERSTANDING);
    assertThat(byOldLink.updates())
        .as("with what was said in the other one")
        .extracting(it -> it.words())
        .contains("The bank is looking for the money.", "I still wait for it.");
  }

  @Test
  void aCaseThatHasTakenAnotherOneInCanBeTakenInItself() {
    var first = steps.opened();
    var second = steps.opened();
    var third = steps.opened();
    join(first, second);
    join(second, third);

    messages.onPage(CaseSteps.id(first), "Where is my money?");

    assertThat(view.contacts(CaseSteps.id(third))).hasSize(1);
    assertThat(view.findSurvivor(CaseSteps.id(first)).orElseThrow().id())
        .isEqualTo(CaseSteps.id(third));
  }

  @Test
  void whatCannotBeJoinedIsRefused() {
    var first = steps.opened();
    var ofJoe = new HashMap<>(CaseSteps.request());
    ofJoe.put("customer", "C-2");
    var joes = steps.open("oscar", ofJoe);
    var over = steps.opened();
    steps.say(over, "stayWithCustomer", "WITHDRAW", "note", "She wants nothing more.");

    refused("refusal.joining.same", first, first);
    refused("refusal.joining.customer", first, joes);
    refused("refusal.joining.over", first, over);
    refused("refusal.joining.over", over, first);
    assertThat(count("select count(*) from customer_case where customer_id is null")).isZero();
  }

  private void refused(String key, ProcessInstance joined, ProcessInstance survivor) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> join(joined, survivor))
        .satisfies(it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(key));
  }

  @Test
  void aCaseWhosePartnerIsAtWorkDoesNotEnd() {
    var first = steps.opened();
    var second = steps.opened();
    steps.say(
        first,
        "understandNeed",
        "ASK_PARTNER",
        "partner",
        "logistics",
        "need",
        "Her pump stands at the wrong mill",
        "doneWhen",
        "The pump stands in her mill.",
        "wished",
        "2026-03-04T16:00");

    refused("refusal.joining.handoff", first, second);
    join(second, first);
    assertThat(found(second).state()).isEqualTo(CaseState.JOINED);
  }

  @Test
  void ofTwoPeopleWhoJoinThemCrosswiseOneWins() throws Exception {
    var first = steps.opened();
    var second = steps.opened();
    List<Callable<Boolean>> both =
        List.of(() -> isJoined(first, second), () -> isJoined(second, first));

    assertThat(ConcurrentUsers.atTheSameMoment(both)).containsExactlyInAnyOrder(true, false);
    assertThat(List.of(found(first).state(), found(second).state()))
        .containsExactlyInAnyOrder(CaseState.JOINED, CaseState.UNDERSTANDING);
  }

  private boolean isJoined(ProcessInstance joined, ProcessInstance survivor) {
    try {
      join(joined, survivor);
      return true;
    } catch (RefusalException refusal) {
      return false;
    }
  }
}
