package com.customerfocus.customercase.introduction.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.INTRODUCTION_DUE_AT;

import com.customerfocus.customercase.introduction.IntroductionService;
import com.customerfocus.customercase.introduction.IntroductionWord;
import com.customerfocus.customercase.process.StayWithCustomerProcess;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.engine.variable.Variable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the owner does to bring customer and contact together. */
@Component
class RecordIntroductionDelegate implements JavaDelegate {

  /** What the owner says in the form. */
  static final Variable<IntroductionWord> INTRODUCTION =
      Variable.json("introduction", IntroductionWord.class);

  private final IntroductionService introductions;

  RecordIntroductionDelegate(IntroductionService introductions) {
    this.introductions = introductions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var taken =
        introductions.take(
            BusinessKey.of(execution), INTRODUCTION.get(execution), CurrentActor.of(execution));
    StayWithCustomerProcess.set(execution, taken.course());
    INTRODUCTION_DUE_AT.set(execution, taken.dueDate());
  }
}
