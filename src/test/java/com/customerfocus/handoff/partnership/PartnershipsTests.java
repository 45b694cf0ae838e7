package com.customerfocus.handoff.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.handoff.BounceReason;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Period;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of partnerships, from Monday, 2 March 2026, 9:00. */
@CustomerFocusTest
class PartnershipsTests {

  private static final Instant NOW = FreshStart.MONDAY_MORNING;

  private final Partnerships partnerships;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final CountedDatabase database;
  private final JdbcTemplate jdbc;
  private final JdbcClient rows;

  @Autowired
  PartnershipsTests(
      Partnerships partnerships,
      OrganizationImporter importer,
      HandoffSteps steps,
      CountedDatabase database,
      JdbcTemplate jdbc,
      JdbcClient rows) {
    this.partnerships = partnerships;
    this.importer = importer;
    this.steps = steps;
    this.database = database;
    this.jdbc = jdbc;
    this.rows = rows;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theFiguresAreThoseOfASlowRecount(long seed) {
    new RandomHandoffs(seed, NOW).write(400, jdbc);
    for (var period :
        List.of(
            partnerships.period(null, null),
            partnerships.period(NOW.minus(Duration.ofDays(120)), NOW.minus(Duration.ofDays(20))),
            partnerships.period(NOW.minus(Duration.ofDays(3)), null))) {
      var recount = new SlowRecount(rows, period, NOW);

      assertThat(partnerships.all(period))
          .hasSizeGreaterThan(10)
          .allSatisfy(
              pair -> assertThat(pair).isEqualTo(recount.of(pair.requester(), pair.partner())));
      assertThat(partnerships.all(period).stream().mapToLong(Partnership::handoffs).sum())
          .isEqualTo(requests(period));
    }
    assertThat(partnerships.all(partnerships.period(null, null)))
        .as("figures of each kind are compared")
        .anyMatch(it -> !it.ratings().byRequester().tooFew())
        .anyMatch(it -> !it.ratings().byPartner().tooFew())
        .anyMatch(it -> !it.open().oldestMinutes().tooFew())
        .anyMatch(it -> !it.promises().broken().tooFew())
        .anyMatch(it -> it.pingPong().value() != null && it.pingPong().value().signum() > 0)
        .anyMatch(it -> it.timeToDeliver().missed().tooFew());
  }

  private long requests(Period period) {
    return rows.sql(
            """
            select count(*) from handoff_event
             where step in ('REQUEST', 'ASK_ANOTHER')
               and recorded_at >= :from and recorded_at < :until
            """)
        .param("from", period.from().atOffset(ZoneOffset.UTC))
        .param("until", period.until().atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  @Test
  void pairsWithoutHandoffsAreThere() {
    var all = partnerships.all(partnerships.period(null, null));

    assertThat(all)
        .extracting(it -> it.requester().name() + " > " + it.partner().name())
        .containsExactly(
            "Logistics > Order Desk",
            "Logistics > Workshop",
            "Order Desk > Logistics",
            "Order Desk > Workshop",
            "Workshop > Logistics",
            "Workshop > Order Desk");
    assertThat(all)
        .allSatisfy(
            it -> {
              assertThat(it.handoffs()).isZero();
              assertThat(it.accepted()).isEqualTo(new Figure(0, null, true));
              assertThat(it.open().oldestMinutes()).isEqualTo(new Figure(0, null, true));
              assertThat(it.ratings().byPartner()).isEqualTo(new Figure(0, null, true));
            });
  }

  @Test
  void aDepartmentAskedSecondDoesNotAnswerForTheDelayOfTheFirst() {
    for (var handoff : asked(5)) {
      steps.decline(handoff, "luis");
    }
    var first = pair("order-desk", "logistics");
    assertThat(first.timeToOwn().met().value()).isEqualByComparingTo("5");

    var second = asked(5);
    steps.at("2026-03-06T15:00:00Z");
    for (var handoff : second) {
      steps.decline(handoff, "luis");
      steps.say(
          handoff,
          "oscar",
          "chooseAnotherWay",
          "ASK_ANOTHER",
          "partner",
          "workshop",
          "date",
          "2026-03-10");
    }
    steps.at("2026-03-06T15:10:00Z");
    for (var handoff : second) {
      steps.say(handoff, "walt", "acceptHandoff", "ACCEPT", "date", "2026-03-10");
    }

    var logistics = pair("order-desk", "logistics");
    assertThat(logistics.handoffs()).isEqualTo(10);
    assertThat(logistics.accepted().value()).isZero();
    assertThat(logistics.bounced().get(BounceReason.NO_CAPACITY).value())
        .isEqualByComparingTo("10");
    assertThat(logistics.timeToOwn().met().value()).isEqualByComparingTo("5");
    assertThat(logistics.timeToOwn().missed().value()).isEqualByComparingTo("5");
    var workshop = pair("order-desk", "workshop");
    assertThat(workshop.handoffs()).isEqualTo(5);
    assertThat(workshop.accepted().value()).isEqualByComparingTo("5");
    assertThat(workshop.timeToOwn().met().value()).isEqualByComparingTo("5");
    assertThat(workshop.timeToOwn().medianMinutes().value()).isEqualByComparingTo("10");
    assertThat(workshop.timeToOwn().missed().value()).isZero();
    assertThat(workshop.promises().kept().n()).isEqualTo(5);
    assertThat(workshop.open().oldestMinutes().n()).isEqualTo(5);
  }

  @Test
  void aHandoffIsCountedAsPeopleTakeIt() {
    steps.confirm(steps.delivered());

    var pair = pair("order-desk", "logistics");
    assertThat(pair.handoffs()).isEqualTo(1);
    assertThat(pair.accepted()).isEqualTo(new Figure(1, null, true));
    assertThat(pair.confirmed().n()).isEqualTo(1);
    assertThat(pair.timeToOwn().met().n()).isEqualTo(1);
    assertThat(pair.timeToDeliver().met().n()).isEqualTo(1);
    assertThat(pair.promises().kept().n()).isEqualTo(1);
    assertThat(pair.open().medianMinutes().n()).isZero();
  }

  @Test
  void whatIsGivenUpOrWithdrawnIsNeitherInTimeNorLate() {
    steps.giveUp(steps.accepted());
    steps.say(
        steps.asked(), "oscar", "followHandoff", "WITHDRAW", "note", "The customer has a van.");

    var pair = pair("order-desk", "logistics");
    assertThat(pair.handoffs()).isEqualTo(2);
    assertThat(pair.timeToOwn().met().n()).as("the accepted one").isEqualTo(1);
    assertThat(pair.timeToDeliver().medianMinutes().n()).isZero();
    assertThat(pair.timeToDeliver().met().n()).isZero();
  }

  @Test
  void aPeriodEndsAfterItsBeginning() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> partnerships.period(NOW, NOW));
  }

  @Test
  void theStatementsDoNotGrowWithTheHandoffs() {
    database.startCounting();
    partnerships.all(partnerships.period(null, null));
    assertThat(database.count()).isEqualTo(6);

    new RandomHandoffs(4, NOW).write(200, jdbc);
    database.startCounting();
    partnerships.all(partnerships.period(null, null));
    // Names of departments that take no handoffs.
    assertThat(database.count()).isEqualTo(7);
  }

  /** 20,000 handoffs of three years: the figures of three months read no more than these. */
  @Test
  @EnabledIf("isPostgres")
  void aPeriodDoesNotReadWhatWasBefore() {
    manyHandoffs();
    database.startCounting();
    partnerships.all(partnerships.period(null, null));

    assertThat(database.recorded())
        .filteredOn(it -> it.sql().contains("lead(e.id)"))
        .hasSize(5)
        .allSatisfy(
            it ->
                assertThat(String.join("\n", plan(it)))
                    .contains("handoff_event_by_step")
                    .doesNotContain("Seq Scan on handoff_event")
                    .doesNotContain("Seq Scan on service_clock")
                    .doesNotContain("Seq Scan on handoff_rating")
                    .doesNotContain("Seq Scan on promise p"));
  }

  private List<String> plan(CountedDatabase.Execution execution) {
    return jdbc.query(
        "explain " + execution.sql(), execution::fill, (row, number) -> row.getString(1));
  }

  private void manyHandoffs() {
    jdbc.update(
        """
        insert into handoff (id, subject, need, done_when, priority, requester_id,
                             requester_department, partner_department, state, wished_at,
                             asked_times, requested_at)
        select n, 'Van', 'Van', 'Van', 'NORMAL', 'oscar', 'd' || n % 50,
               'd' || (n * 7 + n / 50 + 1) % 50, case when n % 20 = 0 then 'ACCEPTED'
               else 'CONFIRMED' end, ?::timestamptz, 1,
               ?::timestamptz - n * interval '80 minutes'
          from generate_series(1, 20000) n
        """,
        NOW.toString(), NOW.toString());
    for (var step : List.of("REQUEST", "ACCEPT", "DELIVER", "CONFIRM")) {
      jdbc.update(
          """
          insert into handoff_event (handoff_id, step, recorded_at, state_before, state_after,
                                     department)
          select id, ?, requested_at, case when ? <> 'REQUEST' then 'REQUESTED' end, 'ACCEPTED',
                 partner_department
            from handoff
          """,
          step,
          step);
    }
    for (var metric : List.of("time-to-own", "time-to-deliver")) {
      jdbc.update(
          """
          insert into service_clock (subject_kind, subject_id, metric, holder, target_days,
                                     target_minutes, started_at, since_at, ran_millis, state,
                                     breaches, ended_at, result)
          select 'handoff', id, ?, partner_department, 0, 60, requested_at, requested_at,
                 id * 7919 % 20000000, 'ENDED', 0, requested_at, 'MET'
            from handoff
          """,
          metric);
    }
    jdbc.update(
        """
        insert into promise (made_by, made_to_kind, made_to, what, due_at, state, source_kind,
                             source_id, made_at)
        select 'luis', 'PERSON', 'oscar', 'Van', requested_at, 'KEPT', 'handoff', id, requested_at
          from handoff
        """);
    jdbc.update(
        """
        insert into promise_event (promise_id, kind, recorded_at)
        select id, 'MADE', made_at from promise
        """);
    for (var side : List.of("REQUESTER", "PARTNER")) {
      jdbc.update(
          """
          insert into handoff_rating (handoff_id, side, from_department, to_department, person_id,
                                      asked_at, open_at, rated_at, score)
          select id, ?, requester_department, partner_department, 'oscar', requested_at,
                 requested_at, requested_at, 1 + id % 5
            from handoff
          """,
          side);
    }
    jdbc.execute(
        "analyze handoff, handoff_event, service_clock, promise, promise_event, handoff_rating");
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  private List<ProcessInstance> asked(int times) {
    return IntStream.range(0, times).mapToObj(i -> steps.asked()).toList();
  }

  private Partnership pair(String requester, String partner) {
    return partnerships.all(partnerships.period(null, null)).stream()
        .filter(it -> it.requester().id().equals(requester) && it.partner().id().equals(partner))
        .findFirst()
        .orElseThrow();
  }
}
