package com.customerfocus.customercase.legal;

import com.customerfocus.worktime.BusinessDays;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * How long the law leaves after a complaint is received. The day on which it is received does not
 * count.
 *
 * @param number at least 1
 */
record LegalPeriod(int number, Unit unit) {

  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,2}) (business days|weeks)");

  /** What is counted. */
  enum Unit {
    /** Monday to Friday without the public holidays of the jurisdiction. */
    BUSINESS_DAYS,
    /** Seven days each; holidays count. */
    WEEKS
  }

  /**
   * Reads a period as the table has it: {@code 3 business days} or {@code 8 weeks}.
   *
   * @throws IllegalArgumentException when it is none
   */
  static LegalPeriod parse(String text) {
    var found = TEXT.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException("\"%s\" is no period".formatted(text));
    }
    return new LegalPeriod(
        Integer.parseInt(found.group(1)),
        found.group(2).equals("weeks") ? Unit.WEEKS : Unit.BUSINESS_DAYS);
  }

  /** The last day, which still belongs to the period. */
  LocalDate lastDay(LocalDate received, BusinessDays days) {
    return unit == Unit.WEEKS ? received.plusWeeks(number) : days.after(received, number);
  }
}
