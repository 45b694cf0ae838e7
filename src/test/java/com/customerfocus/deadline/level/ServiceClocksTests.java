package com.customerfocus.deadline.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Monday, 2 March 2026, in a department without a site: the default calendar. */
@CustomerFocusTest
class ServiceClocksTests {

  private static final ClockSubject HANDOFF = new ClockSubject("handoff", 7);
  private static final ClockSubject TRACE = new ClockSubject("trace", 1);
  private static final ClockTarget TWO_HOURS = new ClockTarget(WorkingAmount.hours(2), "v1 row 3");
  private static final String OWN = "time-to-own";

  private final ServiceClocks clocks;
  private final Turns turns;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private final ClockRecords records;
  private final WorkingTime workingTime;
  private final PlatformTransactionManager transactions;
  private Instant start;

  @Autowired
  ServiceClocksTests(
      ServiceClocks clocks,
      Turns turns,
      MovableClock clock,
      JdbcTemplate rows,
      ClockRecords records,
      WorkingTime workingTime,
      PlatformTransactionManager transactions) {
    this.clocks = clocks;
    this.turns = turns;
    this.clock = clock;
    this.rows = rows;
    this.records = records;
    this.workingTime = workingTime;
    this.transactions = transactions;
  }

  @BeforeEach
  void start() {
    start = clock.instant();
  }

  @Test
  void aClockIsOnRecordFromItsStartToItsResult() {
    assertThat(clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS))
        .isEqualTo(start.plus(Duration.ofHours(2)));
    clock.moveBy(Duration.ofMinutes(30));
    clocks.stop(HANDOFF, OWN);
    clock.moveBy(Duration.ofHours(2));
    assertThat(clocks.resume(HANDOFF, OWN)).contains(start.plus(Duration.ofHours(4)));
    clock.moveBy(Duration.ofMinutes(30));

    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MET);

    var ended = clocks.clocks(HANDOFF).get(0);
    assertThat(ended.ran()).isEqualTo(Duration.ofHours(1));
    assertThat(ended.target()).isEqualTo(TWO_HOURS);
    assertThat(ended.holder()).isEqualTo("billing");
    assertThat(clocks.end(HANDOFF, OWN)).as("a result is a fact").isEmpty();
  }

  @Test
  void aSecondRequestHasAClockOfItsOwn() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    assertThatIllegalStateException()
        .isThrownBy(() -> clocks.start(HANDOFF, OWN, "sales", null, TWO_HOURS));
    clock.moveBy(Duration.ofMinutes(90));
    clocks.end(HANDOFF, OWN);

    clocks.start(HANDOFF, OWN, "sales", null, TWO_HOURS);
    clock.moveBy(Duration.ofMinutes(30));
    clocks.end(HANDOFF, OWN);

    assertThat(clocks.clocks(HANDOFF))
        .extracting(ServiceClock::holder, ServiceClock::ran, ServiceClock::result)
        .containsExactly(
            tuple("billing", Duration.ofMinutes(90), ClockResult.MET),
            tuple("sales", Duration.ofMinutes(30), ClockResult.MET));
  }

  @Test
  void aBreachIsPutOnRecordOnceForEachOfTheTwoMoments() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    clock.moveBy(Duration.ofHours(2));
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isZero();

    clock.moveBy(Duration.ofSeconds(1));
    clocks.tellBreaches();
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isEqualTo(1);

    clock.moveBy(Duration.ofHours(2));
    clocks.tellBreaches();
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isEqualTo(2);
    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MISSED);
  }

  @Test
  void aBreachThatCannotBeToldIsPutOffAndHoldsUpNoOther() {
    var told = new ArrayList<Long>();
    var isBroken = new AtomicBoolean(true);
    var listeners = new StaticListableBeanFactory();
    listeners.addBean("listener", new FailingListener(told, isBroken, this::fail));
    var tried =
        new ServiceClocks(
            records,
            workingTime,
            listeners.getBeanProvider(ClockListener.class),
            transactions,
            clock);
    var other = new ClockSubject("test", 8);
    clocks.start(new ClockSubject("test", 7), OWN, "billing", null, TWO_HOURS);
    clocks.start(other, OWN, "billing", null, TWO_HOURS);
    clock.moveBy(Duration.ofHours(2).plusSeconds(1));

    try (var log = new LogLines()) {
      tellBreaches(tried);
      tellBreaches(tried);

      assertThat(log.all())
          .anyMatch(it -> it.contains("could not be told"))
          .noneMatch(it -> it.contains("zenobia"));
    }

    assertThat(told).containsExactly(8L);
    assertThat(clocks.clocks(TRACE)).as("what the failing listener wrote").isEmpty();
    assertThat(clocks.clocks(new ClockSubject("test", 7)).get(0).breaches()).isZero();
    assertThat(clocks.clocks(other).get(0).breaches()).isEqualTo(1);

    isBroken.set(false);
    clock.moveBy(Duration.ofMinutes(11));
    tellBreaches(tried);
    assertThat(told).containsExactly(8L, 7L);
  }

  private void tellBreaches(ServiceClocks tried) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> tried.tellBreaches());
  }

  /** Writes, and fails by a statement, after which PostgreSQL takes no other one. */
  private void fail() {
    clocks.start(TRACE, OWN, "billing", null, TWO_HOURS);
    rows.queryForList("select 1 / 0 as van_of_zenobia");
  }

  /** Cannot tell the breach of the subject 7 while it is broken. */
  private record FailingListener(List<Long> told, AtomicBoolean isBroken, Runnable fail)
      implements ClockListener {

    @Override
    public String subjectKind() {
      return "test";
    }

    @Override
    public void breached(ServiceClock late) {
      if (isBroken.get() && late.subject().id() == 7) {
        fail.run();
      }
      told.add(late.subject().id());
    }
  }

  @Test
  void anAgreementIsOnRecordAndTheBreachIsToldWhenItsMomentHasPassed() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    var first = new Agreement(start.plus(Duration.ofHours(3)), "oscar", "AGREE_ON_DATE");
    var second = new Agreement(start.plus(Duration.ofHours(4)), "olga", "AGREE_ON_NEW_DATE");
    clocks.agree(HANDOFF, OWN, first);
    clocks.agree(HANDOFF, OWN, second);
    clocks.agree(HANDOFF, OWN, first);

    var agreed = clocks.clocks(HANDOFF).get(0);
    assertThat(agreed.agreement()).isEqualTo(second);
    assertThat(agreed.dueAt()).isEqualTo(second.until());
    assertThat(agreed.dueByTarget()).isEqualTo(start.plus(Duration.ofHours(2)));
    assertThat(agreed.target()).isEqualTo(TWO_HOURS);

    clock.moveBy(Duration.ofHours(4));
    clocks.tellBreaches();
    assertThat(clocks.clocks(HANDOFF).get(0).breaches()).isZero();
    clock.moveBy(Duration.ofSeconds(1));
    clocks.tellBreaches();
    var late = clocks.clocks(HANDOFF).get(0);
    assertThat(late.breaches()).isEqualTo(1);
    assertThat(late.breachAt()).isEqualTo(start.plus(Duration.ofHours(6)));
    clocks.agree(
        HANDOFF, OWN, new Agreement(start.plus(Duration.ofHours(9)), "oscar", "AGREE_ON_DATE"));
    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MISSED);
    assertThat(clocks.clocks(HANDOFF).get(0).agreement()).isEqualTo(second);
  }

  @Test
  void aReversedResultStaysOnRecordAndTheClockGoesOnFromItsOwnStart() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    clock.moveBy(Duration.ofHours(1));
    clocks.end(HANDOFF, OWN);
    clock.moveBy(Duration.ofHours(2));

    clocks.reverse(HANDOFF, OWN, "The mail came back");
    clocks.reverse(HANDOFF, OWN, "The mail came back");

    assertThat(clocks.clocks(HANDOFF))
        .extracting(ServiceClock::result, ServiceClock::reversal, ServiceClock::startedAt)
        .containsExactly(
            tuple(ClockResult.MET, "The mail came back", start), tuple(null, null, start));
    assertThat(clocks.end(HANDOFF, OWN)).contains(ClockResult.MISSED);
  }

  @Test
  void anotherTargetIsOnRecordWithItsRule() {
    clocks.start(HANDOFF, OWN, "billing", null, TWO_HOURS);
    clocks.stop(HANDOFF, OWN);

    clocks.retarget(HANDOFF, OWN, new ClockTarget(WorkingAmount.hours(5), "v1 row 1"));

    assertThat(clocks.clocks(HANDOFF).get(0).target().rule()).isEqualTo("v1 row 1");
    assertThat(clocks.resume(HANDOFF, OWN)).contains(start.plus(Duration.ofHours(5)));
  }

  @Test
  void whatHasNoClockIsLeftAlone() {
    clocks.stop(HANDOFF, OWN);
    assertThat(clocks.resume(HANDOFF, OWN)).isEmpty();
    assertThat(clocks.end(HANDOFF, OWN)).isEmpty();
    clocks.reverse(HANDOFF, OWN, "The mail came back");
    assertThat(rows.queryForObject("select count(*) from service_clock", Integer.class)).isZero();
  }

  @Test
  void turnsFollowEachOtherWithoutGapOrOverlap() {
    turns.pass(HANDOFF, "department:billing", clock.instant());
    clock.moveBy(Duration.ofMinutes(10));
    turns.pass(HANDOFF, "department:billing", clock.instant());
    turns.pass(HANDOFF, "person:ana", clock.instant());
    clock.moveBy(Duration.ofMinutes(20));
    turns.pass(HANDOFF, "department:billing", clock.instant());
    clock.moveBy(Duration.ofMinutes(30));
    turns.end(HANDOFF, clock.instant());
    turns.end(HANDOFF, clock.instant());

    assertThat(turns.list(HANDOFF))
        .containsExactly(
            new Turn("department:billing", at(0), at(10)),
            new Turn("person:ana", at(10), at(30)),
            new Turn("department:billing", at(30), at(60)));
  }

  private Instant at(int minutes) {
    return start.plus(Duration.ofMinutes(minutes));
  }
}
