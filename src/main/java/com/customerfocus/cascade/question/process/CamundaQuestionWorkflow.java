package com.customerfocus.cascade.question.process;

import com.customerfocus.cascade.question.QuestionAssignment;
import com.customerfocus.cascade.question.QuestionWorkflow;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a question. */
@Component
class CamundaQuestionWorkflow implements QuestionWorkflow {

  private final Instances instances;

  CamundaQuestionWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void questionAsked(QuestionAssignment duty) {
    instances.start(
        QuestionUpwardProcess.MESSAGE_ASKED,
        duty.questionId(),
        QuestionUpwardProcess.variables(duty));
  }

  @Override
  public void questionsWithdrawn(Collection<Long> questionIds) {
    instances.end(questionIds, "The memo was withdrawn", QuestionUpwardProcess.KEY);
  }
}
