package com.customerfocus.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the engine is told beyond its properties. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

  private final ObjectProvider<ReferenceSource> references;
  private final ObjectProvider<StandIns> standIns;

  EngineSettings(ObjectProvider<ReferenceSource> references, ObjectProvider<StandIns> standIns) {
    this.references = references;
    this.standIns = standIns;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setCustomPreCommandInterceptorsTxRequired(List.of(new CommandsTryAgain()));
    engine.setResourceAuthorizationProvider(new TaskRights());
    engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new TaskRouter(standIns))));
    engine.setCustomPreVariableSerializers(List.of(new ReferenceSerializer(references)));
  }
}
