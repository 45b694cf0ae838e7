package com.customerfocus.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.DeployedTable;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.support.TransactionOperations;

@CustomerFocusTest
class ModelDeployerTests {

  private final RepositoryService repository;
  private final ModelDeployer deployer;
  private final DecisionTables tables;
  private final TransactionOperations transactions;
  private final MovableClock clock;

  @Autowired
  ModelDeployerTests(
      RepositoryService repository,
      ModelDeployer deployer,
      DecisionTables tables,
      TransactionOperations transactions,
      MovableClock clock) {
    this.repository = repository;
    this.deployer = deployer;
    this.tables = tables;
    this.transactions = transactions;
    this.clock = clock;
  }

  @AfterEach
  void theProgramsOwnModelsOnly() {
    deployer.deployments().stream()
        .filter(deployment -> !deployment.getSource().equals(deployer.fingerprint()))
        .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    repository.createDecisionDefinitionQuery().decisionDefinitionKey("lunch-price").list().stream()
        .map(DecisionDefinition::getDeploymentId)
        .forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void startingTheSameVersionAgainDeploysNothing() {
    deployer.deploy();
    assertThat(deployer.deployments()).hasSize(1);
    assertThat(repository.createDeploymentQuery().count())
        .as("one of the models, one a table")
        .isEqualTo(1 + repository.createDecisionDefinitionQuery().count());
    assertThat(repository.createDecisionDefinitionQuery().list())
        .isNotEmpty()
        .allMatch(definition -> definition.getVersion() == 1);
    assertThat(repository.createProcessDefinitionQuery().list())
        .allMatch(definition -> definition.getVersion() == 1);
  }

  @Test
  void modelsAndTheirFormsAreDeployedTogetherUnderNamesThatDoNotDependOnHowTheProgramRuns() {
    var deployment = deployer.deployments().get(0);
    assertThat(repository.getDeploymentResourceNames(deployment.getId()))
        .contains("processes/memo-cascade.bpmn", "forms/brief-team.form", "forms/file-chosen.html")
        .allMatch(name -> name.matches("(processes|forms)/[a-z-]+\\.(bpmn|form|html)"));
    assertThat(repository.createDecisionDefinitionQuery().list())
        .allMatch(
            decision ->
                decision.getResourceName().equals("processes/" + decision.getKey() + ".dmn"));
  }

  @Test
  void aTableThatWasUploadedStaysWhenANodeStartsAgainOrAModelChanges(
      @TempDir Path first, @TempDir Path changedModel, @TempDir Path changedTable)
      throws Exception {
    var packaged = Files.readString(Path.of("src/test/resources/models/lunch-price.dmn"));
    var uploaded = packaged.replace("\"6\"", "\"7\"");
    var newer = packaged.replace("\"6\"", "\"5\"");
    withTable(first, packaged);
    withTable(changedModel, packaged);
    withTable(changedTable, newer);
    try (var oldClasses = classes(first, "Old lunch");
        var nextClasses = classes(changedModel, "New lunch");
        var lastClasses = classes(changedTable, "New lunch")) {
      deployer(oldClasses).deploy();
      assertThat(tables.xml("lunch-price")).isEqualTo(packaged);
      transactions.executeWithoutResult(
          transaction -> {
            tables.lock();
            assertThat(tables.deployUploaded("lunch-price", uploaded)).isEqualTo(2);
          });
      for (var restart : List.of(oldClasses, nextClasses, oldClasses, nextClasses)) {
        clock.moveBy(Duration.ofSeconds(1));
        deployer(restart).deploy();
        assertThat(tables.xml("lunch-price")).isEqualTo(uploaded);
      }
      deployer(lastClasses).deploy();
      deployer(lastClasses).deploy();
      assertThat(tables.xml("lunch-price")).isEqualTo(newer);
      assertThat(tables.latestVersion("lunch-price")).isEqualTo(3);
      assertThat(tables.versions("lunch-price"))
          .extracting(DeployedTable::version, DeployedTable::isPackaged)
          .containsExactly(tuple(1, true), tuple(2, false), tuple(3, true));
    }
  }

  @Test
  void nodesThatStartAtOnceDeployATableOnce(@TempDir Path classpath) throws Exception {
    withTable(classpath, Files.readString(Path.of("src/test/resources/models/lunch-price.dmn")));
    try (var classes = classes(classpath, "Lunch")) {
      var starts =
          IntStream.range(0, 4)
              .mapToObj(i -> CompletableFuture.runAsync(() -> deployer(classes).deploy()))
              .toList();
      starts.forEach(CompletableFuture::join);
    }
    assertThat(tables.latestVersion("lunch-price")).isEqualTo(1);
  }

  @Test
  void theVersionOfATableIsOneStatement(@Autowired CountedDatabase database) {
    database.startCounting();
    assertThat(tables.latestVersion("handoff-clocks")).isEqualTo(1);
    assertThat(database.count()).isEqualTo(1);
    assertThat(tables.latestVersion("unknown")).isZero();
  }

  private static void withTable(Path classpath, String xml) throws Exception {
    Files.writeString(
        Files.createDirectories(classpath.resolve("processes")).resolve("lunch-price.dmn"), xml);
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
    var file = Files.createDirectories(classpath.resolve("processes")).resolve("lunch.bpmn");
    Bpmn.writeModelToFile(file.toFile(), model);
    return new URLClassLoader(new URL[] {classpath.toUri().toURL()}, null);
  }

  private ModelDeployer deployer(ClassLoader classes) {
    return new ModelDeployer(
        repository, new PathMatchingResourcePatternResolver(classes), tables, transactions);
  }
}
