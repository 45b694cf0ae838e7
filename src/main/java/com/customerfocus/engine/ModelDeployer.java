package com.customerfocus.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys models and forms together before the program takes requests, under names that are the
 * same from an exploded run and from the jar, so that starting the same version again, or on a
 * second node, deploys nothing.
 */
@Component
class ModelDeployer implements SmartInitializingSingleton {

  private static final String DEPLOYMENT = "customer-focus";

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;

  ModelDeployer(RepositoryService repository, ResourcePatternResolver resources) {
    this.repository = repository;
    this.resources = resources;
  }

  @Override
  public void afterSingletonsInstantiated() {
    deploy();
  }

  void deploy() {
    try {
      var deployment =
          repository.createDeployment().name(DEPLOYMENT).enableDuplicateFiltering(false);
      for (var folder :
          new String[] {"processes/*.bpmn", "processes/*.dmn", "forms/*.form", "forms/*.html"}) {
        for (var resource : resources.getResources("classpath*:" + folder)) {
          deployment.addInputStream(stableName(folder, resource), resource.getInputStream());
        }
      }
      deployment.deploy();
    } catch (IOException e) {
      throw new UncheckedIOException("A model or form cannot be read", e);
    }
  }

  private static String stableName(String folder, Resource resource) {
    return folder.substring(0, folder.indexOf('/') + 1) + resource.getFilename();
  }
}
