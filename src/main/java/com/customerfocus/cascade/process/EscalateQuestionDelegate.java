package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.QuestionUpwardProcess.QUESTION_ID;

import com.customerfocus.cascade.QuestionService;
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
    var duty = questions.escalate(QUESTION_ID.from(execution));
    execution.setVariables(QuestionUpwardProcess.variables(duty));
  }
}
