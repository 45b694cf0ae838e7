package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.QuestionUpwardProcess.ANSWERED;
import static com.customerfocus.cascade.process.QuestionUpwardProcess.QUESTION_ID;
import static com.customerfocus.cascade.process.QuestionUpwardProcess.REPLY;

import com.customerfocus.cascade.QuestionService;
import com.customerfocus.engine.CurrentUser;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records the answer, if the manager gave one. */
@Component
class RecordReplyDelegate implements JavaDelegate {

  private final QuestionService questions;

  RecordReplyDelegate(QuestionService questions) {
    this.questions = questions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var reply = REPLY.from(execution).reply();
    var by = CurrentUser.of(execution);
    ANSWERED.set(execution, questions.replied(QUESTION_ID.from(execution), reply, by));
  }
}
