package com.customerfocus.handoff.partnership;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.partnership.Partnership.ClockFigures;
import com.customerfocus.handoff.partnership.Partnership.DepartmentName;
import com.customerfocus.handoff.partnership.Partnership.OpenFigures;
import com.customerfocus.handoff.partnership.Partnership.PromiseFigures;
import com.customerfocus.handoff.partnership.Partnership.RatingFigures;
import com.customerfocus.support.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same figures in the slow, obvious way: all rows are read, and each pair is counted alone. */
final class SlowRecount {

  private record Handoff(
      long id, String requesterDepartment, String partnerDepartment, Long parentId, String state) {}

  private record Event(
      long handoffId, String step, Instant recordedAt, String reason, String department) {

    boolean isRequest() {
      return step.equals("REQUEST") || step.equals("ASK_ANOTHER");
    }
  }

  private record ClockOfHandoff(
      long subjectId,
      String metric,
      String holder,
      Instant startedAt,
      long ranMillis,
      String state,
      String result,
      String reversal) {}

  private record PromiseOfHandoff(long sourceId, String state, boolean renegotiated) {}

  private record Rating(
      long handoffId,
      String side,
      String fromDepartment,
      String toDepartment,
      Instant openAt,
      Integer score) {}

  private final List<Handoff> handoffs;
  private final List<Event> events;
  private final List<ClockOfHandoff> clocks;
  private final List<PromiseOfHandoff> promises;
  private final List<Rating> ratings;
  private final Period period;
  private final Instant now;

  SlowRecount(JdbcClient jdbc, Period period, Instant now) {
    handoffs = rows(jdbc, "select * from handoff", Handoff.class);
    events = rows(jdbc, "select * from handoff_event order by id", Event.class);
    clocks =
        rows(
            jdbc,
            "select * from service_clock where subject_kind = 'handoff'",
            ClockOfHandoff.class);
    promises =
        rows(
            jdbc,
            """
            select p.source_id, p.state,
                   (select count(*) from promise_event v
                     where v.promise_id = p.id and v.kind = 'RENEGOTIATED') > 0 as renegotiated
              from promise p where p.source_kind = 'handoff'
            """,
            PromiseOfHandoff.class);
    ratings = rows(jdbc, "select * from handoff_rating", Rating.class);
    this.period = period;
    this.now = now;
  }

  private static <T extends Record> List<T> rows(JdbcClient jdbc, String sql, Class<T> type) {
    return jdbc.sql(sql).query(RecordMapper.of(type)).list();
  }

  Partnership of(DepartmentName from, DepartmentName to) {
    var requests = 0;
    var accepted = 0;
    var confirmed = 0;
    var deemed = 0;
    var pingPong = 0;
    var bounced = new EnumMap<BounceReason, Integer>(BounceReason.class);
    var own = new ArrayList<ClockOfHandoff>();
    var deliver = new ArrayList<ClockOfHandoff>();
    var ages = new ArrayList<Long>();
    var promised = new ArrayList<PromiseOfHandoff>();
    var byRequester = new ArrayList<Integer>();
    var byPartner = new ArrayList<Integer>();
    for (var handoff : handoffs) {
      if (!handoff.requesterDepartment.equals(from.id())) {
        continue;
      }
      var history = events.stream().filter(it -> it.handoffId == handoff.id).toList();
      var asked = new ArrayList<Event>();
      for (var event : history) {
        if (event.isRequest()) {
          if (isCounted(event) && event.department.equals(to.id())) {
            requests++;
            if (isPingPong(handoff, asked, event)) {
              pingPong++;
            }
          }
          asked.add(event);
        }
        var counts = isCounted(asked.get(asked.size() - 1)) && event.department.equals(to.id());
        if (counts) {
          switch (event.step) {
            case "ACCEPT", "AGREE_ON_DATE" -> {
              accepted++;
              promises.stream().filter(it -> it.sourceId == handoff.id).forEach(promised::add);
            }
            case "CONFIRM" -> confirmed++;
            case "DEEM_CONFIRMED" -> deemed++;
            case "DECLINE", "REOPEN" ->
                bounced.merge(BounceReason.valueOf(event.reason), 1, Integer::sum);
            default -> {}
          }
        }
      }
      for (var clock : clocks) {
        if (clock.subjectId == handoff.id
            && clock.holder.equals(to.id())
            && isCounted(lastBefore(asked, clock.startedAt))
            && clock.state.equals("ENDED")
            && clock.result != null
            && clock.reversal == null) {
          if (clock.metric.equals("time-to-own")) {
            own.add(clock);
          } else if (clock.metric.equals("time-to-deliver")) {
            deliver.add(clock);
          }
        }
      }
      var last = asked.get(asked.size() - 1);
      if (isCounted(last)
          && handoff.partnerDepartment.equals(to.id())
          && !Set.of("CONFIRMED", "DEEMED_CONFIRMED", "NOT_POSSIBLE", "WITHDRAWN")
              .contains(handoff.state)) {
        ages.add(Duration.between(last.recordedAt, now).toMillis());
      }
      if (isCounted(last)) {
        rated(handoff, "REQUESTER", from, to).ifPresent(byRequester::add);
        rated(handoff, "PARTNER", to, from).ifPresent(byPartner::add);
      }
    }
    var reasons = new EnumMap<BounceReason, Figure>(BounceReason.class);
    for (var reason : BounceReason.values()) {
      reasons.put(reason, figure(requests, bounced.getOrDefault(reason, 0)));
    }
    return new Partnership(
        from,
        to,
        requests,
        figure(requests, accepted),
        reasons,
        figure(requests, pingPong),
        figure(confirmed + deemed, confirmed),
        figure(confirmed + deemed, deemed),
        clocks(own),
        clocks(deliver),
        new OpenFigures(
            figure(ages.size(), minutes(percentile(ages, "0.5"))),
            figure(ages.size(), minutes(percentile(ages, "1")))),
        new PromiseFigures(
            figure(promised.size(), count(promised, "KEPT")),
            figure(
                promised.size(), promised.stream().filter(PromiseOfHandoff::renegotiated).count()),
            figure(promised.size(), count(promised, "BROKEN"))),
        new RatingFigures(mean(byRequester), mean(byPartner)));
  }

  private boolean isCounted(Event request) {
    return !request.recordedAt.isBefore(period.from())
        && request.recordedAt.isBefore(period.until());
  }

  /** Whether the request brings a handoff back to a department that has just been without it. */
  private boolean isPingPong(Handoff handoff, List<Event> before, Event request) {
    if (!before.isEmpty()
        && (request.step.equals("REQUEST")
            || before.get(before.size() - 1).department.equals(request.department))) {
      return false;
    }
    var isFromParent =
        handoffs.stream()
            .anyMatch(
                it ->
                    Objects.equals(it.id, handoff.parentId)
                        && it.requesterDepartment.equals(request.department));
    return isFromParent || before.stream().anyMatch(it -> it.department.equals(request.department));
  }

  private static Event lastBefore(List<Event> requests, Instant moment) {
    return requests.stream()
        .filter(it -> !it.recordedAt.isAfter(moment))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  private Optional<Integer> rated(
      Handoff handoff, String side, DepartmentName by, DepartmentName about) {
    var ofHandoff = ratings.stream().filter(it -> it.handoffId == handoff.id).toList();
    var areAllIn = ofHandoff.stream().allMatch(it -> it.score != null);
    return ofHandoff.stream()
        .filter(it -> it.side.equals(side))
        .filter(it -> it.fromDepartment.equals(by.id()) && it.toDepartment.equals(about.id()))
        .filter(it -> areAllIn || !it.openAt.isAfter(now))
        .map(Rating::score)
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static ClockFigures clocks(List<ClockOfHandoff> ended) {
    var ran = ended.stream().map(ClockOfHandoff::ranMillis).toList();
    var met = ended.stream().filter(it -> it.result.equals("MET")).count();
    return new ClockFigures(
        figure(ran.size(), minutes(percentile(ran, "0.5"))),
        figure(ran.size(), minutes(percentile(ran, "0.9"))),
        figure(ran.size(), met),
        figure(ran.size(), ran.size() - met));
  }

  private static long count(List<PromiseOfHandoff> promised, String state) {
    return promised.stream().filter(it -> it.state.equals(state)).count();
  }

  private static Figure mean(List<Integer> scores) {
    if (scores.size() < 5) {
      return new Figure(scores.size(), null, true);
    }
    var sum = scores.stream().mapToInt(Integer::intValue).sum();
    var mean = new BigDecimal(sum).divide(new BigDecimal(scores.size()), 2, RoundingMode.HALF_UP);
    return new Figure(scores.size(), mean, false);
  }

  /** Interpolated between the two values around the place; 0 of none. */
  private static BigDecimal percentile(Collection<Long> values, String part) {
    if (values.isEmpty()) {
      return BigDecimal.ZERO;
    }
    var sorted = values.stream().sorted().toList();
    var place = new BigDecimal(part).multiply(new BigDecimal(sorted.size() - 1));
    var below = place.intValue();
    var above = Math.min(below + 1, sorted.size() - 1);
    var step = new BigDecimal(sorted.get(above) - sorted.get(below));
    return new BigDecimal(sorted.get(below))
        .add(step.multiply(place.subtract(new BigDecimal(below))));
  }

  private static long minutes(BigDecimal millis) {
    return millis.divide(new BigDecimal(60_000), 0, RoundingMode.HALF_UP).longValueExact();
  }

  private static Figure figure(int n, long value) {
    return n < 5 ? new Figure(n, null, true) : new Figure(n, BigDecimal.valueOf(value), false);
  }
}
