package com.customerfocus.engine.form;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** Starts a process like the engine's builder, after a check by the {@link SubmissionGuard}. */
class GuardedStart extends ProcessInstantiationBuilderImpl {

  /**
   * @param id of the process definition, or null where its key is given
   */
  GuardedStart(CommandExecutor engine, SubmissionGuard guard, String id, String key) {
    super(engine);
    processDefinitionId = id;
    processDefinitionKey = key;
    commandExecutor =
        new CommandExecutor() {
          @Override
          public <T> T execute(Command<T> start) {
            return engine.execute(guard.ofStart(GuardedStart.this, start));
          }
        };
  }
}
