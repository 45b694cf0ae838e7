package com.customerfocus.testing;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A process of its own for tests of tasks: one user task. */
public final class Errand {

  private Errand() {}

  /** Begins a model: its start event and the task {@code runErrand}. */
  public static UserTaskBuilder model(String key) {
    return Bpmn.createExecutableProcess(key)
        .camundaHistoryTimeToLiveString("P1D")
        .startEvent()
        .userTask("runErrand");
  }

  /** Deploys the models together, each under the name of its process. */
  public static Deployment deploy(RepositoryService repository, BpmnModelInstance... models) {
    var deployment = repository.createDeployment();
    for (var model : models) {
      var process = model.getModelElementsByType(Process.class).iterator().next();
      deployment.addModelInstance(process.getId() + ".bpmn", model);
    }
    return deployment.deploy();
  }

  /**
   * Boss manages Ana, Ben and Cid, who manage a team each. Ana and Ben are in the group of
   * communications.
   */
  public static Company people() {
    return new Company()
        .add("boss", "Boss", null, "Board", "en", "")
        .add("ana", "Ana <i>Ruiz</i>", "boss", "Sales", "en", "communications")
        .add("ben", "Ben", "boss", "Sales", "en", "communications")
        .add("cid", "Cid", "boss", "Sales", "en", "")
        .add("dan", "Dan", "ana", "Sales", "en", "")
        .add("eva", "Eva", "ben", "Sales", "en", "")
        .add("fay", "Fay", "cid", "Sales", "en", "");
  }
}
