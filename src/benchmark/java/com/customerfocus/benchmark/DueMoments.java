package com.customerfocus.benchmark;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** Watches when what falls due is seen from another connection. */
final class DueMoments {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final Clock clock;

  DueMoments(Clock clock) {
    this.clock = clock;
  }

  /**
   * Waits until all have happened; what has not by then is as late as it is.
   *
   * @param due moments by number
   * @param happened numbers of those that happened since the last look
   */
  Lags watch(Map<Long, Instant> due, Supplier<Iterable<Long>> happened, Duration patience) {
    var open = new HashMap<>(due);
    var lags = new HashMap<Long, Duration>();
    try {
      await()
          .atMost(patience)
          .pollDelay(Duration.ZERO)
          .pollInterval(BETWEEN_LOOKS)
          .pollInSameThread()
          .until(
              () -> {
                var now = clock.instant();
                for (var number : happened.get()) {
                  var at = open.remove(number);
                  if (at != null) {
                    lags.put(number, Duration.between(at, now));
                  }
                }
                return open.isEmpty();
              });
    } catch (ConditionTimeoutException notAllHappened) {
      var now = clock.instant();
      lags.putAll(
          open.entrySet().stream()
              .collect(
                  Collectors.toMap(Map.Entry::getKey, it -> Duration.between(it.getValue(), now))));
    }
    return Lags.of(lags.values());
  }
}
