package com.customerfocus.engine.deployment;

import com.customerfocus.engine.decision.DecisionTables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys models and forms together before the program takes requests. Resource names are the same
 * from an exploded run and from the jar, so that a restart of the same version, or a second node,
 * deploys nothing. The source of each deployment is its fingerprint. Decision tables are deployed
 * apart, see {@link DecisionTables#deployPackaged}: people replace them while the program runs.
 *
 * <p>The node that starts last decides which models new instances use: an older program that is put
 * back deploys its own again.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

  private static final String DEPLOYMENT = "customer-focus";

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;
  private final DecisionTables tables;
  private final TransactionOperations transactions;

  ModelDeployer(
      RepositoryService repository,
      ResourcePatternResolver resources,
      DecisionTables tables,
      TransactionOperations transactions) {
    this.repository = repository;
    this.resources = resources;
    this.tables = tables;
    this.transactions = transactions;
  }

  @Override
  public void afterSingletonsInstantiated() {
    deploy();
  }

  void deploy() {
    var models = models();
    var fingerprint = fingerprint(models);
    transactions.executeWithoutResult(
        transaction -> {
          tables.lock();
          if (!fingerprint.equals(latestFingerprint())) {
            var deployment = repository.createDeployment().name(DEPLOYMENT).source(fingerprint);
            models.forEach(
                (name, content) ->
                    deployment.addInputStream(name, new ByteArrayInputStream(content)));
            deployment.deploy();
          }
          resources("processes/*.dmn").forEach(tables::deployPackaged);
        });
  }

  /** All deployments of the program's versions, oldest first. */
  List<Deployment> deployments() {
    return repository
        .createDeploymentQuery()
        .deploymentName(DEPLOYMENT)
        .orderByDeploymentTime()
        .asc()
        .list();
  }

  /** The fingerprint of this program's models and forms. */
  String fingerprint() {
    return fingerprint(models());
  }

  private String latestFingerprint() {
    var deployments = deployments();
    return deployments.isEmpty() ? null : deployments.get(deployments.size() - 1).getSource();
  }

  private SortedMap<String, byte[]> models() {
    return resources("processes/*.bpmn", "forms/*.form", "forms/*.html");
  }

  private SortedMap<String, byte[]> resources(String... folders) {
    var found = new TreeMap<String, byte[]>();
    try {
      for (var folder : folders) {
        for (var resource : resources.getResources("classpath*:" + folder)) {
          // As with classes, the first on the class path counts.
          found.putIfAbsent(stableName(folder, resource), resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A model, table or form cannot be read", e);
    }
    return found;
  }

  private static String stableName(String folder, Resource resource) {
    return folder.substring(0, folder.indexOf('/') + 1) + resource.getFilename();
  }

  private static String fingerprint(SortedMap<String, byte[]> models) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      models.forEach(
          (name, content) -> {
            digest.update(
                "%s %d\n".formatted(name, content.length).getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
