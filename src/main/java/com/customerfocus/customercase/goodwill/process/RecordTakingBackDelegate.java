package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.TakeBackGoodwillProcess.TAKING_BACK;

import com.customerfocus.customercase.goodwill.TakingBackService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and takes back what waits for a manager. */
@Component
class RecordTakingBackDelegate implements JavaDelegate {

  private final TakingBackService goodwill;

  RecordTakingBackDelegate(TakingBackService goodwill) {
    this.goodwill = goodwill;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var about = goodwill.takeBack(TAKING_BACK.get(execution), CurrentActor.of(execution));
    BusinessKey.set(execution, about);
  }
}
