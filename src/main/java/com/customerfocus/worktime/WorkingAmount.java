package com.customerfocus.worktime;

import com.customerfocus.support.InvalidInputException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * An amount of working time: whole working days, or open hours. Negative amounts lead back. If an
 * amount has both, days are counted first.
 *
 * @param days working days, or 0
 * @param hours time during which the calendar is open, or zero
 */
public record WorkingAmount(int days, Duration hours) {

  /** More is a slip of the pen: a year has some 250 working days. */
  private static final int MOST_DAYS = 250;

  private static final int MOST_HOURS = 1000;
  private static final int MOST_MINUTES = 10_000;

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6}) ?(min|h|d)");

  public static WorkingAmount days(int days) {
    return new WorkingAmount(days, Duration.ZERO);
  }

  public static WorkingAmount hours(int hours) {
    return new WorkingAmount(0, Duration.ofHours(hours));
  }

  /**
   * Reads an amount as people write it: {@code 30 min}, {@code 4 h} or {@code 2 d}.
   *
   * @throws InvalidInputException when it is no such amount, zero, or longer than about a year
   */
  public static WorkingAmount parse(String text) {
    var found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new InvalidInputException("refusal.amount.unreadable", text);
    }
    var number = Integer.parseInt(found.group(1));
    return switch (found.group(2)) {
      case "d" -> days(within(number, MOST_DAYS, text));
      case "h" -> hours(within(number, MOST_HOURS, text));
      default -> new WorkingAmount(0, Duration.ofMinutes(within(number, MOST_MINUTES, text)));
    };
  }

  private static int within(int number, int most, String text) {
    if (number == 0) {
      throw new InvalidInputException("refusal.amount.zero", text);
    }
    if (number > most) {
      throw new InvalidInputException("refusal.amount.too-long", text, most);
    }
    return number;
  }
}
