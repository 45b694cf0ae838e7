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
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.RefusalException;
import com.customerfocus.sweep.Sweep;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
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
  private final CustomerSteps customers;
  private final Sweep overdue;
  private final NoticeSender sender;
  private final NoticeService notices;

  @Autowired
  JoinCasesTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView view,
      CasePageService pages,
      CustomerMessages messages,
      CustomerSteps customers,
      @Qualifier("caseFindOut") Sweep overdue,
      NoticeSender sender,
      NoticeService notices) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.view = view;
    this.pages = pages;
    this.messages = messages;
    this.customers = customers;
    this.overdue = overdue;
    this.sender = sender;
    this.notices = notices;
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
  void theCaseThatGoesOnShowsNumberAndNeedOfTheOtherOne() {
    var other = new HashMap<>(CaseSteps.request());
    other.put("need", "The reminder fee is wrong, too\nTake it back, please.");
    var first = steps.open("oscar", other);
    var second = steps.opened();
    join(first, second);

    assertThat(view.caseHtml(CaseSteps.id(second)))
        .contains("Case " + first.getBusinessKey() + ", opened ")
        .contains("Take it back, please.");
    assertThat(pages.open(CaseSteps.id(second)).orElseThrow().alsoNeeded())
        .extracting(it -> it.caseId() + ": " + it.words())
        .containsExactly(
            first.getBusinessKey() + ": The reminder fee is wrong, too\nTake it back, please.");
  }

  @Test
  void newsThatWaitedForTheMailServerCountInTheCaseThatGoesOn() {
    var first = steps.opened();
    update(first);
    var second = steps.opened();
    join(first, second);
    assertThat(found(second).newsDueAt()).isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));

    steps.at("2026-03-02T12:00:00Z");
    sendAll();

    assertThat(found(second).newsDueAt()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
  }

  @Test
  void newsThatComeBackAfterwardsAreAsIfTheyHadNeverBeenSent() {
    var first = steps.opened();
    update(first);
    steps.at("2026-03-02T10:00:00Z");
    sendAll();
    steps.at("2026-03-02T11:00:00Z");
    var second = steps.opened();
    join(first, second);
    assertThat(found(second).newsDueAt()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));

    notices.bounced(
        rows.queryForObject("select id from notice where kind = 'case-news'", Long.class),
        new Bounce(Bounce.Kind.HARD, "5.1.1", "no such user"));

    assertThat(found(second).newsDueAt())
        .as("two days after the first case began")
        .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
  }

  @Test
  void wrongNewsOfTheOtherCaseAreCorrectedInTheOneThatGoesOn() {
    var first = steps.opened();
    steps.say(first, "stayWithCustomer", "CALL", "words", "The money comes on Tuesday.");
    var wrong = view.contacts(CaseSteps.id(first)).get(0).id();
    var second = steps.opened();
    join(first, second);

    steps.say(
        second,
        "stayWithCustomer",
        "CORRECT",
        "corrects",
        String.valueOf(wrong),
        "words",
        "The money comes on Friday.");

    assertThat(view.said(CaseSteps.id(second)).get(0).isCorrected()).isTrue();
  }

  private void update(ProcessInstance opened) {
    steps.say(
        opened,
        "stayWithCustomer",
        "UPDATE",
        "words",
        "The bank is looking for the money.",
        "nextNews",
        "2026-03-06T12:00");
  }

  private void sendAll() {
    for (var sent = sender.sendDue(); sent > 0; ) {
      sent = sender.sendDue();
    }
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

  @ParameterizedTest
  @ValueSource(strings = {"COMFORTABLE", "UNCONFIRMED"})
  void aCaseThatOnlyWaitsToBeClosedTakesInNoNeedThatIsNotPutRight(String state) {
    var first = steps.opened();
    var waiting = steps.opened();
    rows.update("update customer_case set state = ? where id = ?", state, CaseSteps.id(waiting));

    refused("refusal.joining.put-right", first, waiting);
    join(waiting, first);

    assertThat(found(first).state()).isEqualTo(CaseState.UNDERSTANDING);
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

    notYet(first, second, "to Logistics: Her pump stands at the wrong mill");
    join(second, first);
    assertThat(found(second).state()).isEqualTo(CaseState.JOINED);
  }

  /** The refusal names what is open. */
  private void notYet(ProcessInstance joined, ProcessInstance survivor, String open) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> join(joined, survivor))
        .satisfies(
            it -> {
              assertThat(it.sentences().get(0).getDefaultMessage())
                  .isEqualTo("refusal.joining.open");
              assertThat(it.sentences().get(1).forReader()).contains(open);
            });
    assertThat(found(joined).state().isOver()).isFalse();
  }

  @Test
  void aCaseWhoseCustomerIsBeingIntroducedDoesNotEnd() {
    var first = steps.briefed();
    var second = steps.opened();

    notYet(first, second, "Pablo Ríos");
    join(second, first);
    assertThat(found(first).state()).isEqualTo(CaseState.INTRODUCING);
  }

  @Test
  void aCaseOnWhichAManagerDecidesDoesNotEnd() {
    var first = steps.opened();
    var second = steps.opened();
    steps.say(first, "understandNeed", "FIND_OUT", "note", "Which bank has the money now?");
    steps.at("2026-03-04T09:00:01Z");
    overdue.runSome().getAsBoolean();

    notYet(first, second, "Olga");
    join(second, first);
    assertThat(found(second).state()).isEqualTo(CaseState.JOINED);
  }

  @Test
  void goodwillThatWaitsForApprovalGoesOnInTheCaseThatStays() {
    var first = steps.opened();
    var second = steps.opened();
    rows.update(
        """
        insert into goodwill (case_id, customer_id, kind, amount, currency, reason, state,
                              offered_by, offered_at, limit_rule, approver_id, asked_height)
        select id, customer_id, 'VOUCHER', 60, 'EUR', 'She has waited.', 'WAITING', 'oscar',
               opened_at, '1: all', 'olga', 1
          from customer_case where id = ?
        """,
        CaseSteps.id(first));

    join(first, second);

    assertThat(rows.queryForObject("select case_id from goodwill", Long.class))
        .isEqualTo(CaseSteps.id(second));
  }

  @Test
  void anOfferOfTheCaseThatEndsIsWithdrawn() {
    var first = steps.opened();
    var second = steps.opened();
    var offer =
        steps.start(
            "oscar",
            "hand-over-ownership",
            "ownershipOffer",
            "caseNumber",
            first.getBusinessKey(),
            "colleague",
            "luis",
            "reason",
            "WORKLOAD",
            "note",
            "She has waited for her van before.");

    join(first, second);

    assertThat(offer).isEnded();
    assertThat(
            count(
                "select count(*) from customer_case_offer where case_id = ?"
                    + " and state = 'WITHDRAWN'",
                CaseSteps.id(first)))
        .isOne();
    assertThat(found(second).ownerId()).isEqualTo("oscar");
  }

  @Test
  void aReopenedCaseIsAskedAndFollowedUpWithTheOneThatGoesOn() {
    var first = steps.solved();
    customers.comfortable(CaseSteps.id(first), null);
    customers.notComfortable(CaseSteps.id(first), "They charged me again.");
    var second = steps.solved();

    join(first, second);
    customers.comfortable(CaseSteps.id(first), "Now I am.");

    assertThat(found(second).state()).isEqualTo(CaseState.CLOSED);
    assertThat(
            rows.queryForList(
                "select case_id from case_survey where ask_at is not null", Long.class))
        .containsExactly(CaseSteps.id(second));
  }

  @Test
  void whoJoinsThemOwnsBoth() {
    var first = steps.opened();
    var second = steps.opened();
    rows.update("update customer_case set owner_id = 'luis' where id = ?", CaseSteps.id(second));

    refused("refusal.joining.not-both-yours", first, second);
    refused("refusal.case.not-yours", second, first);
  }

  @Test
  void twoCustomersWhoShareAnAddressAreNeverMixed() {
    rows.update("update customer set mail = 'luz@example.org' where reference = 'C-2'");
    var ofLuz = steps.opened();
    var ofJoe = new HashMap<>(CaseSteps.request());
    ofJoe.put("customer", "C-2");
    var joes = steps.open("oscar", ofJoe);

    refused("refusal.joining.customer", ofLuz, joes);
    refused("refusal.joining.customer", joes, ofLuz);
    messages.onPage(CaseSteps.id(joes), "It is Joe who writes.");

    assertThat(found(ofLuz).customerReference()).isEqualTo("C-1");
    assertThat(found(joes).customerReference()).isEqualTo("C-2");
    assertThat(view.contacts(CaseSteps.id(ofLuz))).isEmpty();
  }

  @Test
  void joiningThemTwiceAtOnceJoinsThemOnce() throws Exception {
    var first = steps.opened();
    var second = steps.opened();
    List<Callable<Boolean>> twice =
        List.of(() -> isJoined(first, second), () -> isJoined(first, second));

    assertThat(ConcurrentUsers.atTheSameMoment(twice)).containsExactly(true, true);
    assertThat(
            count(
                "select count(*) from customer_case_event where step in ('JOIN', 'TAKE_IN')"
                    + " and case_id in (?, ?)",
                CaseSteps.id(first),
                CaseSteps.id(second)))
        .isEqualTo(2);
    nothingIsLeftOf(first);
  }

  @Test
  void aCustomerMayWriteToAllLinksWhileTheirCasesAreJoined() throws Exception {
    var first = steps.opened();
    var second = steps.opened();
    var third = steps.opened();
    join(second, first);
    List<Callable<Boolean>> all =
        List.of(
            () -> isJoined(first, third),
            () -> isWritten(second, "The first letter."),
            () -> isWritten(first, "The second letter."),
            () -> isWritten(third, "The third letter."));

    assertThat(ConcurrentUsers.atTheSameMoment(all)).containsOnly(true);
    assertThat(view.said(CaseSteps.id(third))).hasSize(3);
  }

  private boolean isWritten(ProcessInstance opened, String words) {
    messages.onPage(CaseSteps.id(opened), words);
    return true;
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
