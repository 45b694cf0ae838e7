package com.customerfocus.customercase.ownership.process;

import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.NOTHING_TO_ANSWER;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER_ANSWERED;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER_EXPIRED;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OWNER_KEEPS_CASE;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.TAKE_OVER_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.ownership.OfferAnswer;
import com.customerfocus.customercase.ownership.OwnershipService;
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.RefusalException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TakesAllOf;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz's case, opened by Óscar on Monday, 2 March 2026, 9:00, gets another owner. */
@CustomerFocusTest
@TakesAllOf(HandOverOwnershipProcess.KEY)
class HandOverOwnershipTests {

  private static final String NO_OWNER =
      """
      select count(*) from customer_case c
       where c.closed_at is null
         and not exists (select 1 from person p where p.id = c.owner_id and p.active)
      """;

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CascadeSteps people;
  private final AbsenceService absences;
  private final CaseView view;
  private final CustomerSteps customers;
  private final CasePageService pages;
  private final CountedDatabase database;
  private final OwnershipService ownership;
  private final HandoffSteps partners;
  private final CustomerMessages messages;
  private final NoticeService notices;

  @Autowired
  HandOverOwnershipTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CascadeSteps people,
      AbsenceService absences,
      CaseView view,
      CustomerSteps customers,
      CasePageService pages,
      CountedDatabase database,
      OwnershipService ownership,
      HandoffSteps partners,
      CustomerMessages messages,
      NoticeService notices) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.people = people;
    this.absences = absences;
    this.view = view;
    this.customers = customers;
    this.pages = pages;
    this.database = database;
    this.ownership = ownership;
    this.partners = partners;
    this.messages = messages;
    this.notices = notices;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
  }

  private ProcessInstance offer(ProcessInstance opened, String to) {
    return steps.start(
        "oscar",
        HandOverOwnershipProcess.KEY,
        "ownershipOffer",
        "caseNumber",
        opened.getBusinessKey(),
        "colleague",
        to,
        "reason",
        "KNOWLEDGE",
        "note",
        "She has waited for her van before.");
  }

  private CustomerCase found(ProcessInstance opened) {
    return view.find(CaseSteps.id(opened)).orElseThrow();
  }

  private int mails(String kind, String recipient) {
    return rows.queryForObject(
        "select count(*) from notice where kind = ? and recipient_id = ?",
        Integer.class,
        kind,
        recipient);
  }

  @Test
  void theCaseMovesWhenTheColleagueAcceptsAndNotBefore() {
    var opened = steps.opened();
    steps.at("2026-03-02T10:00:00Z");
    var offer = offer(opened, "luis");
    assertThat(offer).isWaitingAtExactly(TAKE_OVER_CASE);
    assertThat(steps.task(offer, TAKE_OVER_CASE)).isAssignedTo("luis");
    assertThat(found(opened).ownerId()).isEqualTo("oscar");

    steps.answer("luis", offer, TAKE_OVER_CASE, "offerAnswer", "ACCEPT");

    assertThat(offer).isEnded().hasPassed(OFFER_ANSWERED);
    assertThat(found(opened).ownerId()).isEqualTo("luis");
    assertThat(steps.task(opened, "understandNeed")).isAssignedTo("luis");
    assertThat(steps.task(opened, "stayWithCustomer")).isAssignedTo("luis");
    assertThat(found(opened).newsDueAt())
        .as("one working day to introduce himself, which is shorter than what is left")
        .isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    assertThat(pages.open(CaseSteps.id(opened)).orElseThrow().ownerName()).isEqualTo("Luis");
    assertThat(mails("case-offer-ended", "oscar")).isOne();
    assertThat(mails("case-owned", "luis")).as("he knows").isZero();
    steps.sayAs("luis", opened, "understandNeed", "PUT_RIGHT");
    assertThat(steps.task(opened, "putItRight")).isAssignedTo("luis");
  }

  @Test
  void aDeclinedCaseStaysWithItsOwner() {
    var opened = steps.opened();
    var offer = offer(opened, "luis");
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> steps.answer("luis", offer, TAKE_OVER_CASE, "offerAnswer", "DECLINE"));

    steps.answer(
        "luis", offer, TAKE_OVER_CASE, "offerAnswer", "DECLINE", "note", "I know nothing of it.");

    assertThat(found(opened).ownerId()).isEqualTo("oscar");
    assertThat(mails("case-offer-ended", "oscar")).isOne();
  }

  @Test
  void anOfferThatIsNotAnsweredInTimeExpires() {
    var opened = steps.opened();
    var offer = offer(opened, "luis");
    assertThat(steps.task(offer, TAKE_OVER_CASE).getDueDate())
        .isEqualTo(Date.from(Instant.parse("2026-03-04T09:00:00Z")));

    assertThat(people.isTimerDue(OFFER_EXPIRED)).isFalse();
    steps.at("2026-03-04T09:00:01Z");
    people.fireTimer(OFFER_EXPIRED);

    assertThat(offer).isEnded().hasPassed(OWNER_KEEPS_CASE);
    assertThat(found(opened).ownerId()).isEqualTo("oscar");
    assertThat(offer(opened, "lars")).as("another one can be made").isNotNull();
  }

  @Test
  void whatCannotBeOfferedIsRefused() {
    var opened = steps.opened();
    refused("refusal.ownership.own", () -> offer(opened, "oscar"));
    offer(opened, "luis");
    refused("refusal.ownership.open", () -> offer(opened, "lars"));
  }

  @Test
  void onlyTheOwnerOffersACase() {
    var opened = steps.opened();
    refused(
        "refusal.case.not-yours",
        () ->
            steps.start(
                "lars",
                HandOverOwnershipProcess.KEY,
                "ownershipOffer",
                "caseNumber",
                opened.getBusinessKey(),
                "colleague",
                "luis",
                "reason",
                "OTHER",
                "note",
                "I should like to have it."));
  }

  private static void refused(String key, Runnable action) {
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(action::run)
        .satisfies(it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(key));
  }

  @Test
  void anUnansweredOfferKeepsTheCaseFromClosing() {
    var opened = steps.solved();
    var offer = offer(opened, "luis");

    customers.comfortable(CaseSteps.id(opened), null);

    assertThat(found(opened).state()).isEqualTo(CaseState.COMFORTABLE);
    assertThat(view.caseHtml(CaseSteps.id(opened))).contains("The offer to Luis");
    steps.answer("luis", offer, TAKE_OVER_CASE, "offerAnswer", "ACCEPT");
    steps.sayAs("luis", opened, "finishCase", "CLOSE");
    assertThat(found(opened).state()).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void theCasesOfALeaverGoToTheManagerInTheSameTransactionAndOffersAreWithdrawn() {
    var opened = steps.opened();
    var offer = offer(opened, "luis");

    var report = withoutOscar();

    assertThat(report).contains("One customer’s case of a leaver gets another owner.");
    assertThat(rows.queryForObject(NO_OWNER, Integer.class)).isZero();
    assertThat(found(opened).ownerId()).isEqualTo("olga");
    assertThat(steps.task(opened, "stayWithCustomer")).isAssignedTo("olga");
    assertThat(offer).isEnded().hasPassed(NOTHING_TO_ANSWER);
    assertThat(mails("case-owned", "olga")).isOne();
  }

  @Test
  void aCaseHasAnOwnerAtEachCommitOfTheImport() {
    var opened = steps.opened();
    var solved = steps.solved();
    var withoutOwner = new ArrayList<Integer>();
    var stillOscars = new ArrayList<Integer>();

    database.checkingEachCommit(
        connection -> {
          withoutOwner.add(count(connection, NO_OWNER));
          if (count(connection, "select count(*) from person where id = 'oscar' and active") == 0) {
            stillOscars.add(
                count(
                    connection,
                    "select (select count(*) from customer_case where owner_id = 'oscar')"
                        + " + (select count(*) from customer_case_clock where owner_id = 'oscar')"
                        + " + (select count(*) from act_ru_task where assignee_ = 'oscar')"));
          }
        },
        this::withoutOscar);

    assertThat(withoutOwner).isNotEmpty().containsOnly(0);
    assertThat(stillOscars)
        .as("case, clock and tasks in the transaction in which he leaves")
        .isNotEmpty()
        .containsOnly(0);
    assertThat(found(opened).ownerId()).isEqualTo("olga");
    assertThat(found(solved).ownerId()).isEqualTo("olga");
  }

  private static int count(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getInt(1);
    }
  }

  private List<String> withoutOscar() {
    return importer
        .importFile(new ByteArrayResource(fileWithoutOscar().getBytes(StandardCharsets.UTF_8)))
        .consequences();
  }

  private static String fileWithoutOscar() {
    return new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .csv();
  }

  @Test
  void manyCasesOfALeaverTakeAsManyStatementsAsFew() {
    cases(3);
    var few = statementsOfADryRun();
    cases(997);

    assertThat(statementsOfADryRun()).isLessThanOrEqualTo(few);
  }

  @Test
  void eachTaskOfALeaverTakesAFewStatements() {
    var few = statementsOfAnImport(2);
    HandoffSteps.departments(importer);

    var many = statementsOfAnImport(22);

    assertThat(many - few).as("20 cases, each with two tasks").isLessThanOrEqualTo(20 * 2 * 6);
  }

  private int statementsOfAnImport(int cases) {
    for (var i = 0; i < cases; i++) {
      steps.opened();
    }
    database.startCounting();
    withoutOscar();
    var count = database.count();
    assertThat(rows.queryForObject(NO_OWNER, Integer.class)).isZero();
    return count;
  }

  private int statementsOfADryRun() {
    database.startCounting();
    importer.dryRun(new ByteArrayResource(fileWithoutOscar().getBytes(StandardCharsets.UTF_8)));
    return database.count();
  }

  private void cases(int count) {
    for (var i = 0; i < count; i++) {
      rows.update(
          """
          insert into customer_case (customer_id, kind, channel, priority, subject, need, state,
                                     cycle, owner_id, not_comfortable, not_comfortable_now,
                                     comfort_asked, opened_at, cycle_began_at)
          values (1, 'OTHER', 'API', 'NORMAL', 'A van', 'A van', 'UNDERSTANDING', 1, 'oscar', 0, 0,
                  0, current_timestamp, current_timestamp)
          """);
      rows.update(
          """
          insert into customer_case_clock (case_id, customer_id, cycle, owner_id, cadence,
                                           time_to_answer, time_to_find_out, targets_rule,
                                           began_at, last_contact_at, news_due_at, is_moved)
          select max(id), 1, 1, 'oscar', '2 d', '4 h', '2 d', '1: all', current_timestamp,
                 current_timestamp, current_timestamp, false
            from customer_case
          """);
    }
  }

  @Test
  void aReopenedCaseOfALeaverGoesToTheOneWhoActsForThem() {
    var opened = steps.solved();
    customers.comfortable(CaseSteps.id(opened), null);
    withoutOscar();
    assertThat(found(opened).ownerId()).as("closed cases stay as they were").isEqualTo("oscar");

    customers.notComfortable(CaseSteps.id(opened), "They charged me again.");

    assertThat(found(opened).ownerId()).isEqualTo("olga");
    assertThat(rows.queryForObject(NO_OWNER, Integer.class)).isZero();
  }

  @Test
  void whatACustomerWritesAfterTheEndGoesToTheOneWhoActsForALeaver() {
    var opened = steps.solved();
    customers.comfortable(CaseSteps.id(opened), null);
    withoutOscar();

    messages.onPage(CaseSteps.id(opened), "It is broken again, I am afraid.");

    assertThat(mails("case-message", "olga")).isOne();
    assertThat(mails("case-message", "oscar")).isZero();
  }

  @Test
  void whatACustomerWritesAfterTheEndGoesToTheDeputyOfAnOwnerWhoIsAway() {
    var opened = steps.solved();
    customers.comfortable(CaseSteps.id(opened), null);
    people.away("oscar", "2026-03-02", "2026-03-06", "luis");

    messages.onPage(CaseSteps.id(opened), "It is broken again, I am afraid.");

    assertThat(mails("case-message", "luis")).isOne();
  }

  @Test
  void newsOfAJoinedCaseThatComeBackAreToldToTheOwnerOfTheOneThatGoesOn() {
    var joined = steps.opened();
    var survivor = steps.opened();
    steps.say(joined, "stayWithCustomer", "UPDATE", "words", "The bank looks for the money.");
    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        joined.getBusinessKey(),
        "survivor",
        survivor.getBusinessKey(),
        "note",
        "She told us about it twice.");
    steps.answer("luis", offer(survivor, "luis"), TAKE_OVER_CASE, "offerAnswer", "ACCEPT");

    bounces();

    assertThat(mails("case-news-bounced", "luis")).isOne();
    assertThat(mails("case-news-bounced", "oscar")).isZero();
  }

  /** The only news that was sent comes back. */
  private void bounces() {
    rows.update("update notice set state = 'SENT' where kind = 'case-news'");
    var id = rows.queryForObject("select id from notice where kind = 'case-news'", Long.class);
    notices.bounced(id, new Bounce(Bounce.Kind.HARD, "5.1.1", "no such user"));
  }

  @Test
  void longAfterTheEndAnotherCaseBeginsWithTheOneWhoActsForALeaver() {
    var opened = steps.solved();
    customers.comfortable(CaseSteps.id(opened), null);
    withoutOscar();
    steps.at("2026-05-04T09:00:00Z");

    customers.notComfortable(CaseSteps.id(opened), "They charged me again.");

    assertThat(
            rows.queryForObject(
                "select owner_id from customer_case where previous_id = ?",
                String.class,
                CaseSteps.id(opened)))
        .isEqualTo("olga");
    assertThat(rows.queryForObject(NO_OWNER, Integer.class)).isZero();
  }

  @Test
  void theManagerOfAColleagueWhoHasLeftTakesTheCaseOver() {
    var opened = steps.opened();
    var offer = offer(opened, "luis");
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("oscar", "Óscar", "olga", "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .importInto(importer);
    assertThat(steps.task(offer, TAKE_OVER_CASE)).isAssignedTo("lena");

    steps.answer("lena", offer, TAKE_OVER_CASE, "offerAnswer", "ACCEPT");

    assertThat(found(opened).ownerId()).isEqualTo("lena");
    assertThat(rows.queryForObject(NO_OWNER, Integer.class)).isZero();
  }

  @Test
  void noCaseGoesToAColleagueWhoHasGoneAwayMeanwhile() {
    var opened = steps.opened();
    var offer = offer(opened, "luis");
    people.away("luis", "2026-03-02", "2026-03-06", "lars");
    var administrator = Actor.of("admin", "camunda-admin");

    refused(
        "refusal.ownership.not-there",
        () ->
            ownership.answer(
                Long.parseLong(offer.getBusinessKey()),
                new OfferAnswer("ACCEPT", null),
                administrator));
  }

  @Test
  void aNewOwnerIsAskedToIntroduceThemselvesUntilTheCustomerHasHeardFromThem() {
    var asked = "the customer has not heard from you yet";
    var opened = steps.opened();
    steps.say(opened, "stayWithCustomer", "CALL", "words", "The bank is looking for the money.");
    var offer = offer(opened, "luis");
    assertThat(view.caseHtml(CaseSteps.id(opened))).doesNotContain(asked);

    steps.at("2026-03-02T10:00:00Z");
    steps.answer("luis", offer, TAKE_OVER_CASE, "offerAnswer", "ACCEPT");
    assertThat(view.caseHtml(CaseSteps.id(opened))).contains(asked);

    steps.sayAs("luis", opened, "stayWithCustomer", "UPDATE", "words", "I am Luis, now with you.");
    assertThat(view.caseHtml(CaseSteps.id(opened))).doesNotContain(asked);
  }

  @Test
  void theOpenHandoffGoesToTheNewOwnerWithAllItsTasks() {
    var opened = withPartner();
    var handoff = handoff(opened);
    var offer = offer(opened, "olga");
    steps.answer("olga", offer, TAKE_OVER_CASE, "offerAnswer", "ACCEPT");

    assertThat(requester()).isEqualTo("olga");
    assertThat(steps.task(handoff, "followHandoff")).isAssignedTo("olga");
    partners.say(handoff, "luis", "acceptHandoff", "ASK_BACK", "note", "Which of the two mills?");
    assertThat(mails("handoff-news", "olga")).isOne();
    assertThat(mails("handoff-news", "oscar")).isZero();
    var question = steps.task(handoff, "answerPartner");
    assertThat(question).isAssignedTo("olga");
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(
            () ->
                partners.say(
                    handoff, "oscar", "answerPartner", "ANSWER", "note", "The one in the north."));
    partners.say(handoff, "olga", "answerPartner", "ANSWER", "note", "The one in the north.");
    partners.say(handoff, "luis", "acceptHandoff", "ACCEPT", "date", "2026-03-04T16:00");
    partners.say(handoff, "luis", "deliver", "DELIVER", "note", "It stands in the mill.");
    partners.say(handoff, "olga", "confirmResult", "CONFIRM");

    assertThat(found(opened).state()).isEqualTo(CaseState.PUTTING_RIGHT);
    assertThat(steps.task(opened, "putItRight")).isAssignedTo("olga");
    assertThat(
            rows.queryForObject(
                "select count(*) from handoff_event where step = 'CHANGE_REQUESTER'"
                    + " and person_id = 'olga'",
                Integer.class))
        .isOne();
  }

  @Test
  void theOpenHandoffOfALeaverGoesToTheManager() {
    var handoff = handoff(withPartner());

    withoutOscar();

    assertThat(requester()).isEqualTo("olga");
    assertThat(steps.task(handoff, "followHandoff")).isAssignedTo("olga");
  }

  @Test
  void theOpenHandoffStaysWithTheDeputyAsTheCaseDoes() {
    var handoff = handoff(withPartner());
    people.away("oscar", "2026-03-02", "2026-03-06", "luis");
    while (absences.handOver()) {
      // Until all are handed over.
    }
    assertThat(requester()).isEqualTo("luis");
    assertThat(steps.task(handoff, "followHandoff")).isAssignedTo("luis");

    steps.at("2026-03-09T09:00:00Z");
    while (absences.handOver()) {
      // Until all are back.
    }

    assertThat(steps.task(handoff, "followHandoff")).isAssignedTo("luis");
  }

  /** Oscar's case, for which he has asked Logistics. */
  private ProcessInstance withPartner() {
    var opened = steps.opened();
    steps.say(
        opened,
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
    return opened;
  }

  private ProcessInstance handoff(ProcessInstance opened) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .superProcessInstanceId(opened.getId())
        .singleResult();
  }

  private String requester() {
    return rows.queryForObject("select requester_id from handoff", String.class);
  }

  @Test
  void theCasesOfAnOwnerWhoGoesAwayGoToTheDeputy() {
    var opened = steps.opened();
    people.away("oscar", "2026-03-02", "2026-03-06", "luis");

    while (absences.handOver()) {
      // Until all are handed over.
    }

    assertThat(found(opened).ownerId()).isEqualTo("luis");
    assertThat(steps.task(opened, "understandNeed")).isAssignedTo("luis");
    assertThat(pages.open(CaseSteps.id(opened)).orElseThrow().ownerName()).isEqualTo("Luis");
  }
}
