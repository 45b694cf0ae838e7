package com.customerfocus.customercase.goodwill.limit;

import com.customerfocus.engine.decision.UploadableTable.ValueCheck;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import java.util.Set;

/** What values the table of limits may have: amounts such as 50 or 49.50; 0 for none. */
record LimitRules() implements ValueCheck {

  private static final Set<String> AMOUNTS =
      Set.of(
          GoodwillLimitTable.PER_CASE,
          GoodwillLimitTable.PER_CUSTOMER,
          GoodwillLimitTable.PER_PERSON_AND_DAY);

  @Override
  public Optional<Sentence> fault(String column, String value) {
    return AMOUNTS.contains(column) && !value.matches("\\d{1,9}(\\.\\d{1,2})?")
        ? Optional.of(new Sentence("refusal.goodwill.limit", value))
        : Optional.empty();
  }
}
