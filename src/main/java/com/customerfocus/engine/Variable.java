package com.customerfocus.engine;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable: its name in models and forms and its Java type.
 *
 * @param <T> the type the engine hands out for it
 */
public record Variable<T>(String name, Class<T> type) {

  /** The value in this execution. Fails, naming variable and activity, when there is none. */
  public T from(DelegateExecution execution) {
    return find(execution)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Variable %s is missing at %s of %s"
                        .formatted(
                            name,
                            execution.getCurrentActivityId(),
                            execution.getProcessDefinitionId())));
  }

  public Optional<T> find(VariableScope scope) {
    return Optional.ofNullable(scope.getVariable(name)).map(type::cast);
  }

  public void set(VariableScope scope, T value) {
    scope.setVariable(name, value);
  }
}
