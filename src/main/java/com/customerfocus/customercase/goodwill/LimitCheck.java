package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.goodwill.GoodwillRules.Limit;
import com.customerfocus.deadline.PersonalDueDates;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Compares an offer with the limits of the person who makes it. */
@Component
class LimitCheck {

  private static final Duration PERIOD = Duration.ofDays(GoodwillRules.DAYS);

  private final GoodwillRecords records;
  private final GoodwillWorkflow workflow;
  private final PersonalDueDates dates;
  private final Clock clock;

  LimitCheck(
      GoodwillRecords records, GoodwillWorkflow workflow, PersonalDueDates dates, Clock clock) {
    this.records = records;
    this.workflow = workflow;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * What the comparison found.
   *
   * @param exceeded the first limit that the offer exceeds
   */
  record Result(Optional<Limit> exceeded, GoodwillLimits limits) {}

  /** The result holds until the transaction ends: other offers wait for it. */
  Result compare(CustomerCase about, BigDecimal amount, Actor by) {
    records.lock(about.customerId(), by.id());
    var limits = workflow.limits(GoodwillRole.of(by.groups()), about.tier());
    var now = clock.instant();
    var zone = dates.calendar(by.id()).zone();
    var today = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    var before = records.sums(about, by.id(), now.minus(PERIOD), today);
    return new Result(GoodwillRules.exceeded(amount, before, limits), limits);
  }
}
