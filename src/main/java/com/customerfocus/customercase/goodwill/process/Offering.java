package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.OFFERED_BY;

import com.customerfocus.access.Actor;
import com.customerfocus.engine.CurrentActor;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who offers goodwill: whom the starting program names, else who is logged in. */
final class Offering {

  private Offering() {}

  /** Forms do not declare the variable, so no person can name another one. */
  static Actor by(DelegateExecution execution) {
    return OFFERED_BY.find(execution).orElseGet(() -> CurrentActor.of(execution));
  }
}
