package com.customerfocus.handoff.partnership;

import com.customerfocus.support.Period;
import java.math.BigDecimal;

/**
 * A figure with the number of cases behind it. A figure of fewer than five says more about the
 * people of these cases than about the partnership, and is withheld.
 *
 * @param n how many cases it is made from
 * @param value null when it is withheld
 * @param tooFew whether it is withheld
 */
public record Figure(long n, BigDecimal value, boolean tooFew) {

  static Figure of(long n, long value) {
    return of(n, BigDecimal.valueOf(value));
  }

  /**
   * @param value any, also null, where there are too few
   */
  static Figure of(long n, BigDecimal value) {
    var tooFew = n < Period.FEWEST;
    return new Figure(n, tooFew ? null : value, tooFew);
  }
}
