package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUESTER_ID;

import com.customerfocus.engine.CurrentActor;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who asks: the person whom the starting program names, else the one who is logged in. */
final class Requester {

  private Requester() {}

  /** Employee id. Forms do not declare the variable, so no person can name another one. */
  static String of(DelegateExecution execution) {
    return REQUESTER_ID.find(execution).orElseGet(() -> CurrentActor.of(execution).id());
  }
}
