package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.legal.LegalProperties.Jurisdiction;
import com.customerfocus.customercase.legal.LegalRules.Deadline;
import com.customerfocus.customercase.legal.LegalRules.What;
import com.customerfocus.engine.decision.Decisions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the law demands in a case, by the settings and the present table. */
@Component
class LegalDuties {

  private final Laws laws;
  private final Decisions tables;

  LegalDuties(Laws laws, Decisions tables) {
    this.laws = laws;
    this.tables = tables;
  }

  /**
   * What one law demands.
   *
   * @param rule which row of which version of the table
   * @param zone by whose clock days begin
   * @param needsReference whether the customer is given a reference
   * @param sameLanguage whether the answer is in the language in which the customer wrote
   */
  record Duties(
      String rule,
      String zone,
      List<Deadline> deadlines,
      boolean needsReference,
      boolean sameLanguage) {}

  /** Whether the settings name any jurisdiction. */
  boolean canHold() {
    return !laws.jurisdictions().isEmpty();
  }

  /**
   * Empty where no jurisdiction is set for the owner's site.
   *
   * @param received when the customer turned to us, from when the law counts
   */
  Optional<Duties> of(CustomerCase about, Instant received) {
    return laws.of(about.ownerSite()).map(where -> duties(about, received, where));
  }

  private Duties duties(CustomerCase about, Instant received, Jurisdiction where) {
    var inputs = new HashMap<String, Object>();
    inputs.put(ComplaintDeadlinesTable.COUNTRY, where.countryCode());
    inputs.put(ComplaintDeadlinesTable.SECTOR, where.sector());
    inputs.put(ComplaintDeadlinesTable.CASE_KIND, about.kind().name());
    var found = tables.decide(ComplaintDeadlinesTable.KEY, inputs);
    return new Duties(
        "%d: %s".formatted(found.version(), found.text("row")),
        where.zoneId().getId(),
        Stream.of(
                deadline(
                    What.EARLY, found.text(ComplaintDeadlinesTable.EARLY_WITHIN), received, where),
                deadline(
                    What.FINAL, found.text(ComplaintDeadlinesTable.FINAL_WITHIN), received, where))
            .filter(Objects::nonNull)
            .toList(),
        ComplaintDeadlinesTable.YES.equals(found.text(ComplaintDeadlinesTable.REFERENCE)),
        ComplaintDeadlinesTable.YES.equals(found.text(ComplaintDeadlinesTable.SAME_LANGUAGE)));
  }

  private static Deadline deadline(What what, String period, Instant received, Jurisdiction where) {
    return ComplaintDeadlinesTable.NONE.equals(period)
        ? null
        : LegalRules.deadline(
            what, LegalPeriod.parse(period), received, where.days(), where.zoneId());
  }
}
