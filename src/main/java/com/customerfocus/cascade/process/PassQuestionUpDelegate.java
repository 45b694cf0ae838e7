package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.QuestionUpwardProcess.QUESTION_ID;
import static com.customerfocus.cascade.process.QuestionUpwardProcess.REPLY;

import com.customerfocus.cascade.QuestionService;
import com.customerfocus.engine.CurrentUser;
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
    var word = REPLY.from(execution).word();
    var by = CurrentUser.of(execution);
    var duty = questions.passUp(QUESTION_ID.from(execution), word, by);
    execution.setVariables(QuestionUpwardProcess.variables(duty));
  }
}
