package com.customerfocus.benchmark;

import java.time.Duration;
import java.util.Collection;

/**
 * By how much what fell due was done late.
 *
 * @param late in milliseconds
 * @param shareOnTime from 0 to 1: done within {@link #ON_TIME} of due
 */
record Lags(Latencies late, double shareOnTime) {

  static final Duration ON_TIME = Duration.ofSeconds(2);

  static Lags of(Collection<Duration> lags) {
    var onTime = lags.stream().filter(lag -> lag.compareTo(ON_TIME) <= 0).count();
    return new Lags(
        Latencies.of(lags), lags.isEmpty() ? Double.NaN : (double) onTime / lags.size());
  }

  /** Whether 99 of 100 were done on time. */
  boolean isPunctual() {
    return shareOnTime >= 0.99;
  }
}
