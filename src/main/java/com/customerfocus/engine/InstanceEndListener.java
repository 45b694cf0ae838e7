package com.customerfocus.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Told when an instance of a process ends, as the model has it or otherwise: an administrator ends
 * it in Cockpit, also without listeners, or the process that called it ends. A bean.
 */
public interface InstanceEndListener {

  /** Key of the process. */
  String process();

  /** An instance ends, in the transaction that ends it. Its variables can still be read. */
  void ended(DelegateExecution instance);
}
