package com.customerfocus.cascade.question.process;

import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.REPLY;

import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the next manager up in charge, since the one before wants it so. */
@Component
class PassQuestionUpDelegate implements JavaDelegate {

  private final QuestionService questions;

  PassQuestionUpDelegate(QuestionService questions) {
    this.questions = questions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var note = REPLY.get(execution).note();
    var by = CurrentActor.of(execution);
    var duty = questions.passUp(BusinessKey.of(execution), note, by);
    execution.setVariables(QuestionUpwardProcess.variables(duty));
  }
}
