package com.customerfocus.worktime;

import java.time.Duration;

/**
 * An amount of working time: whole working days, or open hours. Negative amounts lead back. If an
 * amount has both, days are counted first.
 *
 * @param days working days, or 0
 * @param hours time during which the calendar is open, or zero
 */
public record WorkingAmount(int days, Duration hours) {

  public static WorkingAmount days(int days) {
    return new WorkingAmount(days, Duration.ZERO);
  }

  public static WorkingAmount hours(int hours) {
    return new WorkingAmount(0, Duration.ofHours(hours));
  }
}
