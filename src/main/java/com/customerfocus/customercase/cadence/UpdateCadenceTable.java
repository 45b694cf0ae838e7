package com.customerfocus.customercase.cadence;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.UploadableTable;
import java.util.List;
import org.springframework.stereotype.Component;

/** The table of cadences: how soon customers with open cases hear from us. */
@Component
class UpdateCadenceTable implements UploadableTable {

  /** The decision's id. */
  static final String KEY = "update-cadence";

  static final String CUSTOMER_TIER = "customerTier";
  static final String PRIORITY = "priority";
  static final String CADENCE = "cadence";
  static final String TIME_TO_ANSWER = "timeToAnswer";
  static final String TIME_TO_FIND_OUT = "timeToFindOut";

  private static final List<String> PRIORITIES = List.of("NORMAL", "HIGH", "URGENT");

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<TableColumn> inputs() {
    return List.of(TableColumn.of(CUSTOMER_TIER), TableColumn.of(PRIORITY, PRIORITIES));
  }

  @Override
  public List<TableColumn> outputs() {
    return List.of(
        TableColumn.of(DecisionTable.ROW),
        TableColumn.of(CADENCE),
        TableColumn.of(TIME_TO_ANSWER),
        TableColumn.of(TIME_TO_FIND_OUT));
  }

  @Override
  public ValueCheck check() {
    return new CadenceRules();
  }
}
