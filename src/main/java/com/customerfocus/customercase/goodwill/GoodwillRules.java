package com.customerfocus.customercase.goodwill;

import com.customerfocus.organization.ManagementLine.Level;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** When goodwill needs the approval of a manager, and of which one. */
final class GoodwillRules {

  /** Days for which the limit of a customer holds. */
  static final int DAYS = 90;

  /** Working days in which a manager decides; the customer waits. */
  static final int DAYS_TO_APPROVE = 1;

  private static final int CENTS = 2;
  private static final String AMOUNT = "\\d{1,7}([.,]\\d{1,2})?";

  private GoodwillRules() {}

  /** A limit; stored by its name. */
  enum Limit {
    CASE,
    CUSTOMER,
    PERSON
  }

  /**
   * The amount entered.
   *
   * @param typed such as {@code 49} or {@code 49.50}; a comma will do
   * @throws InvalidInputException unless it is more than nothing and at most 9,999,999.99
   */
  static BigDecimal amount(String typed) {
    var text = Texts.stripToNull(typed);
    if (text == null || !text.matches(AMOUNT)) {
      throw new InvalidInputException("refusal.goodwill.amount");
    }
    var amount = new BigDecimal(text.replace(',', '.')).setScale(CENTS, RoundingMode.UNNECESSARY);
    if (amount.signum() == 0) {
      throw new InvalidInputException("refusal.goodwill.amount");
    }
    return amount;
  }

  /**
   * The number of the case entered.
   *
   * @throws InvalidInputException when it is no number
   */
  static long caseNumber(String typed) {
    return Inputs.recordNumber(typed, "refusal.goodwill.case");
  }

  /** The first limit that this amount exceeds with what was before; empty for none. */
  static Optional<Limit> exceeded(BigDecimal amount, GoodwillSums before, GoodwillLimits limits) {
    if (isAbove(before.ofCase(), amount, limits.perCase())) {
      return Optional.of(Limit.CASE);
    }
    if (isAbove(before.ofCustomer(), amount, limits.perCustomer())) {
      return Optional.of(Limit.CUSTOMER);
    }
    return isAbove(before.ofPersonToday(), amount, limits.perPersonAndDay())
        ? Optional.of(Limit.PERSON)
        : Optional.empty();
  }

  private static boolean isAbove(BigDecimal before, BigDecimal amount, BigDecimal limit) {
    return before.add(amount).compareTo(limit) > 0;
  }

  /**
   * The next manager up who may decide: neither one of those excluded nor one for whom an excluded
   * person acts. Empty when there is none.
   *
   * @param line of the owner, the owner first
   * @param from the smallest height that counts
   * @param excluded employee ids of the person who offers and of the owner
   * @param acting who acts for a person, which is the person when they are there; null when there
   *     is no substitute
   */
  static Optional<Level> approver(
      List<Level> line, int from, Set<String> excluded, UnaryOperator<String> acting) {
    return line.stream()
        .filter(level -> level.active() && level.height() >= Math.max(from, 1))
        .filter(level -> mayDecide(level.id(), excluded, acting.apply(level.id())))
        .findFirst();
  }

  /**
   * Whether a manager may decide: neither one of those excluded nor one for whom an excluded person
   * acts.
   *
   * @param excluded employee ids of the person who offers and of the owner
   * @param acting who acts for the manager, which is the manager when they are there; null when
   *     there is no substitute
   */
  static boolean mayDecide(String manager, Set<String> excluded, String acting) {
    return !excluded.contains(manager) && acting != null && !excluded.contains(acting);
  }
}
