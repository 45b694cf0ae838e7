package com.customerfocus.engine.retry;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.testing.CustomerFocusTest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An instance ends between two reads of the engine. */
@CustomerFocusTest
class EndedMeanwhileTests {

  private final ProcessEngine engine;
  private Deployment deployment;

  EndedMeanwhileTests(@Autowired ProcessEngine engine) {
    this.engine = engine;
  }

  /** With a timer, the task has an execution of its own below the instance. */
  private void anErrand(boolean withTimer) {
    var task =
        Bpmn.createExecutableProcess("errand")
            .camundaHistoryTimeToLiveString("P1D")
            .startEvent()
            .userTask("runErrand");
    var errand =
        withTimer
            ? task.boundaryEvent().timerWithDuration("P1D").endEvent().moveToActivity("runErrand")
            : task;
    deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .addModelInstance("errand.bpmn", errand.endEvent().done())
            .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("errand");
  }

  @AfterEach
  void noErrand() {
    engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTaskCompletedConcurrentlyIsReportedAsDone(boolean withTimer) {
    anErrand(withTimer);
    var task = engine.getTaskService().createTaskQuery().singleResult().getId();
    var isFirst = new AtomicBoolean(true);
    Command<Object> complete =
        context -> {
          Optional.ofNullable(context.getTaskManager().findTaskById(task))
              .ifPresent(TaskEntity::getExecution);
          if (isFirst.getAndSet(false)) {
            CompletableFuture.runAsync(() -> engine.getTaskService().complete(task)).join();
          }
          return new CompleteTaskCmd(task, Map.of()).execute(context);
        };
    var commands =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getCommandExecutorTxRequired();

    assertThatExceptionOfType(TaskConflictException.class)
        .isThrownBy(() -> commands.execute(complete))
        .withMessage(TaskConflictException.DONE.inEnglish());
  }
}
