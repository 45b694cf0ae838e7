package com.customerfocus.cascade.question.process;

import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.ANSWERED;
import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.REPLY;

import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
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
    var reply = REPLY.get(execution).reply();
    var by = CurrentActor.of(execution);
    ANSWERED.set(execution, questions.replied(BusinessKey.of(execution), reply, by));
  }
}
