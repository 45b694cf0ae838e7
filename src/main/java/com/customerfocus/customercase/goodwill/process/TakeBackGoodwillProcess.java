package com.customerfocus.customercase.goodwill.process;

import com.customerfocus.customercase.goodwill.TakingBack;
import com.customerfocus.engine.variable.Variable;

/** Every id and name of {@code processes/take-back-goodwill.bpmn}. */
final class TakeBackGoodwillProcess {

  static final String KEY = "take-back-goodwill";

  static final String TAKE_BACK_GOODWILL = "takeBackGoodwill";
  static final String RECORD_TAKING_BACK = "recordTakingBack";
  static final String GOODWILL_TAKEN_BACK = "goodwillTakenBack";

  /** What the owner enters. */
  static final Variable<TakingBack> TAKING_BACK =
      Variable.json("goodwillTakingBack", TakingBack.class);

  private TakeBackGoodwillProcess() {}
}
