package com.customerfocus.cascade.question.process;

import com.customerfocus.cascade.question.QuestionAssignment;
import com.customerfocus.cascade.question.QuestionWorkflow;
import java.util.Collection;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a question. */
@Component
class CamundaQuestionWorkflow implements QuestionWorkflow {

  private final RuntimeService runtime;

  CamundaQuestionWorkflow(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void questionAsked(QuestionAssignment duty) {
    runtime.startProcessInstanceByMessage(
        QuestionUpwardProcess.MESSAGE_ASKED,
        String.valueOf(duty.questionId()),
        QuestionUpwardProcess.variables(duty));
  }

  @Override
  public void questionsWithdrawn(Collection<Long> questionIds) {
    var instances =
        questionIds.stream()
            .flatMap(
                id ->
                    runtime
                        .createProcessInstanceQuery()
                        .processDefinitionKey(QuestionUpwardProcess.KEY)
                        .processInstanceBusinessKey(String.valueOf(id))
                        .list()
                        .stream())
            .map(ProcessInstance::getId)
            .toList();
    if (!instances.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(
          instances, "The memo was withdrawn", true, true, false);
    }
  }
}
