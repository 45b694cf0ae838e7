package com.customerfocus.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.Collector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Records the nodes and flows of models that instances have taken. Listens wherever models are
 * parsed; compensation, which needs one more listener, is in no model.
 */
class ModelCoverage implements Collector {

  private final Set<String> taken = ConcurrentHashMap.newKeySet();

  /** Drops the recorded nodes and flows. */
  void start() {
    taken.clear();
  }

  @Override
  public void addEvent(Event event) {
    taken.add(key(event.getModelKey(), event.getDefinitionKey()));
  }

  /** Ids of the nodes and flows of this model that no instance has taken. */
  Set<String> missed(ProcessEngine engine, String model) {
    var repository = engine.getRepositoryService();
    var definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(model)
            .latestVersion()
            .singleResult();
    var bpmn = repository.getBpmnModelInstance(definition.getId());
    return Stream.of(FlowNode.class, SequenceFlow.class)
        .flatMap(type -> bpmn.getModelElementsByType(type).stream())
        .map(BaseElement::getId)
        .filter(Predicate.not(id -> taken.contains(key(model, id))))
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static String key(String model, String element) {
    return model + "#" + element;
  }

  @TestConfiguration
  static class Configuration {

    @Bean
    ModelCoverage modelCoverage() {
      return new ModelCoverage();
    }

    @Bean
    AbstractProcessEnginePlugin measureCoverage(ModelCoverage coverage) {
      return new AbstractProcessEnginePlugin() {
        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
          var listener = new ElementCoverageParseListener();
          listener.setCoverageState(coverage);
          engine.getCustomPostBPMNParseListeners().add(listener);
        }
      };
    }
  }
}
