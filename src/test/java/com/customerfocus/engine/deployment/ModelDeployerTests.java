package com.customerfocus.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@CustomerFocusTest
class ModelDeployerTests {

  private final RepositoryService repository;
  private final ModelDeployer deployer;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final MovableClock clock;

  @Autowired
  ModelDeployerTests(
      RepositoryService repository,
      ModelDeployer deployer,
      JdbcClient jdbc,
      TransactionOperations transactions,
      MovableClock clock) {
    this.repository = repository;
    this.deployer = deployer;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  @AfterEach
  void theProgramsOwnModelsOnly() {
    deployer.deployments().stream()
        .filter(deployment -> !deployment.getSource().equals(deployer.fingerprint()))
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
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

  @Test
  void anOlderVersionThatIsPutBackDeploysItsModelsOnceMore(@TempDir Path older, @TempDir Path newer)
      throws Exception {
    try (var oldClasses = classes(older, "Old lunch");
        var nextClasses = classes(newer, "New lunch")) {
      var old = deployer(oldClasses);
      var next = deployer(nextClasses);
      for (var version : List.of(old, next, next, old)) {
        clock.moveBy(Duration.ofSeconds(1));
        version.deploy();
      }
      assertThat(deployer.deployments())
          .extracting(Deployment::getSource)
          .containsExactly(
              deployer.fingerprint(), old.fingerprint(), next.fingerprint(), old.fingerprint());
    }
    assertThat(lunch().latestVersion().singleResult())
        .returns("Old lunch", ProcessDefinition::getName)
        .returns(3, ProcessDefinition::getVersion);
  }

  private ProcessDefinitionQuery lunch() {
    return repository.createProcessDefinitionQuery().processDefinitionKey("lunch");
  }

  /** The deployer of a program with this model only. */
  private static URLClassLoader classes(Path classpath, String name) throws Exception {
    var model =
        Bpmn.createExecutableProcess("lunch")
            .name(name)
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .endEvent()
            .done();
    var file = Files.createDirectory(classpath.resolve("processes")).resolve("lunch.bpmn");
    Bpmn.writeModelToFile(file.toFile(), model);
    return new URLClassLoader(new URL[] {classpath.toUri().toURL()}, null);
  }

  private ModelDeployer deployer(ClassLoader classes) {
    return new ModelDeployer(
        repository, new PathMatchingResourcePatternResolver(classes), jdbc, transactions);
  }
}
