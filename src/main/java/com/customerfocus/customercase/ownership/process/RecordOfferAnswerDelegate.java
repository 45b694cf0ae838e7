package com.customerfocus.customercase.ownership.process;

import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.ANSWER;

import com.customerfocus.customercase.ownership.OwnershipService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the colleague says; on acceptance the case is theirs. */
@Component
class RecordOfferAnswerDelegate implements JavaDelegate {

  private final OwnershipService ownership;

  RecordOfferAnswerDelegate(OwnershipService ownership) {
    this.ownership = ownership;
  }

  @Override
  public void execute(DelegateExecution execution) {
    ownership.answer(BusinessKey.of(execution), ANSWER.get(execution), CurrentActor.of(execution));
  }
}
