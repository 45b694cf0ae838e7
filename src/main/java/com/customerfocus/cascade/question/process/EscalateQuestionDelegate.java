package com.customerfocus.cascade.question.process;

import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.engine.variable.BusinessKey;
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
