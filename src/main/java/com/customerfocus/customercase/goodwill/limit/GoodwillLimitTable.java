package com.customerfocus.customercase.goodwill.limit;

import com.customerfocus.customercase.goodwill.GoodwillRole;
import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.UploadableTable;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The table of limits: up to which sums a person may grant goodwill alone. */
@Component
class GoodwillLimitTable implements UploadableTable {

  /** The decision's id. */
  static final String KEY = "goodwill-limit";

  static final String ROLE = "role";
  static final String CUSTOMER_TIER = "customerTier";
  static final String PER_CASE = "perCase";
  static final String PER_CUSTOMER = "perCustomer";
  static final String PER_PERSON_AND_DAY = "perPersonAndDay";

  private static final List<String> ROLES =
      Arrays.stream(GoodwillRole.values()).map(Enum::name).toList();

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<TableColumn> inputs() {
    return List.of(TableColumn.of(ROLE, ROLES), TableColumn.of(CUSTOMER_TIER));
  }

  @Override
  public List<TableColumn> outputs() {
    return List.of(
        TableColumn.of(DecisionTable.ROW),
        TableColumn.of(PER_CASE),
        TableColumn.of(PER_CUSTOMER),
        TableColumn.of(PER_PERSON_AND_DAY));
  }

  @Override
  public ValueCheck check() {
    return new LimitRules();
  }
}
