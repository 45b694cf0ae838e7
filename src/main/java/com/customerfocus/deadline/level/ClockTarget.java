package com.customerfocus.deadline.level;

import com.customerfocus.worktime.WorkingAmount;
import java.time.Duration;

/**
 * How long a party has, as it was when the clock started or its target was changed.
 *
 * @param amount in working time of the clock's calendar
 * @param rule where it comes from, such as version and row of a table of targets
 */
public record ClockTarget(WorkingAmount amount, String rule) {

  public ClockTarget {
    if (amount.days() < 0 || amount.hours().isNegative() || amount.equals(WorkingAmount.days(0))) {
      throw new IllegalArgumentException("%s is no time to do anything".formatted(amount));
    }
  }

  static ClockTarget of(int days, long minutes, String rule) {
    return new ClockTarget(new WorkingAmount(days, Duration.ofMinutes(minutes)), rule);
  }
}
