package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.REQUEST;

import com.customerfocus.customercase.goodwill.GoodwillService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and records goodwill, and grants it within the limits. */
@Component
class RecordGoodwillDelegate implements JavaDelegate {

  private final GoodwillService goodwill;

  RecordGoodwillDelegate(GoodwillService goodwill) {
    this.goodwill = goodwill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var course = goodwill.offer(REQUEST.get(execution), Offering.by(execution));
    BusinessKey.set(execution, course.id());
    GoodwillProcess.begin(execution, course);
  }
}
