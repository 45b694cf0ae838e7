package com.customerfocus.handoff.partnership;

import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffStep.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Handoffs with random histories, written to the tables: each takes steps that are possible, now
 * and then two in the same moment, and stops where chance will have it. Clocks, promises and
 * ratings follow the steps; rows of other capabilities with the same numbers lie between them.
 */
final class RandomHandoffs {

  private static final List<String> REQUESTERS =
      List.of("order-desk", "logistics", "workshop", "contracts", "sales");
  private static final List<String> PARTNERS =
      List.of("order-desk", "logistics", "workshop", "contracts");

  /** A department that takes over from one that has closed. */
  private static final String SUCCESSOR = "depot";

  private final Random random;
  private final Instant now;

  private final List<Object[]> handoffs = new ArrayList<>();
  private final List<Object[]> events = new ArrayList<>();
  private final List<Object[]> clocks = new ArrayList<>();
  private final List<Object[]> promises = new ArrayList<>();
  private final List<Object[]> promiseEvents = new ArrayList<>();
  private final List<Object[]> ratings = new ArrayList<>();

  /** Of the handoff that takes its steps. */
  private long id;

  private String requester;
  private String partner;

  /** The departments that had the work so far. */
  private final List<String> had = new ArrayList<>();

  private HandoffState state;
  private Instant moment;

  RandomHandoffs(long seed, Instant now) {
    this.random = new Random(seed);
    this.now = now;
  }

  void write(int count, JdbcTemplate jdbc) {
    for (var i = 1; i <= count; i++) {
      take(1_000_000L + i);
    }
    jdbc.batchUpdate(
        """
        insert into handoff (id, subject, need, done_when, priority, requester_id,
                             requester_department, partner_department, parent_id, state,
                             wished_at, asked_times, requested_at)
        values (?, 'Van', 'Van', 'Van', 'NORMAL', 'oscar', ?, ?, ?, ?, ?, 1, ?)
        """,
        handoffs);
    jdbc.batchUpdate(
        """
        insert into handoff_event (id, handoff_id, step, recorded_at, reason, state_before,
                                   state_after, department, came_back)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        events);
    jdbc.batchUpdate(
        """
        insert into service_clock (subject_kind, subject_id, metric, holder, target_days,
                                   target_minutes, started_at, since_at, ran_millis, state,
                                   breaches, ended_at, result, reversal)
        values (?, ?, ?, ?, 0, 60, ?, ?, ?, ?, 0, ?, ?, ?)
        """,
        clocks);
    jdbc.batchUpdate(
        """
        insert into promise (id, made_by, made_to_kind, made_to, what, due_at, state, source_kind,
                             source_id, made_at)
        values (?, 'luis', 'PERSON', 'oscar', 'Van', ?, ?, ?, ?, ?)
        """,
        promises);
    jdbc.batchUpdate(
        "insert into promise_event (promise_id, kind, recorded_at) values (?, ?, ?)",
        promiseEvents);
    jdbc.batchUpdate(
        """
        insert into handoff_rating (handoff_id, side, from_department, to_department, person_id,
                                    asked_at, open_at, rated_at, score)
        values (?, ?, ?, ?, 'oscar', ?, ?, ?, ?)
        """,
        ratings);
  }

  private void take(long number) {
    id = number;
    moment = now.minus(Duration.ofMinutes(random.nextInt(150 * 24 * 60)));
    var asked = moment;
    var parent = !handoffs.isEmpty() && random.nextInt(4) == 0 ? one(handoffs) : null;
    requester = parent == null ? one(REQUESTERS) : (String) parent[2];
    partner = parent != null && random.nextBoolean() ? (String) parent[1] : other(requester);
    if (partner.equals(requester)) {
      partner = other(requester);
    }
    state = null;
    had.clear();
    if (parent != null) {
      had.add((String) parent[1]);
    }
    had.add(requester);
    var row =
        new Object[] {id, requester, null, parent == null ? null : parent[0], null, null, null};
    handoffs.add(row);
    step(HandoffStep.REQUEST, HandoffState.REQUESTED);
    while (!state.isOver() && random.nextInt(12) > 0) {
      go();
    }
    row[2] = partner;
    row[4] = state.name();
    row[5] = at(asked);
    row[6] = at(asked);
    if (state == HandoffState.CONFIRMED || state == HandoffState.DEEMED_CONFIRMED) {
      rating(Side.REQUESTER, requester, partner);
      if (random.nextInt(6) > 0) {
        rating(Side.PARTNER, partner, requester);
      }
    }
  }

  private void go() {
    var from = moment;
    var chance = random.nextInt(10);
    moment = moment.plusSeconds(chance < 2 ? 0 : random.nextInt(3 * 24 * 3600));
    switch (state) {
      case REQUESTED -> {
        if (chance == 9) {
          move();
        } else {
          clock(HandoffStep.REQUEST, "time-to-own", partner, from, chance != 8);
          switch (chance) {
            case 0, 1, 2, 3 -> accept(HandoffStep.ACCEPT);
            case 4 -> step(HandoffStep.PROPOSE_DATE, HandoffState.DATE_PROPOSED);
            case 8 -> step(HandoffStep.WITHDRAW, HandoffState.WITHDRAWN);
            default -> step(HandoffStep.DECLINE, HandoffState.DECLINED);
          }
        }
      }
      case DATE_PROPOSED -> {
        clock(HandoffStep.PROPOSE_DATE, "time-to-answer", requester, from, true);
        accept(HandoffStep.AGREE_ON_DATE);
      }
      case DECLINED -> {
        if (chance < 3) {
          step(HandoffStep.REQUEST, HandoffState.REQUESTED);
        } else if (chance < 9) {
          partner = other(requester);
          step(HandoffStep.ASK_ANOTHER, HandoffState.REQUESTED);
        } else {
          step(HandoffStep.WITHDRAW, HandoffState.WITHDRAWN);
        }
      }
      case ACCEPTED -> {
        if (chance == 9) {
          move();
        } else {
          clock(HandoffStep.ACCEPT, "time-to-deliver", partner, from, chance != 8);
          if (chance == 8) {
            step(HandoffStep.GIVE_UP, HandoffState.NOT_POSSIBLE);
          } else {
            step(HandoffStep.DELIVER, HandoffState.DELIVERED);
          }
        }
      }
      case DELIVERED -> {
        if (chance < 5) {
          step(HandoffStep.CONFIRM, HandoffState.CONFIRMED);
        } else if (chance < 7) {
          step(HandoffStep.DEEM_CONFIRMED, HandoffState.DEEMED_CONFIRMED);
        } else {
          step(HandoffStep.REOPEN, HandoffState.ACCEPTED);
        }
      }
      default -> throw new IllegalStateException(state.name());
    }
  }

  private void move() {
    partner = SUCCESSOR;
    step(HandoffStep.MOVE, state);
  }

  private void accept(HandoffStep step) {
    step(step, HandoffState.ACCEPTED);
    promise("handoff");
    promise("cascade");
  }

  private void step(HandoffStep step, HandoffState to) {
    events.add(
        new Object[] {
          1_000_000L + events.size(),
          id,
          step.name(),
          at(moment),
          reason(step),
          state == null ? null : state.name(),
          to.name(),
          partner,
          comesBack(step)
        });
    state = to;
  }

  private boolean comesBack(HandoffStep step) {
    var comesBack =
        (state == null || step == HandoffStep.ASK_ANOTHER)
            && had.contains(partner)
            && !had.get(had.size() - 1).equals(partner);
    if (step == HandoffStep.REQUEST || step == HandoffStep.ASK_ANOTHER) {
      had.add(partner);
    }
    return comesBack;
  }

  private String reason(HandoffStep step) {
    if (step != HandoffStep.DECLINE && step != HandoffStep.REOPEN) {
      return null;
    }
    return one(Arrays.stream(BounceReason.values()).filter(it -> it.side() == step.side()).toList())
        .name();
  }

  /**
   * A clock that ended now; one of a reopened delivery may run still, and what is withdrawn or
   * given up has no result.
   */
  private void clock(
      HandoffStep from, String metric, String holder, Instant started, boolean hasResult) {
    var isRunning = from == HandoffStep.ACCEPT && random.nextInt(8) == 0;
    for (var kind : List.of("handoff", "case")) {
      clocks.add(
          new Object[] {
            kind,
            id,
            metric,
            holder,
            at(started),
            at(started),
            (long) random.nextInt(30 * 3_600_000),
            isRunning ? "RUNNING" : "ENDED",
            isRunning ? null : at(moment),
            isRunning || !hasResult ? null : random.nextInt(3) == 0 ? "MISSED" : "MET",
            random.nextInt(15) == 0 ? "A mail came back" : null
          });
    }
  }

  private void promise(String kind) {
    var number = 1_000_000L + promises.size();
    promises.add(
        new Object[] {
          number,
          at(moment),
          one(List.of("OPEN", "RENEGOTIATED", "KEPT", "KEPT", "KEPT", "BROKEN", "WITHDRAWN")),
          kind,
          id,
          at(moment)
        });
    promiseEvents.add(new Object[] {number, "MADE", at(moment)});
    for (var i = random.nextInt(3); i > 0; i--) {
      promiseEvents.add(new Object[] {number, "RENEGOTIATED", at(moment)});
    }
  }

  private void rating(Side side, String from, String to) {
    var isRated = random.nextInt(3) > 0;
    ratings.add(
        new Object[] {
          id,
          side.name(),
          from,
          to,
          at(moment),
          at(random.nextInt(3) == 0 ? now.plusSeconds(1) : now),
          isRated ? at(moment) : null,
          isRated ? 1 + random.nextInt(5) : null
        });
  }

  private String other(String department) {
    return one(PARTNERS.stream().filter(it -> !it.equals(department)).toList());
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
