package com.customerfocus.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
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
import org.springframework.test.util.ReflectionTestUtils;

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

    private static final String LISTENER = "executionListener";

    @Bean
    ModelCoverage modelCoverage() {
      return new ModelCoverage();
    }

    @Bean
    AbstractProcessEnginePlugin measureCoverage(ModelCoverage coverage, CountedDatabase database) {
      return new AbstractProcessEnginePlugin() {
        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
          var listener = new ElementCoverageParseListener();
          listener.setCoverageState(coverage);
          uncounted(listener, database);
          engine.getCustomPostBPMNParseListeners().add(listener);
        }
      };
    }

    /** The listener asks for the right to read each definition: no execution of the program. */
    private static void uncounted(ElementCoverageParseListener coverage, CountedDatabase database) {
      var listener = (ExecutionListener) ReflectionTestUtils.getField(coverage, LISTENER);
      ReflectionTestUtils.setField(
          coverage,
          LISTENER,
          (ExecutionListener) execution -> database.ignoring(() -> notified(listener, execution)));
    }

    private static boolean notified(ExecutionListener listener, DelegateExecution execution) {
      try {
        listener.notify(execution);
        return true;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
