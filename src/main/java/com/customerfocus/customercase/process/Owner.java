package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.OWNER_ID;

import com.customerfocus.engine.CurrentActor;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who stays with the customer: whom the starting program names, else who is logged in. */
final class Owner {

  private Owner() {}

  /** Employee id. Forms do not declare the variable, so no person can name another one. */
  static String of(DelegateExecution execution) {
    return OWNER_ID.find(execution).orElseGet(() -> CurrentActor.of(execution).id());
  }
}
