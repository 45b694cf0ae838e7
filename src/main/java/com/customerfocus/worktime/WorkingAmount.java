package com.customerfocus.worktime;

import java.time.Duration;

/**
 * So much working time: whole working days, or open hours. Negative amounts lead back. Of an amount
 * that has both, the days are counted first.
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
