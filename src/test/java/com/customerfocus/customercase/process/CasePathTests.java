package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.CASE_CLOSED;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.CASE_WITHDRAWN;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.CHECK_COMFORT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.FIND_OUT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.FINISH_CASE;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.INTRODUCE_CONTACT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.PARTNER_HANDOFF;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.PUT_IT_RIGHT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.STAY_WITH_CUSTOMER;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.UNDERSTAND_NEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.Comfort;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.introduction.ContactSteps;
import com.customerfocus.customercase.news.News;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.DeliveryPromises;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TakesAllOf;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz calls Óscar on Monday, 2 March 2026, 9:00: she has paid her bill twice. */
@CustomerFocusTest
@TakesAllOf(StayWithCustomerProcess.KEY)
class CasePathTests {

  private static final String TOLD = "We have paid the second bill back to you.";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final HandoffSteps handoffs;
  private final CaseView view;
  private final CustomerSteps customers;
  private final ContactSteps contacts;
  private final News news;
  private final DeliveryPromises promises;
  private final NoticeSender sender;
  private final Sweep questions;
  private final Sweep late;

  @Autowired
  CasePathTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      HandoffSteps handoffs,
      CaseView view,
      CustomerSteps customers,
      ContactSteps contacts,
      News news,
      DeliveryPromises promises,
      NoticeSender sender,
      @Qualifier("comfortQuestionSweep") Sweep questions,
      @Qualifier("lateNews") Sweep late) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.handoffs = handoffs;
    this.view = view;
    this.customers = customers;
    this.contacts = contacts;
    this.news = news;
    this.promises = promises;
    this.sender = sender;
    this.questions = questions;
    this.late = late;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
  }

  @Test
  void weCanPutItRightAndTheCustomerSaysTheyAreComfortable() {
    var opened = steps.opened();
    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
    assertThat(steps.task(opened, UNDERSTAND_NEED))
        .isAssignedTo("oscar")
        .hasName("Understand the need: Luz Mar, My bill is wrong");

    steps.say(opened, UNDERSTAND_NEED, "PUT_RIGHT", "note", "She paid the bill of May twice.");
    assertThat(opened).isWaitingAtExactly(PUT_IT_RIGHT, STAY_WITH_CUSTOMER);

    steps.say(opened, PUT_IT_RIGHT, "SOLVED", "words", TOLD);
    assertThat(opened).isWaitingAtExactly(CHECK_COMFORT, STAY_WITH_CUSTOMER);

    customers.comfortable(CaseSteps.id(opened), "Óscar has put it right.");
    assertThat(opened).isEnded().hasPassed(CASE_CLOSED);
    assertThat(found(opened).state()).isEqualTo(CaseState.CLOSED);
    assertThat(found(opened).comfort()).isEqualTo(Comfort.OWN_WORD);
    assertThat(found(opened).newsDueAt()).isNull();
  }

  @Test
  void theOwnerNotesTheCustomersComfortFromACall() {
    var opened = steps.solved();

    steps.say(opened, CHECK_COMFORT, "COMFORTABLE", "note", "She said that all is well now.");

    assertThat(opened).isEnded().hasPassed(CASE_CLOSED);
    assertThat(found(opened).comfort()).isEqualTo(Comfort.OWNERS_NOTE);
  }

  @Test
  void aCustomerWhoIsNotComfortableIsUnderstoodAnewAndCounted() {
    var opened = steps.solved();

    customers.notComfortable(CaseSteps.id(opened), "I have not got my money yet.");
    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
    assertThat(found(opened).notComfortableNow()).isOne();

    steps.say(opened, UNDERSTAND_NEED, "PUT_RIGHT");
    steps.say(opened, PUT_IT_RIGHT, "SOLVED", "words", TOLD);
    steps.say(opened, CHECK_COMFORT, "NOT_COMFORTABLE", "note", "She still waits for it.");
    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
    assertThat(found(opened).notComfortableNow()).isEqualTo(2);
    assertThat(found(opened).comfort()).isNull();
  }

  @Test
  void whatIsNotPutRightIsLookedAtAgain() {
    var opened = steps.opened();
    steps.say(opened, UNDERSTAND_NEED, "PUT_RIGHT");

    steps.say(opened, PUT_IT_RIGHT, "LOOK_AGAIN", "note", "It is the bank's mistake, not ours.");

    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
  }

  @Test
  void aContactOutsideIsIntroduced() {
    var opened = steps.opened();
    steps.say(opened, UNDERSTAND_NEED, "INTRODUCE", "note", "Her bank: Mr Ríos, extension 12.");
    assertThat(opened).isWaitingAtExactly(INTRODUCE_CONTACT, STAY_WITH_CUSTOMER);

    steps.brief(opened);
    assertThat(opened).isWaitingAtExactly(INTRODUCE_CONTACT, STAY_WITH_CUSTOMER);
    assertThat(steps.task(opened, INTRODUCE_CONTACT).getDueDate())
        .as("three working days for the contact to answer")
        .isEqualTo(Date.from(Instant.parse("2026-03-05T09:00:00Z")));

    steps.say(opened, INTRODUCE_CONTACT, "NOTE_YES", "note", "He will look after her.");
    steps.introduce(opened);
    assertThat(opened).isWaitingAtExactly(INTRODUCE_CONTACT, STAY_WITH_CUSTOMER);
    assertThat(steps.task(opened, INTRODUCE_CONTACT).getDueDate())
        .as("five working days to take over")
        .isEqualTo(Date.from(Instant.parse("2026-03-09T09:00:00Z")));

    steps.say(
        opened,
        INTRODUCE_CONTACT,
        "TOOK_OVER",
        "way",
        "CALL",
        "words",
        "We have talked, the three of us.");

    assertThat(opened).isWaitingAtExactly(CHECK_COMFORT, STAY_WITH_CUSTOMER);
  }

  @Test
  void aContactWhoDoesNotHelpBringsTheCaseBackWithTheReason() {
    var opened = steps.briefed();

    contacts.helps(introduction(opened), false, "I have left the bank.");

    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
    assertThat(found(opened).state()).isEqualTo(CaseState.UNDERSTANDING);
    assertThat(view.caseHtml(CaseSteps.id(opened)))
        .contains("The contact has said no. I have left the bank.");
  }

  @Test
  void aContactWhoIsNotTheRightOneLeadsBackToTheNeed() {
    var opened = steps.briefed();

    steps.say(opened, INTRODUCE_CONTACT, "LOOK_AGAIN", "note", "It was another bank all along.");

    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
  }

  private long introduction(ProcessInstance opened) {
    return rows.queryForObject(
        "select max(id) from customer_introduction where case_id = ?",
        Long.class,
        CaseSteps.id(opened));
  }

  @Test
  void whatIsNotKnownIsFoundOutByAMomentAndEndsInAnAnswer() {
    var opened = steps.opened();
    steps.say(opened, UNDERSTAND_NEED, "FIND_OUT", "note", "Which bank has the money now?");
    assertThat(opened).isWaitingAtExactly(FIND_OUT, STAY_WITH_CUSTOMER);
    assertThat(steps.task(opened, FIND_OUT).getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-03-04T09:00:00Z")));

    steps.say(
        opened,
        FIND_OUT,
        "WAIT_FOR_ANSWER",
        "note",
        "The bank's help desk will know.",
        "date",
        "2026-03-05T12:00");
    assertThat(steps.task(opened, FIND_OUT).getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-03-05T12:00:00Z")));

    steps.say(opened, FIND_OUT, "PUT_RIGHT");
    assertThat(opened).isWaitingAtExactly(PUT_IT_RIGHT, STAY_WITH_CUSTOMER);
    assertThat(found(opened).findOutDueAt()).isNull();
  }

  @Test
  void aPartnerDeliversAndTheOwnerTellsTheCustomer() {
    var opened = steps.opened();
    steps.say(opened, STAY_WITH_CUSTOMER, "CALL", "words", "I told her to wait until Wednesday.");
    var handoff = askPartner(opened);
    assertThat(
            rows.queryForObject(
                "select told from handoff where id = ?", String.class, HandoffSteps.id(handoff)))
        .isEqualTo("I told her to wait until Wednesday.");
    assertThat(opened).isWaitingAtExactly(PARTNER_HANDOFF, STAY_WITH_CUSTOMER);

    handoffs.accept(handoff);
    handoffs.deliver(handoff);
    handoffs.confirm(handoff);

    assertThat(opened).isWaitingAtExactly(PUT_IT_RIGHT, STAY_WITH_CUSTOMER);
    assertThat(found(opened).state()).isEqualTo(CaseState.PUTTING_RIGHT);
  }

  @Test
  void aPartnerWhoCannotDoItLeavesTheOwnerToFindOutWhoCan() {
    var opened = steps.opened();
    var handoff = askPartner(opened);
    handoffs.say(handoff, "oscar", "followHandoff", "WITHDRAW", "note", "They have no van.");

    assertThat(opened).isWaitingAtExactly(FIND_OUT, STAY_WITH_CUSTOMER);
    assertThat(found(opened).findOutDueAt()).isNotNull();
  }

  private ProcessInstance askPartner(ProcessInstance opened) {
    steps.say(
        opened,
        UNDERSTAND_NEED,
        "ASK_PARTNER",
        "partner",
        "logistics",
        "need",
        "Her pump stands at the wrong mill",
        "doneWhen",
        "The pump stands in her mill.",
        "wished",
        "2026-03-04T16:00");
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .superProcessInstanceId(opened.getId())
        .singleResult();
  }

  @Test
  void aCaseIsNotWithdrawnWhileAPartnerWorksOnIt() {
    var opened = steps.opened();
    var handoff = askPartner(opened);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                steps.say(
                    opened, STAY_WITH_CUSTOMER, "WITHDRAW", "note", "She wants nothing more."))
        .satisfies(
            it ->
                assertThat(it.sentences().get(1).inEnglish())
                    .isEqualTo(
                        "Handoff %s to Logistics: Her pump stands at the wrong mill"
                            .formatted(handoff.getBusinessKey())));

    handoffs.say(handoff, "oscar", "followHandoff", "WITHDRAW", "note", "No longer needed.");
    steps.say(opened, STAY_WITH_CUSTOMER, "WITHDRAW", "note", "She wants nothing more.");
    assertThat(opened).isEnded().hasPassed(CASE_WITHDRAWN);
    assertThat(found(opened).state()).isEqualTo(CaseState.WITHDRAWN);
  }

  @Test
  void aCaseClosesOnceWhatWasPromisedToItsCustomerIsKept() {
    var opened = steps.solved();
    var id = CaseSteps.id(opened);
    // Employees may have the same ids as customers; what they were promised is due before.
    for (var i = 0; i < 60; i++) {
      promises.make(
          new NewPromise(
              "oscar",
              Party.person(String.valueOf(found(opened).customerId())),
              "Another matter",
              Instant.parse("2026-03-19T09:00:00Z"),
              new PromiseSource(CustomerCase.KIND, id)));
    }
    var promise =
        promises.make(
            new NewPromise(
                "oscar",
                Party.customer(found(opened).customerId()),
                "A voucher",
                Instant.parse("2026-03-20T09:00:00Z"),
                new PromiseSource(CustomerCase.KIND, id)));

    customers.comfortable(id, null);
    assertThat(opened).isWaitingAtExactly(FINISH_CASE, STAY_WITH_CUSTOMER);
    assertThat(view.caseHtml(id)).contains("Promise %d: A voucher".formatted(promise));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> steps.say(opened, FINISH_CASE, "CLOSE"))
        .satisfies(
            it ->
                assertThat(it.sentences().get(1).inEnglish())
                    .isEqualTo("Promise %d: A voucher".formatted(promise)));

    promises.delivered(promise, "oscar");
    promises.accepted(promise, "oscar");
    steps.say(opened, FINISH_CASE, "CLOSE");
    assertThat(opened).isEnded().hasPassed(CASE_CLOSED);
    assertThat(found(opened).comfort()).isEqualTo(Comfort.OWN_WORD);
  }

  private long promiseTo(ProcessInstance opened) {
    return promises.make(
        new NewPromise(
            "oscar",
            Party.customer(found(opened).customerId()),
            "A voucher",
            Instant.parse("2026-03-20T09:00:00Z"),
            new PromiseSource(CustomerCase.KIND, CaseSteps.id(opened))));
  }

  @ParameterizedTest(name = "by own word {0}")
  @ValueSource(booleans = {true, false})
  void somethingThatIsMissingAfterAllLeadsBackWhileTheCaseIsOpen(boolean ownWord) {
    var opened = steps.solved();
    promiseTo(opened);
    steps.say(opened, CHECK_COMFORT, "COMFORTABLE", "note", "She said that all is well now.");
    assertThat(opened).isWaitingAtExactly(FINISH_CASE, STAY_WITH_CUSTOMER);

    if (ownWord) {
      customers.notComfortable(CaseSteps.id(opened), "The money is still missing.");
    } else {
      steps.say(opened, FINISH_CASE, "NOT_COMFORTABLE", "note", "She still waits for it.");
    }

    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
    assertThat(found(opened).comfort()).isNull();
    assertThat(found(opened).notComfortableNow()).isOne();
  }

  @ParameterizedTest(name = "by own word {0}: {1}")
  @CsvSource({"true, OWN_WORD", "false, OWNERS_NOTE"})
  void aCustomerWhoAnswersLateIsComfortableAllTheSame(boolean ownWord, Comfort comfort) {
    var opened = steps.solved();
    var promise = promiseTo(opened);
    for (var moment :
        List.of("2026-03-05T09:00:00Z", "2026-03-10T09:00:00Z", "2026-03-13T09:00:00Z")) {
      steps.at(moment);
      questions.runSome().getAsBoolean();
    }
    assertThat(found(opened).state()).isEqualTo(CaseState.UNCONFIRMED);

    if (ownWord) {
      customers.comfortable(CaseSteps.id(opened), null);
    } else {
      steps.say(opened, FINISH_CASE, "COMFORTABLE", "note", "She said that all is well.");
    }

    assertThat(opened).isWaitingAtExactly(FINISH_CASE, STAY_WITH_CUSTOMER);
    assertThat(found(opened).comfort()).isEqualTo(comfort);

    promises.delivered(promise, "oscar");
    promises.accepted(promise, "oscar");
    steps.say(opened, FINISH_CASE, "CLOSE");
    assertThat(opened).isEnded().hasPassed(CASE_CLOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"by_post = true", "mail = null"})
  void aCustomerWhomNoMailCanAskIsNeverCountedAsAsked(String change) {
    rows.update("update customer set " + change + " where reference = 'C-1'");
    var opened = steps.opened();
    steps.say(opened, UNDERSTAND_NEED, "PUT_RIGHT");
    steps.say(opened, PUT_IT_RIGHT, "SOLVED", "way", "CALL", "words", TOLD);

    askOn("2026-03-05T09:00:00Z", opened, 0);
    askOn("2026-03-20T09:00:00Z", opened, 0);
    askOn("2026-04-20T09:00:00Z", opened, 0);

    assertThat(opened).isWaitingAtExactly(CHECK_COMFORT, STAY_WITH_CUSTOMER);
    assertThat(mails("case-comfort")).isZero();
  }

  @Test
  void aCustomerWhoDoesNotAnswerIsAskedThreeTimesThreeWorkingDaysApart() {
    var opened = steps.solved();
    askOn("2026-03-05T08:59:59Z", opened, 1);
    askOn("2026-03-05T09:00:00Z", opened, 2);
    askOn("2026-03-10T08:59:59Z", opened, 2);
    askOn("2026-03-10T09:00:00Z", opened, 3);
    askOn("2026-03-13T08:59:59Z", opened, 3);
    assertThat(opened).isWaitingAtExactly(CHECK_COMFORT, STAY_WITH_CUSTOMER);

    steps.at("2026-03-13T09:00:00Z");
    questions.runSome().getAsBoolean();

    assertThat(opened).isEnded().hasPassed(CASE_CLOSED);
    assertThat(found(opened).comfort()).isEqualTo(Comfort.UNCONFIRMED);
    assertThat(mails("case-comfort")).isEqualTo(2);
  }

  @Test
  void aCustomerWhoWantsNoContactIsNeverCountedAsAskedAndTheOwnersNoteAnswers() {
    rows.update("update customer set contact = 'NO_CONTACT' where reference = 'C-1'");
    var opened = steps.solved();

    askOn("2026-03-05T09:00:00Z", opened, 0);
    askOn("2026-03-20T09:00:00Z", opened, 0);
    askOn("2026-04-20T09:00:00Z", opened, 0);

    assertThat(opened).isWaitingAtExactly(CHECK_COMFORT, STAY_WITH_CUSTOMER);
    assertThat(mails("case-comfort")).isZero();
    steps.say(opened, CHECK_COMFORT, "COMFORTABLE", "note", "Said so in the shop.");
    assertThat(found(opened).comfort()).isEqualTo(Comfort.OWNERS_NOTE);
  }

  private void askOn(String moment, ProcessInstance opened, int asked) {
    steps.at(moment);
    questions.runSome().getAsBoolean();
    assertThat(found(opened).comfortAsked()).as(moment).isEqualTo(asked);
  }

  private int mails(String kind) {
    return rows.queryForObject("select count(*) from notice where kind = ?", Integer.class, kind);
  }

  @Test
  void aClosedCaseGoesOnWhenTheCustomerIsNotComfortableWithinThirtyDays() {
    var opened = steps.solved();
    var id = CaseSteps.id(opened);
    customers.comfortable(id, null);
    steps.at("2026-04-01T09:00:00Z");

    customers.notComfortable(id, "They charged me again.");
    customers.notComfortable(id, "They charged me again.");

    var again =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(String.valueOf(id))
            .singleResult();
    assertThat(again).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
    assertThat(found(again).cycle()).isEqualTo(2);
    assertThat(found(again).comfort()).isNull();
    assertThat(found(again).newsDueAt())
        .as("the clocks of the second run begin anew")
        .isEqualTo(Instant.parse("2026-04-03T09:00:00Z"));
  }

  @Test
  void laterAnotherCaseIsOpenedThatIsLinkedToTheFirst() {
    var opened = steps.solved();
    var id = CaseSteps.id(opened);
    customers.comfortable(id, null);
    steps.at("2026-04-01T09:00:01Z");

    customers.notComfortable(id, "They charged me again.");
    customers.notComfortable(id, "They charged me again.");

    assertThat(found(opened).state()).isEqualTo(CaseState.CLOSED);
    assertThat(
            rows.queryForList(
                "select need from customer_case where previous_id = ?", String.class, id))
        .containsExactly("They charged me again.");
  }

  @Test
  void newsCountFromWhenTheMailServerTookThem() {
    var opened = steps.opened();
    assertThat(due(opened)).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
    steps.at("2026-03-03T10:00:00Z");

    steps.say(opened, STAY_WITH_CUSTOMER, "UPDATE", "words", "Nothing has changed until now.");
    assertThat(due(opened)).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));

    steps.at("2026-03-03T10:00:05Z");
    sender.sendDue();
    assertThat(due(opened))
        .as("as the mail told it, which is earlier than the cadence from its acceptance")
        .isEqualTo(Instant.parse("2026-03-05T10:00:00Z"));
    late.runSome().getAsBoolean();
    assertThat(steps.task(opened, STAY_WITH_CUSTOMER).getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-03-05T10:00:00Z")));
  }

  @Test
  void aCallCountsFromWhenItWas() {
    var opened = steps.opened();
    steps.at("2026-03-03T12:00:00Z");

    steps.say(
        opened,
        STAY_WITH_CUSTOMER,
        "CALL",
        "words",
        "I told her that the bank looks for it.",
        "calledAt",
        "2026-03-03T10:00",
        "nextNews",
        "2026-03-04T15:00");

    assertThat(due(opened)).isEqualTo(Instant.parse("2026-03-04T15:00:00Z"));
    assertThat(steps.task(opened, STAY_WITH_CUSTOMER).getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-03-04T15:00:00Z")));
  }

  @Test
  void aNoteMovesNothingAndLateNewsAreOnRecordOnce() {
    var opened = steps.opened();
    steps.at("2026-03-04T09:00:00Z");
    steps.say(opened, STAY_WITH_CUSTOMER, "NOTE", "note", "The bank has not called back.");
    late.runSome().getAsBoolean();
    assertThat(news.late(CaseSteps.id(opened))).isEmpty();

    steps.at("2026-03-04T09:00:01Z");
    late.runSome().getAsBoolean();
    late.runSome().getAsBoolean();

    assertThat(news.late(CaseSteps.id(opened)))
        .singleElement()
        .satisfies(it -> assertThat(it.dueAt()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z")));
  }

  @Test
  void anotherPriorityHasAnotherCadence() {
    var opened = steps.opened();

    steps.say(opened, STAY_WITH_CUSTOMER, "CHANGE_PRIORITY", "priority", "URGENT");

    assertThat(due(opened)).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
  }

  @Test
  void theMomentThatTheOpeningMailTellsStaysWithALowerPriority() {
    var request = CaseSteps.request();
    request.put("priority", "URGENT");
    var opened = steps.open("oscar", request);

    steps.at("2026-03-02T10:00:00Z");
    steps.say(opened, STAY_WITH_CUSTOMER, "CHANGE_PRIORITY", "priority", "NORMAL");

    assertThat(due(opened)).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
  }

  /** The task beside it stays as it is until then. */
  @Test
  void aCallThatIsRecordedInAnotherTaskMovesTheDueDateOfTheTaskThatStays() {
    var opened = steps.opened();
    steps.say(opened, UNDERSTAND_NEED, "PUT_RIGHT");
    steps.at("2026-03-02T12:00:00Z");
    steps.say(
        opened, "putItRight", "SOLVED", "way", "CALL", "words", "I told her that it is paid back.");
    while (late.runSome().getAsBoolean()) {
      // Until no task has to follow.
    }

    assertThat(due(opened)).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
    assertThat(steps.task(opened, STAY_WITH_CUSTOMER).getDueDate().toInstant())
        .isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
  }

  @Test
  void onlyTheOwnerTakesSteps() {
    var opened = steps.opened();

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(
            () -> steps.sayAs("luis", opened, UNDERSTAND_NEED, "PUT_RIGHT", "note", "I can."));
    assertThat(opened).isWaitingAtExactly(UNDERSTAND_NEED, STAY_WITH_CUSTOMER);
  }

  private CustomerCase found(ProcessInstance opened) {
    return view.find(CaseSteps.id(opened)).orElseThrow();
  }

  private Instant due(ProcessInstance opened) {
    return found(opened).newsDueAt();
  }
}
