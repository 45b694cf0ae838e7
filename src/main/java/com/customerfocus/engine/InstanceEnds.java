package com.customerfocus.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Calls {@link InstanceEndListener}s. A listener in the model would not do: Cockpit skips those
 * when it ends an instance, unless an administrator asks for them.
 */
@Component
class InstanceEnds extends AbstractBpmnParseListener implements ProcessEnginePlugin {

  private final ObjectProvider<InstanceEndListener> listeners;

  InstanceEnds(ObjectProvider<InstanceEndListener> listeners) {
    this.listeners = listeners;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    var before = engine.getCustomPreBPMNParseListeners();
    var all = before == null ? new ArrayList<BpmnParseListener>() : new ArrayList<>(before);
    all.add(this);
    engine.setCustomPreBPMNParseListeners(all);
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {}

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {}

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    definitions.forEach(
        it ->
            it.addBuiltInListener(
                ExecutionListener.EVENTNAME_END, (ExecutionListener) this::ended));
  }

  private void ended(DelegateExecution instance) {
    var process = instance.getProcessDefinitionId().split(":", 2)[0];
    listeners.stream()
        .filter(listener -> listener.process().equals(process))
        .forEach(listener -> listener.ended(instance));
  }
}
