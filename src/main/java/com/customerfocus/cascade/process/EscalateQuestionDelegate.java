package com.customerfocus.cascade.process;

import com.customerfocus.cascade.QuestionService;
import com.customerfocus.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the next manager up in charge, since the one before did not answer in time. */
@Component
class EscalateQuestionDelegate implements JavaDelegate {

  private final QuestionService questions;

  EscalateQuestionDelegate(QuestionService questions) {
    this.questions = questions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var duty = questions.escalate(BusinessKey.of(execution));
    execution.setVariables(QuestionUpwardProcess.variables(duty));
  }
}
