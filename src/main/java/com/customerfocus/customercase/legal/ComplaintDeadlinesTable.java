package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.UploadableTable;
import com.customerfocus.support.Sentence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The table of deadlines by law, by country and sector. */
@Component
class ComplaintDeadlinesTable implements UploadableTable {

  /** The decision's id. */
  static final String KEY = "complaint-deadlines";

  static final String COUNTRY = "country";
  static final String SECTOR = "sector";
  static final String CASE_KIND = "caseKind";
  static final String EARLY_WITHIN = "earlyWithin";
  static final String FINAL_WITHIN = "finalWithin";
  static final String REFERENCE = "reference";
  static final String SAME_LANGUAGE = "sameLanguage";

  /** Where the law sets no such deadline. */
  static final String NONE = "none";

  static final String YES = "yes";

  private static final Set<String> PERIODS = Set.of(EARLY_WITHIN, FINAL_WITHIN);
  private static final Set<String> DUTIES = Set.of(REFERENCE, SAME_LANGUAGE);

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<TableColumn> inputs() {
    return List.of(
        TableColumn.of(COUNTRY),
        TableColumn.of(SECTOR),
        TableColumn.of(CASE_KIND, Arrays.stream(CaseKind.values()).map(Enum::name).toList()));
  }

  @Override
  public List<TableColumn> outputs() {
    return List.of(
        TableColumn.of(DecisionTable.ROW),
        TableColumn.of(EARLY_WITHIN),
        TableColumn.of(FINAL_WITHIN),
        TableColumn.of(REFERENCE),
        TableColumn.of(SAME_LANGUAGE));
  }

  @Override
  public ValueCheck check() {
    return ComplaintDeadlinesTable::fault;
  }

  private static Optional<Sentence> fault(String column, String value) {
    if (PERIODS.contains(column) && !value.equals(NONE)) {
      try {
        LegalPeriod.parse(value);
      } catch (IllegalArgumentException e) {
        return Optional.of(new Sentence("refusal.legal.period", value));
      }
    }
    return DUTIES.contains(column) && !value.equals(YES) && !value.equals("no")
        ? Optional.of(new Sentence("refusal.legal.duty", value))
        : Optional.empty();
  }
}
