package com.customerfocus.customercase.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.escalation.CaseEscalationReason;
import com.customerfocus.customercase.figures.CaseFigures.CameBackFigures;
import com.customerfocus.customercase.figures.CaseFigures.ComfortFigures;
import com.customerfocus.customercase.figures.CaseFigures.GoodwillFigures;
import com.customerfocus.customercase.figures.CaseFigures.TimeFigures;
import com.customerfocus.customercase.survey.SurveyLinks;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.TestDatabase;
import com.customerfocus.testing.TestMailServer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The figures of Óscar's cases, from Monday, 2 March 2026, 9:00. */
@CustomerFocusTest
class CaseFigureTests {

  private static final String STAY = "stayWithCustomer";

  private final ProcessEngine engine;
  private final CaseFigureService figures;
  private final CasesHealthIndicator health;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CustomerSteps customers;
  private final CustomerData data;
  private final SurveyLinks links;
  private final NoticeSender sender;
  private final CountedDatabase database;
  private final Sweep late;
  private final Sweep questions;
  private final Sweep surveys;
  private final HttpBrowser browser;

  @Autowired
  CaseFigureTests(
      ProcessEngine engine,
      CaseFigureService figures,
      CasesHealthIndicator health,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CustomerSteps customers,
      CustomerData data,
      SurveyLinks links,
      NoticeSender sender,
      CountedDatabase database,
      @Qualifier("lateNews") Sweep late,
      @Qualifier("comfortQuestionSweep") Sweep questions,
      @Qualifier("dueSurveys") Sweep surveys,
      @LocalServerPort int port) {
    this.engine = engine;
    this.figures = figures;
    this.health = health;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.customers = customers;
    this.data = data;
    this.links = links;
    this.sender = sender;
    this.database = database;
    this.late = late;
    this.questions = questions;
    this.surveys = surveys;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
  }

  private CaseFigures all() {
    return figures.of(figures.period(null, null)).all();
  }

  private CaseFigures until(String moment) {
    return figures.of(figures.period(null, Instant.parse(moment))).all();
  }

  private ProcessInstance opened(String customer, String kind) {
    var request = CaseSteps.request();
    request.put("customer", customer);
    request.put("kind", kind);
    return steps.open("oscar", request);
  }

  /** The instance of the case's next run. */
  private ProcessInstance openedAgain(ProcessInstance before) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("stay-with-customer")
        .processInstanceBusinessKey(before.getBusinessKey())
        .singleResult();
  }

  private void solve(ProcessInstance opened) {
    steps.say(opened, "understandNeed", "PUT_RIGHT");
    steps.say(opened, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
  }

  private void send() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  private void run(Sweep sweep) {
    while (sweep.runSome().getAsBoolean()) {
      // Until nothing is due.
    }
  }

  @Test
  void withoutCasesCountsAreZeroAndTimesAreNone() {
    var none = all();

    assertThat(none.opened()).isZero();
    assertThat(none.ended()).isZero();
    assertThat(none.byKind()).hasSize(7).containsEntry(CaseKind.BILLING, 0L);
    assertThat(none.timeToComfort()).isEqualTo(new TimeFigures(0, null, null));
    assertThat(none.newsOnTime().share().tooFew()).isTrue();
    assertThat(none.survey().recommendation().answers()).isNull();
    assertThat(none.goodwill()).isEmpty();
    assertThat(none.estimatedReach()).isZero();
  }

  @Test
  void theSecondRunIsMeasuredFromTheReopeningAndTheFirstIsUnchanged() {
    var opened = opened("C-1", "BILLING");
    steps.at("2026-03-02T09:20:00Z");
    steps.say(opened, STAY, "CALL", "words", "I told her that I look for the bill.");
    steps.at("2026-03-02T09:30:00Z");
    solve(opened);
    steps.at("2026-03-02T09:40:00Z");
    customers.comfortable(CaseSteps.id(opened), null);
    var first = until("2026-03-05T00:00:00Z");
    assertThat(first.timeToFirstNews()).isEqualTo(new TimeFigures(1, 20L, 20L));
    assertThat(first.timeToComfort()).isEqualTo(new TimeFigures(1, 40L, 40L));
    assertThat(first.cameBack()).isEqualTo(new CameBackFigures(1, 0, Estimate.share(0, 1)));
    assertThat(first.unhappyCustomers()).isZero();

    steps.at("2026-03-09T09:00:00Z");
    customers.notComfortable(CaseSteps.id(opened), "They charged me once more.");
    var again = openedAgain(opened);
    steps.at("2026-03-09T09:10:00Z");
    steps.say(again, STAY, "CALL", "words", "I told her that I look for it again.");
    solve(again);
    steps.at("2026-03-09T09:20:00Z");
    steps.say(again, "checkComfort", "COMFORTABLE", "note", "She said on the phone: all right.");

    steps.at("2026-03-09T12:00:00Z");
    var second = figures.of(figures.period(Instant.parse("2026-03-05T00:00:00Z"), null)).all();
    assertThat(second.opened()).isZero();
    assertThat(second.ended()).isEqualTo(1);
    assertThat(second.timeToFirstNews()).isEqualTo(new TimeFigures(1, 10L, 10L));
    assertThat(second.timeToComfort()).isEqualTo(new TimeFigures(1, 20L, 20L));
    assertThat(second.comfort())
        .isEqualTo(new ComfortFigures(2, 0, 1, 1, 0, 0, Estimate.share(0, 1)));
    assertThat(second.loops()).isEqualTo(1);
    assertThat(second.estimatedReach()).isEqualTo(250);
    var before = until("2026-03-05T00:00:00Z");
    assertThat(before.timeToFirstNews()).isEqualTo(first.timeToFirstNews());
    assertThat(before.timeToComfort()).isEqualTo(first.timeToComfort());
    assertThat(before.comfort()).isEqualTo(first.comfort());
    assertThat(before.cameBack().times()).isEqualTo(1);
    assertThat(all().timeToComfort()).isEqualTo(new TimeFigures(2, 30L, 38L));
  }

  @Test
  void endsAreToldApartByWhoSaidSo() {
    var noted = opened("C-1", "REPAIR");
    solve(noted);
    steps.say(noted, "checkComfort", "NOT_COMFORTABLE", "note", "She still waits for it.");
    solve(noted);
    steps.say(noted, "checkComfort", "COMFORTABLE", "note", "She said on the phone: all right.");
    var own = opened("C-2", "BILLING");
    solve(own);
    customers.notComfortable(CaseSteps.id(own), "No money is here.");
    solve(own);
    customers.comfortable(CaseSteps.id(own), null);
    var withdrawn = opened("C-2", "BILLING");
    steps.say(withdrawn, STAY, "WITHDRAW", "note", "He has found the money.");
    solve(opened("C-1", "COMPLAINT"));
    for (var day : List.of("2026-03-05", "2026-03-10", "2026-03-13")) {
      steps.at(day + "T09:00:00Z");
      run(questions);
    }
    opened("C-1", "OTHER");

    var found = all();

    assertThat(found.opened()).isEqualTo(5);
    assertThat(found.ended()).isEqualTo(4);
    assertThat(found.comfort())
        .isEqualTo(new ComfortFigures(6, 1, 1, 2, 1, 1, Estimate.share(1, 4)));
    assertThat(found.byKind())
        .containsEntry(CaseKind.REPAIR, 1L)
        .containsEntry(CaseKind.BILLING, 2L)
        .containsEntry(CaseKind.COMPLAINT, 1L)
        .containsEntry(CaseKind.OTHER, 0L);
    assertThat(found.timeToComfort().n()).as("unconfirmed and withdrawn have none").isEqualTo(2);
    assertThat(found.unhappyCustomers()).isEqualTo(2);
    assertThat(found.estimatedReach()).isEqualTo(500);
  }

  @Test
  void healthTellsWhatIsOpenAndLate() {
    opened("C-1", "BILLING");
    opened("C-2", "BILLING");
    assertThat(health.health().getDetails()).isEqualTo(Map.of("open", 2L, "lateNews", 0L));

    steps.at("2026-03-04T10:00:00Z");
    run(late);

    assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    assertThat(health.health().getDetails())
        .isEqualTo(
            Map.of(
                "open",
                2L,
                "lateNews",
                2L,
                "lateNewsSince",
                Instant.parse("2026-03-04T09:00:00Z")));
  }

  @Test
  void aCustomerWhoIsUnhappyTwiceCountsOnceInTheReach() {
    for (var time = 0; time < 2; time++) {
      var opened = opened("C-1", "BILLING");
      solve(opened);
      customers.notComfortable(CaseSteps.id(opened), "No money is here.");
      solve(opened);
      customers.comfortable(CaseSteps.id(opened), null);
    }

    assertThat(all().comfort().not()).isEqualTo(2);
    assertThat(all().unhappyCustomers()).isEqualTo(1);
    assertThat(all().estimatedReach()).isEqualTo(250);
  }

  @Test
  void joinedCasesCountOnceWithAllThatWasSaid() {
    var joined = opened("C-1", "BILLING");
    steps.at("2026-03-02T10:00:00Z");
    steps.say(joined, STAY, "UPDATE", "words", "The money comes on Tuesday.");
    send();
    steps.at("2026-03-02T11:00:00Z");
    steps.say(
        joined,
        STAY,
        "CORRECT",
        "corrects",
        rows.queryForObject("select min(id) from customer_case_contact", String.class),
        "words",
        "The money comes on Friday.");
    send();
    steps.at("2026-03-06T09:00:00Z");
    run(late);
    assertThat(rows.queryForObject("select count(*) from customer_case_late", Integer.class))
        .isEqualTo(1);
    solve(joined);
    steps.say(joined, "checkComfort", "NOT_COMFORTABLE", "note", "She still waits for it.");
    var survivor = opened("C-1", "BILLING");
    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        joined.getBusinessKey(),
        "survivor",
        survivor.getBusinessKey(),
        "note",
        "It is the same bill.");
    assertThat(all().ended()).isZero();
    steps.at("2026-03-06T09:30:00Z");
    solve(survivor);
    send();
    steps.at("2026-03-06T10:00:00Z");
    customers.comfortable(CaseSteps.id(survivor), null);

    var found = all();

    assertThat(found.opened()).isEqualTo(1);
    assertThat(found.ended()).isEqualTo(1);
    assertThat(found.corrections()).isEqualTo(1);
    assertThat(found.comfort().not()).isEqualTo(1);
    assertThat(found.unhappyCustomers()).isEqualTo(1);
    // On time: the news of 10:00 and its correction. Late: the moment two days after that, which
    // went
    // over to the other case, and which the mails of both about what was put right come after.
    assertThat(found.newsOnTime().onTime()).isEqualTo(2);
    assertThat(found.newsOnTime().late()).isEqualTo(1);
  }

  @Test
  void goodwillAndEscalationsCountWithTheRunInWhichTheyWere() {
    var opened = opened("C-1", "BILLING");
    steps.at("2026-03-02T09:30:00Z");
    steps.start(
        "oscar",
        "goodwill",
        "goodwillRequest",
        "caseNumber",
        opened.getBusinessKey(),
        "kind",
        "VOUCHER",
        "amount",
        "20",
        "reason",
        "She has waited for a week.");
    for (var time = 0; time < 2; time++) {
      solve(opened);
      steps.say(opened, "checkComfort", "NOT_COMFORTABLE", "note", "She still waits for it.");
    }
    solve(opened);
    steps.at("2026-03-02T10:00:00Z");
    customers.comfortable(CaseSteps.id(opened), null);
    steps.at("2026-03-02T11:00:00Z");
    customers.notComfortable(CaseSteps.id(opened), "They charged me once more.");
    steps.at("2026-03-02T12:00:00Z");
    solve(openedAgain(opened));
    steps.at("2026-03-02T13:00:00Z");
    customers.comfortable(CaseSteps.id(opened), null);

    var first = until("2026-03-02T10:30:00Z");
    assertThat(first.goodwill())
        .containsExactly(new GoodwillFigures("EUR", 1, new BigDecimal("20.00"), 0, 0));
    assertThat(first.escalations())
        .hasSize(4)
        .containsEntry(CaseEscalationReason.NOT_COMFORTABLE, 1L)
        .containsEntry(CaseEscalationReason.LATE_NEWS, 0L);
    var second = figures.of(figures.period(Instant.parse("2026-03-02T10:30:00Z"), null)).all();
    assertThat(second.goodwill()).isEmpty();
    assertThat(second.escalations().values()).containsOnly(0L);
  }

  @Test
  void whatACustomerWithoutAddressOrConsentIsNotAskedCountsNowhere() {
    for (var reference : List.of("C-1", "C-2")) {
      var opened = opened(reference, "BILLING");
      solve(opened);
      customers.comfortable(CaseSteps.id(opened), null);
    }
    rows.update("update customer set mail = null where reference = 'C-2'");
    steps.at("2026-03-04T09:00:01Z");
    run(surveys);
    send();

    assertThat(all().survey().asked()).isEqualTo(1);
  }

  @Test
  void noQuestionIsAskedAfterTheRemovalOfTheCustomersData() {
    var opened = opened("C-1", "BILLING");
    solve(opened);
    customers.comfortable(CaseSteps.id(opened), null);
    data.remove("C-1", "boss");

    steps.at("2026-03-04T09:00:01Z");
    run(surveys);
    send();

    assertThat(all().survey().asked()).isZero();
    assertThat(rows.queryForObject("select count(*) from case_survey", Integer.class)).isZero();
  }

  @Test
  void goodwillThatFollowsAJoinedCaseCountsInTheRunInWhichItWasDecided() {
    var survivor = opened("C-1", "BILLING");
    var joined = opened("C-1", "BILLING");
    steps.at("2026-03-02T10:00:00Z");
    var offered = offer(joined, "60");
    steps.at("2026-03-02T11:00:00Z");
    solve(survivor);
    customers.comfortable(CaseSteps.id(survivor), null);
    var first = until("2026-03-02T12:00:00Z");
    assertThat(first.goodwill()).isEmpty();
    steps.at("2026-03-02T13:00:00Z");
    customers.notComfortable(CaseSteps.id(survivor), "They charged me once more.");
    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        joined.getBusinessKey(),
        "survivor",
        survivor.getBusinessKey(),
        "note",
        "It is the same bill.");
    steps.at("2026-03-02T14:00:00Z");
    steps.answer(
        "olga",
        offered,
        "approveGoodwill",
        "approval",
        "APPROVE",
        "note",
        "She is a customer of many years.");
    solve(openedAgain(survivor));
    customers.comfortable(CaseSteps.id(survivor), null);

    assertThat(until("2026-03-02T12:00:00Z").goodwill()).isEmpty();
    assertThat(figures.of(figures.period(Instant.parse("2026-03-02T12:00:00Z"), null)).all())
        .returns(
            List.of(new GoodwillFigures("EUR", 1, new BigDecimal("60.00"), 0, 0)),
            CaseFigures::goodwill);
  }

  private ProcessInstance offer(ProcessInstance about, String amount) {
    return steps.start(
        "oscar",
        "goodwill",
        "goodwillRequest",
        "caseNumber",
        about.getBusinessKey(),
        "kind",
        "VOUCHER",
        "amount",
        amount,
        "reason",
        "She has waited for a week.");
  }

  @Test
  void theKindOfAPastRunStaysWhenItChangesLater() {
    var opened = opened("C-1", "BILLING");
    solve(opened);
    customers.comfortable(CaseSteps.id(opened), null);
    steps.at("2026-03-02T11:00:00Z");
    customers.notComfortable(CaseSteps.id(opened), "They charged me once more.");
    steps.say(openedAgain(opened), "understandNeed", "PUT_RIGHT", "kind", "COMPLAINT");

    assertThat(all().byKind())
        .containsEntry(CaseKind.BILLING, 1L)
        .containsEntry(CaseKind.COMPLAINT, 0L);
  }

  /** Five customers; the recommendations are 0, 6, 8, 9 and none. */
  @Test
  void zeroIsAnAnswerAndNoAnswerIsNone() {
    var answers =
        List.of(
            "recommend=0&satisfaction=1&again=NO&courtesy=NO",
            "recommend=6&satisfaction=2&again=NOT_SURE&courtesy=PARTLY",
            "recommend=8&satisfaction=4&again=YES&courtesy=YES",
            "recommend=9&satisfaction=5&again=YES&courtesy=YES",
            "satisfaction=5&again=YES",
            "recommend=10");
    for (var number = 0; number < answers.size(); number++) {
      var opened = opened(number % 2 == 0 ? "C-1" : "C-2", "BILLING");
      solve(opened);
      customers.comfortable(CaseSteps.id(opened), null);
    }
    steps.at("2026-03-04T09:00:01Z");
    run(surveys);
    assertThat(all().survey().asked()).as("no mail is on its way yet").isZero();
    send();
    var asked = rows.queryForList("select id from case_survey order by id", Long.class);
    for (var number = 0; number < answers.size(); number++) {
      var path = links.urlFor(asked.get(number)).replaceFirst("https?://[^/]+", "") + "/answer";
      assertThat(
              browser
                  .sendAsProgram(null, "POST", path, HttpBrowser.FORM, answers.get(number))
                  .statusCode())
          .isEqualTo(303);
    }

    var found = all().survey();

    assertThat(found.asked()).isEqualTo(6);
    assertThat(found.answered()).isEqualTo(6);
    assertThat(found.recommendation().n()).isEqualTo(5);
    assertThat(found.recommendation().answers())
        .isEqualTo(Map.of("PROMOTERS", 2L, "PASSIVES", 1L, "DETRACTORS", 2L));
    assertThat(found.recommendation().value()).isEqualTo(Estimate.netPromoter(2, 2, 5));
    assertThat(found.satisfaction().answers())
        .isEqualTo(Map.of("1", 1L, "2", 1L, "3", 0L, "4", 1L, "5", 2L));
    assertThat(found.satisfaction().value()).isEqualTo(Estimate.share(3, 5));
    assertThat(found.preference().answers()).isEqualTo(Map.of("YES", 3L, "NO", 1L, "NOT_SURE", 1L));
    assertThat(found.courtesy().n()).isEqualTo(4);
    assertThat(found.courtesy().answers()).as("too few").isNull();
    assertThat(found.courtesy().value().tooFew()).isTrue();
    assertThat(all().unhappyCustomers()).as("a satisfaction of 1 and 2").isEqualTo(2);
  }

  @Test
  void unitsAreThoseOfTheOwnerWhenTheCaseEnded() {
    var opened = opened("C-1", "BILLING");
    rows.update(
        "update person set department_id = 'logistics', heritage = 'North' where id = 'oscar'");
    solve(opened);
    customers.comfortable(CaseSteps.id(opened), null);
    rows.update(
        "update person set department_id = 'workshop', heritage = 'South' where id = 'oscar'");

    var found = figures.of(figures.period(null, null));

    assertThat(found.byDepartment())
        .extracting(it -> it.name() + " " + it.figures().opened() + " " + it.figures().ended())
        .containsExactly("Logistics 0 1", "Order Desk 1 0");
    assertThat(found.byHeritage())
        .filteredOn(it -> it.figures().ended() == 1)
        .extracting(it -> it.name())
        .containsExactly("North");
  }

  @Test
  void figuresAreTheSameAfterACustomersDataWereRemoved() {
    zeroIsAnAnswerAndNoAnswerIsNone();
    opened("C-1", "REPAIR");
    var before = figures.of(figures.period(null, Instant.parse("2026-03-31T00:00:00Z")));
    assertThat(before.all().opened()).isEqualTo(7);

    data.remove("C-1", "boss");

    assertThat(figures.of(figures.period(null, Instant.parse("2026-03-31T00:00:00Z"))))
        .isEqualTo(before);
  }

  @Test
  void theStatementsDoNotGrowWithTheCases() {
    zeroIsAnAnswerAndNoAnswerIsNone();
    rows.update("update person set department_id = 'logistics' where id = 'oscar'");
    opened("C-1", "REPAIR");
    database.startCounting();
    figures.of(figures.period(null, null));

    assertThat(database.count()).isEqualTo(10);
  }

  /** 20,000 cases of three years: the figures of three months read no more than these. */
  @Test
  @EnabledIf("isPostgres")
  void aPeriodDoesNotReadWhatWasBefore() {
    manyCases();
    database.startCounting();
    figures.of(figures.period(null, null));

    assertThat(database.recorded())
        .filteredOn(it -> it.sql().contains("unit_grouping"))
        .hasSize(9)
        .allSatisfy(
            it ->
                assertThat(String.join("\n", plan(it)))
                    .contains("customer_case_event_by_step")
                    .doesNotContain("Seq Scan on customer_case_event")
                    .doesNotContain("Seq Scan on customer_case_contact")
                    .doesNotContain("Seq Scan on customer_case_late"));
  }

  /**
   * The plan without reading whole tables where there is another way: which way is cheaper depends
   * on how many rows the test has, whether there is one on the indexes.
   */
  private List<String> plan(CountedDatabase.Execution execution) {
    return rows.execute(
        (ConnectionCallback<List<String>>)
            connection -> {
              try (var settings = connection.createStatement();
                  var explain = connection.prepareStatement("explain " + execution.sql())) {
                settings.execute("set enable_seqscan = off");
                execution.fill(explain);
                var lines = new ArrayList<String>();
                try (var read = explain.executeQuery()) {
                  while (read.next()) {
                    lines.add(read.getString(1));
                  }
                } finally {
                  settings.execute("reset enable_seqscan");
                }
                return lines;
              }
            });
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  private void manyCases() {
    rows.update(
        """
        insert into customer_case (id, customer_id, kind, channel, priority, subject, need, state,
                                   cycle, owner_id, comfort, not_comfortable, not_comfortable_now,
                                   comfort_asked, opened_at, cycle_began_at, closed_at)
        select n, n % 5000, 'BILLING', 'API', 'NORMAL', 'Bill', 'Bill', 'CLOSED', 1, 'oscar',
               'OWN_WORD', 0, 0, 1, t, t, t
          from (select n, timestamptz '2026-03-02 09:00:00Z' - n * interval '80 minutes' as t
                  from generate_series(1, 20000) n) s
        """);
    for (var step : List.of("OPEN", "PUT_RIGHT", "SOLVED", "COMFORTABLE", "CLOSE")) {
      rows.update(
          """
          insert into customer_case_event (case_id, cycle, step, recorded_at, by_customer,
                                           state_before, state_after, owner_department,
                                           owner_heritage)
          select id, 1, ?, opened_at, false, 'UNDERSTANDING', 'UNDERSTANDING', 'd' || id % 50,
                 'North'
            from customer_case
          """,
          step);
    }
    rows.update(
        """
        insert into customer_case_contact (case_id, cycle, way, words, happened_at, recorded_at,
                                           accepted_at, due_at)
        select id, 1, 'MAIL', 'Bill', opened_at, opened_at, opened_at, opened_at
          from customer_case cross join generate_series(1, 3)
        """);
    rows.update(
        """
        insert into customer_case_late (case_id, cycle, what, due_at, recorded_at, owner_id)
        select id, 1, 'NEWS', opened_at, opened_at, 'oscar' from customer_case
        """);
    rows.update(
        """
        insert into case_survey (case_id, customer_id, cycle, asked_at, to_owner, answered_at,
                                 recommend)
        select id, customer_id, 1, opened_at, false, opened_at, id % 11 from customer_case
        """);
    rows.execute("analyze");
  }
}
