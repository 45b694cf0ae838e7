package com.customerfocus.handoff.process;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.engine.variable.Variable;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffWord;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Takes the step that a person chose in the form of a task, with its files. */
abstract class HandoffStepDelegate implements JavaDelegate {

  private final HandoffService handoffs;
  private final Variable<HandoffWord> said;
  private final Set<HandoffStep> possible;

  /**
   * @param said what the form sends
   * @param possible the steps that the form offers
   */
  HandoffStepDelegate(
      HandoffService handoffs, Variable<HandoffWord> said, Set<HandoffStep> possible) {
    this.handoffs = handoffs;
    this.said = said;
    this.possible = possible;
  }

  @Override
  public final void execute(DelegateExecution execution) {
    var course =
        handoffs.take(
            BusinessKey.of(execution),
            said.get(execution),
            possible,
            RequestFiles.in(execution),
            CurrentActor.of(execution));
    PartnerHandoffProcess.set(execution, course);
  }
}
