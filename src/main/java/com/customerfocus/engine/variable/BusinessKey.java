package com.customerfocus.engine.variable;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The id of an instance's subject. Only the program sets it, so that steps never use an id that a
 * person has sent.
 */
public final class BusinessKey {

  private BusinessKey() {}

  /** Fails, naming the activity, when the instance has none yet. */
  public static long of(DelegateExecution execution) {
    return find(execution)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "No business key at %s of %s"
                        .formatted(
                            execution.getCurrentActivityId(), execution.getProcessDefinitionId())));
  }

  /** Empty until the program has recorded the subject. */
  public static Optional<Long> find(DelegateExecution execution) {
    return Optional.ofNullable(execution.getProcessBusinessKey()).map(Long::valueOf);
  }

  public static void set(DelegateExecution execution, long id) {
    execution.setProcessBusinessKey(String.valueOf(id));
  }
}
