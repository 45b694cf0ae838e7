package com.customerfocus.engine;

import com.customerfocus.access.AuditTrail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.joda.time.DateTimeUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the engine is told beyond its properties. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

  private final ObjectProvider<ReferenceSource> references;
  private final ObjectProvider<StandIns> standIns;
  private final ObjectProvider<AuditTrail> audit;
  private final Clock clock;

  EngineSettings(
      ObjectProvider<ReferenceSource> references,
      ObjectProvider<StandIns> standIns,
      ObjectProvider<AuditTrail> audit,
      Clock clock) {
    this.references = references;
    this.standIns = standIns;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    // Whatever the engine writes down, leases of jobs and due dates of timers, is in our time.
    DateTimeUtils.setCurrentMillisProvider(clock::millis);
    // The web interface builds whatever class a request names before it asks for rights; now none.
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setCustomPreCommandInterceptorsTxRequired(
        List.of(new NoConnection(), new HttpRefusals(), new CommandsTryAgain()));
    engine.setCustomPostCommandInterceptorsTxRequired(List.of(new UnloggedCommands()));
    engine.setCustomSessionFactories(
        List.of(new GrantOnlyAuthorizationManager.Factory(), new AuditedOperations.Factory(audit)));
    engine.setResourceAuthorizationProvider(new TaskRights());
    engine.setCustomPostBPMNParseListeners(
        new ArrayList<>(List.of(new TaskRouter(standIns), new TaskHandover())));
    engine.setCustomPreVariableSerializers(List.of(new ReferenceSerializer(references)));
  }
}
