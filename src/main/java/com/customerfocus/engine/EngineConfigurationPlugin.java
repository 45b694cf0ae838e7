package com.customerfocus.engine;

import com.customerfocus.access.audit.AuditTrail;
import com.customerfocus.engine.audit.AuditedOperations;
import com.customerfocus.engine.audit.UnloggedCommands;
import com.customerfocus.engine.authorization.GrantOnlyAuthorizationManager;
import com.customerfocus.engine.request.HttpRefusals;
import com.customerfocus.engine.retry.CommandRetryInterceptor;
import com.customerfocus.engine.retry.ConnectionFailureInterceptor;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.engine.task.SubstituteResolver;
import com.customerfocus.engine.task.TaskAuthorizations;
import com.customerfocus.engine.task.TaskHandover;
import com.customerfocus.engine.task.TaskOverseer;
import com.customerfocus.engine.task.TaskRouter;
import com.customerfocus.engine.task.TaskSubject;
import com.customerfocus.engine.variable.ReferenceSerializer;
import com.customerfocus.engine.variable.ReferenceSources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.joda.time.DateTimeUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Settings of the engine that have no configuration property. */
@Component
public class EngineConfigurationPlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<ReferenceSources> references;
  private final ObjectProvider<SubstituteResolver> standIns;
  private final ObjectProvider<AuditTrail> audit;
  private final ObjectProvider<IdentityService> identity;
  private final ObjectProvider<EndedTasks> endedTasks;
  private final Clock clock;

  public EngineConfigurationPlugin(
      ObjectProvider<ReferenceSources> references,
      ObjectProvider<SubstituteResolver> standIns,
      ObjectProvider<AuditTrail> audit,
      ObjectProvider<IdentityService> identity,
      ObjectProvider<EndedTasks> endedTasks,
      Clock clock) {
    this.references = references;
    this.standIns = standIns;
    this.audit = audit;
    this.identity = identity;
    this.endedTasks = endedTasks;
    this.clock = clock;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    // Due dates of timers and leases of jobs are written by the program's clock.
    DateTimeUtils.setCurrentMillisProvider(clock::millis);
    ExecuteJobHelper.LOGGING_HANDLER = new JobFailureLog();
    // The web interface instantiates classes named in requests before it checks authorizations:
    // allow none.
    engine.setDeserializationTypeValidationEnabled(true);
    engine.setCustomPreCommandInterceptorsTxRequired(
        List.of(
            new ConnectionFailureInterceptor(),
            new HttpRefusals(),
            new CommandRetryInterceptor(() -> endedTasks.stream())));
    engine.setCustomPostCommandInterceptorsTxRequired(List.of(new UnloggedCommands()));
    engine.setCustomSessionFactories(
        List.of(new GrantOnlyAuthorizationManager.Factory(), new AuditedOperations.Factory(audit)));
    engine.setResourceAuthorizationProvider(new TaskAuthorizations());
    engine.setCustomPostBPMNParseListeners(
        new ArrayList<>(
            List.of(
                new TaskSubject(),
                new TaskOverseer(),
                new TaskRouter(standIns),
                new TaskHandover())));
    engine.setCustomPreVariableSerializers(List.of(new ReferenceSerializer(references, identity)));
  }
}
