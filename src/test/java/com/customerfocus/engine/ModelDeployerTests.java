package com.customerfocus.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CustomerFocusTest
class ModelDeployerTests {

  private final RepositoryService repository;
  private final ModelDeployer deployer;

  @Autowired
  ModelDeployerTests(RepositoryService repository, ModelDeployer deployer) {
    this.repository = repository;
    this.deployer = deployer;
  }

  @Test
  void startingTheSameVersionAgainDeploysNothing() {
    deployer.deploy();
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(1);
    assertThat(repository.createProcessDefinitionQuery().list())
        .allMatch(definition -> definition.getVersion() == 1);
  }

  @Test
  void modelsAndTheirFormsAreDeployedTogetherUnderNamesThatDoNotDependOnHowTheProgramRuns() {
    var deployment = repository.createDeploymentQuery().singleResult();
    assertThat(repository.getDeploymentResourceNames(deployment.getId()))
        .contains("processes/memo-cascade.bpmn", "forms/brief-team.form", "forms/file-chosen.html")
        .allMatch(name -> name.matches("(processes|forms)/[a-z-]+\\.(bpmn|form|html)"));
  }
}
