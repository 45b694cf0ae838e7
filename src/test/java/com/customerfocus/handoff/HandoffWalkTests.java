package com.customerfocus.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Actor;
import com.customerfocus.deadline.level.ClockResult;
import com.customerfocus.deadline.level.ClockState;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Walks over the steps of handoffs by chance, each with some time in between. At any moment one
 * side has the ball, a clock that has ended stays as it is, and a step that is refused changes
 * nothing.
 */
@CustomerFocusTest
class HandoffWalkTests {

  private static final int WALKS = 12;
  private static final int LONGEST = 25;

  private final OrganizationImporter importer;
  private final RequestService requests;
  private final HandoffService service;
  private final HandoffView view;
  private final Handoffs handoffs;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final PromiseReports promises;
  private final MovableClock clock;

  @Autowired
  HandoffWalkTests(
      OrganizationImporter importer,
      RequestService requests,
      HandoffService service,
      HandoffView view,
      Handoffs handoffs,
      ServiceClocks clocks,
      Turns turns,
      PromiseReports promises,
      MovableClock clock) {
    this.importer = importer;
    this.requests = requests;
    this.service = service;
    this.view = view;
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.turns = turns;
    this.promises = promises;
    this.clock = clock;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theWholeLifeIsSomeSidesTurn(long seed) {
    var chance = new Random(seed);
    for (var walk = 0; walk < WALKS; walk++) {
      clock.moveTo(FreshStart.MONDAY_MORNING);
      walk(begin(), chance);
    }
  }

  private long begin() {
    var request =
        new HandoffRequest(
            "logistics",
            null,
            "A van for the pump",
            null,
            null,
            "The pump stands in the mill.",
            clock.instant().plus(Duration.ofDays(9)).toString(),
            null,
            null);
    var id = requests.request(request, List.of(), "oscar").handoff().id();
    service.setClocks(id);
    return id;
  }

  private void walk(long id, Random chance) {
    for (var step = 0; step < LONGEST && !view.handoff(id).state().isOver(); step++) {
      clock.moveBy(Duration.ofMinutes(chance.nextInt(4) * chance.nextInt(500)));
      var before = view.handoff(id);
      var clocksBefore = clocksOf(id);
      var next = possibleIn(before.state());
      if (!take(before, next.get(chance.nextInt(next.size())), chance)) {
        assertThat(view.handoff(id)).isEqualTo(before);
        assertThat(clocksOf(id)).isEqualTo(clocksBefore);
      }
      clocksAgree(view.handoff(id), clocksBefore);
      turnsAgree(view.handoff(id));
      promiseAgrees(view.handoff(id));
    }
  }

  private static List<HandoffStep> possibleIn(HandoffState state) {
    return Arrays.stream(HandoffStep.values())
        .filter(step -> step.isPossibleIn(state))
        .filter(step -> step.side() != Side.PROGRAM || step == HandoffStep.DEEM_CONFIRMED)
        .filter(step -> step != HandoffStep.HAND_ON)
        .toList();
  }

  private boolean take(Handoff handoff, HandoffStep step, Random chance) {
    try {
      if (step == HandoffStep.DEEM_CONFIRMED) {
        service.deemConfirmed(handoff.id());
      } else {
        service.take(
            handoff.id(),
            word(handoff, step, chance),
            EnumSet.of(step),
            List.of(),
            actor(handoff, step));
      }
      if (view.handoff(handoff.id()).state() == HandoffState.REQUESTED) {
        service.setClocks(handoff.id());
      }
      return true;
    } catch (InvalidInputException refused) {
      return false;
    }
  }

  private static Actor actor(Handoff handoff, HandoffStep step) {
    if (step.side() == Side.REQUESTER) {
      return Actor.of("oscar");
    }
    var member = handoff.partnerDepartment().equals("workshop") ? "walt" : "luis";
    return Actor.of(
        handoff.ownerId() == null ? member : handoff.ownerId(),
        "department-" + handoff.partnerDepartment());
  }

  private HandoffWord word(Handoff handoff, HandoffStep step, Random chance) {
    var partner = handoff.partnerDepartment();
    var date = clock.instant().plus(Duration.ofHours(chance.nextInt(300)));
    return new HandoffWord(
        step.name(),
        date.atZone(ZoneOffset.UTC).toLocalDateTime().toString(),
        "Said at " + clock.instant(),
        null,
        step == HandoffStep.REOPEN ? "INCOMPLETE" : "NO_CAPACITY",
        "Something else is possible.",
        partner.equals("workshop") ? "Wanda" : "Lars",
        chance.nextBoolean() ? "workshop" : "logistics",
        "A van since " + clock.instant(),
        null,
        Priority.values()[chance.nextInt(3)].name());
  }

  private void turnsAgree(Handoff handoff) {
    var all = turns.list(HandoffClocks.subject(handoff.id()));
    assertThat(all.get(0).beganAt()).isEqualTo(handoff.requestedAt());
    for (var i = 1; i < all.size(); i++) {
      assertThat(all.get(i).beganAt())
          .as("turn %d of %s", i, all)
          .isEqualTo(all.get(i - 1).endedAt());
      assertThat(all.get(i).holder()).isNotEqualTo(all.get(i - 1).holder());
    }
    var last = all.get(all.size() - 1);
    assertThat(last.endedAt()).isEqualTo(handoff.endedAt());
    if (!handoff.state().isOver()) {
      assertThat(last.holder()).isEqualTo(handoff.departmentOf(handoff.state().turn()));
    }
  }

  private void clocksAgree(Handoff handoff, List<ServiceClock> before) {
    var now = clocksOf(handoff.id());
    assertThat(now)
        .as("a result is a fact")
        .containsAll(before.stream().filter(it -> it.state() == ClockState.ENDED).toList());
    assertThat(now)
        .filteredOn(it -> it.state() == ClockState.ENDED)
        .allMatch(it -> (it.result() == null) == isCancelled(handoff, it, before));
    var open = now.stream().filter(it -> it.state() != ClockState.ENDED).toList();
    var running =
        open.stream()
            .filter(it -> it.state() == ClockState.RUNNING)
            .map(ServiceClock::metric)
            .toList();
    assertThat(running)
        .isEqualTo(
            switch (handoff.state()) {
              case REQUESTED -> List.of(HandoffClocks.TIME_TO_OWN);
              case ASKED_BACK, DATE_PROPOSED, DECLINED -> List.of(HandoffClocks.TIME_TO_ANSWER);
              case ACCEPTED -> List.of(HandoffClocks.TIME_TO_DELIVER);
              default -> List.of();
            });
    assertThat(open).hasSize(running.size() + (handoff.state() == HandoffState.ASKED_BACK ? 1 : 0));
    assertThat(open).allMatch(it -> it.result() == null);
    assertThat(now)
        .filteredOn(it -> it.result() == ClockResult.MET && it.dueAt() != null)
        .allMatch(it -> !it.endedAt().isAfter(it.dueAt()));
  }

  /** Whether this clock ended because the handoff was withdrawn or given up. */
  private static boolean isCancelled(
      Handoff handoff, ServiceClock ended, List<ServiceClock> before) {
    var isGivenUp =
        handoff.state() == HandoffState.WITHDRAWN || handoff.state() == HandoffState.NOT_POSSIBLE;
    return isGivenUp
        && before.stream()
            .filter(it -> it.id() == ended.id())
            .allMatch(it -> it.state() != ClockState.ENDED || it.result() == null);
  }

  private List<ServiceClock> clocksOf(long id) {
    return clocks.clocks(HandoffClocks.subject(id));
  }

  /** One promise for each acceptance, on the date that the handoff shows. */
  private void promiseAgrees(Handoff handoff) {
    var accepted =
        handoffs.events(handoff.id()).stream()
            .filter(
                it ->
                    it.after() == HandoffState.ACCEPTED
                        && it.before() != HandoffState.ACCEPTED
                        && it.before() != HandoffState.DELIVERED)
            .count();
    assertThat(accepted).isLessThanOrEqualTo(1);
    assertThat(handoff.promiseId() != null).isEqualTo(accepted == 1);
    if (handoff.promiseId() != null) {
      var promise = promises.promise(handoff.promiseId()).orElseThrow();
      assertThat(promise.due()).isEqualTo(handoff.dueAt());
      if (promise.isDelivered()) {
        assertThat(handoff.state()).isEqualTo(HandoffState.DELIVERED);
      }
    }
  }
}
