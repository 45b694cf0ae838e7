package com.customerfocus.customercase.figures;

import com.customerfocus.support.Period;

/**
 * What answers tell of all customers, with the interval in which it lies with a probability of 95
 * %. Fewer than five answers say too little.
 *
 * @param n how many answers it is made from; no answer is none of them
 * @param value a share in percent, or a net promoter score from -100 to 100; null when n is too few
 * @param low lower end of the interval; null likewise
 * @param high upper end of the interval; null likewise
 * @param tooFew whether they are withheld
 */
record Estimate(long n, Long value, Long low, Long high, boolean tooFew) {

  /** Of the normal distribution: 95 of 100 lie within. */
  private static final double Z = 1.96;

  /** A share, with the interval of Wilson (1927). */
  static Estimate share(long those, long n) {
    return n < Period.FEWEST ? tooFew(n) : wilson(those, n);
  }

  /**
   * Promoters less detractors, with the adjusted Wald interval: three answers more, of which three
   * quarters promote and three quarters detract (Bonett and Price 2012).
   */
  static Estimate netPromoter(long promoters, long detractors, long n) {
    return n < Period.FEWEST ? tooFew(n) : adjustedWald(promoters, detractors, n);
  }

  private static Estimate tooFew(long n) {
    return new Estimate(n, null, null, null, true);
  }

  /** Also of few. */
  static Estimate wilson(long those, long n) {
    var share = (double) those / n;
    var square = Z * Z;
    var middle = (share + square / (2 * n)) / (1 + square / n);
    var half = Z * Math.sqrt(share * (1 - share) / n + square / (4.0 * n * n)) / (1 + square / n);
    return of(n, share, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /** Also of few. */
  static Estimate adjustedWald(long promoters, long detractors, long n) {
    var up = (promoters + 0.75) / (n + 3);
    var down = (detractors + 0.75) / (n + 3);
    var half = Z * Math.sqrt((up + down - (up - down) * (up - down)) / (n + 3));
    return of(
        n,
        (double) (promoters - detractors) / n,
        Math.max(-1, up - down - half),
        Math.min(1, up - down + half));
  }

  private static Estimate of(long n, double value, double low, double high) {
    return new Estimate(n, percent(value), percent(low), percent(high), false);
  }

  private static long percent(double share) {
    return Math.round(share * 100);
  }
}
