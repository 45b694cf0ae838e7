package com.customerfocus.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;

/** How long single actions of one kind took, in milliseconds; nothing when there were none. */
final class Latencies {

  private final double[] sorted;

  private Latencies(double[] sorted) {
    this.sorted = sorted;
  }

  static Latencies of(Collection<Duration> durations) {
    return ofNanos(durations.stream().mapToLong(Duration::toNanos).toArray());
  }

  static Latencies ofNanos(long... durations) {
    return new Latencies(
        Arrays.stream(durations).mapToDouble(took -> took / 1e6).sorted().toArray());
  }

  int count() {
    return sorted.length;
  }

  /** The shortest time that this percentage of the actions, above 0 to 100, did not exceed. */
  double percentile(double percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
  }

  @Override
  public String toString() {
    return Arrays.toString(
        new double[] {percentile(50), percentile(95), percentile(99), percentile(100)});
  }
}
