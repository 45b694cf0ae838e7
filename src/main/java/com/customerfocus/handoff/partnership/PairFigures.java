package com.customerfocus.handoff.partnership;

import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.handoff.partnership.Partnership.ClockFigures;
import com.customerfocus.handoff.partnership.Partnership.DepartmentName;
import com.customerfocus.handoff.partnership.Partnership.OpenFigures;
import com.customerfocus.handoff.partnership.Partnership.PromiseFigures;
import com.customerfocus.handoff.partnership.Partnership.RatingFigures;
import com.customerfocus.handoff.partnership.PartnershipRecords.ClockRow;
import com.customerfocus.handoff.partnership.PartnershipRecords.OpenRow;
import com.customerfocus.handoff.partnership.PartnershipRecords.PromiseRow;
import com.customerfocus.handoff.partnership.PartnershipRecords.RatingRow;
import com.customerfocus.handoff.partnership.PartnershipRecords.StepRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The figures of one ordered pair, put together from the rows of all statements. */
final class PairFigures {

  /** Of a pair without clocks of this kind, handoffs that are open, or promises. */
  private static final ClockRow NO_CLOCK = new ClockRow(null, null, null, 0, 0, 0, 0);

  private static final OpenRow NONE_OPEN = new OpenRow(null, null, 0, 0, null);
  private static final PromiseRow NO_PROMISE = new PromiseRow(null, null, 0, 0, 0, 0);

  private final Map<HandoffStep, Long> steps = new EnumMap<>(HandoffStep.class);
  private final Map<BounceReason, Long> bounced = new EnumMap<>(BounceReason.class);
  private final Map<Side, RatingRow> ratings = new EnumMap<>(Side.class);
  private long pingPong;
  private ClockRow own = NO_CLOCK;
  private ClockRow deliver = NO_CLOCK;
  private OpenRow open = NONE_OPEN;
  private PromiseRow promises = NO_PROMISE;

  void add(StepRow row) {
    steps.merge(row.step(), row.times(), Long::sum);
    pingPong += row.pingPong();
    if (row.reason() != null) {
      bounced.merge(row.reason(), row.times(), Long::sum);
    }
  }

  void add(ClockRow row) {
    if (row.metric().equals(PartnershipRecords.TIME_TO_OWN)) {
      own = row;
    } else {
      deliver = row;
    }
  }

  void add(OpenRow row) {
    open = row;
  }

  void add(PromiseRow row) {
    promises = row;
  }

  void add(RatingRow row) {
    ratings.put(row.side(), row);
  }

  Partnership between(DepartmentName requester, DepartmentName partner, Instant now) {
    var handoffs = times(HandoffStep.REQUEST) + times(HandoffStep.ASK_ANOTHER);
    var accepted = times(HandoffStep.ACCEPT) + times(HandoffStep.AGREE_ON_DATE);
    var reasons = new EnumMap<BounceReason, Figure>(BounceReason.class);
    for (var reason : BounceReason.values()) {
      reasons.put(reason, Figure.of(handoffs, bounced.getOrDefault(reason, 0L)));
    }
    var confirmed = times(HandoffStep.CONFIRM);
    var deemed = times(HandoffStep.DEEM_CONFIRMED);
    return new Partnership(
        requester,
        partner,
        handoffs,
        Figure.of(handoffs, accepted),
        reasons,
        Figure.of(handoffs, pingPong),
        Figure.of(confirmed + deemed, confirmed),
        Figure.of(confirmed + deemed, deemed),
        clocks(own),
        clocks(deliver),
        new OpenFigures(
            Figure.of(open.open(), minutesSince(open.medianEpochSecond(), now)),
            Figure.of(
                open.open(),
                open.oldest() == null
                    ? 0
                    : minutes(Duration.between(open.oldest(), now).toMillis()))),
        new PromiseFigures(
            Figure.of(promises.promises(), promises.kept()),
            Figure.of(promises.promises(), promises.renegotiated()),
            Figure.of(promises.promises(), promises.broken())),
        new RatingFigures(rating(Side.REQUESTER), rating(Side.PARTNER)));
  }

  private long times(HandoffStep step) {
    return steps.getOrDefault(step, 0L);
  }

  private static ClockFigures clocks(ClockRow row) {
    return new ClockFigures(
        Figure.of(row.clocks(), minutes(row.median())),
        Figure.of(row.clocks(), minutes(row.p90())),
        Figure.of(row.clocks(), row.met()),
        Figure.of(row.clocks(), row.clocks() - row.met()));
  }

  private Figure rating(Side side) {
    var row = ratings.get(side);
    return row == null
        ? Figure.of(0, null)
        : Figure.of(
            row.ratings(),
            BigDecimal.valueOf(row.total())
                .divide(BigDecimal.valueOf(row.ratings()), 2, RoundingMode.HALF_UP));
  }

  private static long minutesSince(double epochSecond, Instant now) {
    return minutes(now.toEpochMilli() - epochSecond * 1_000);
  }

  /** To the nearest minute; databases compute percentiles with and without a binary fraction. */
  private static long minutes(double millis) {
    return Math.floorDiv(Math.round(millis) + 30_000, 60_000);
  }
}
