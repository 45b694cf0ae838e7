package com.customerfocus.customercase.ownership.process;

import com.customerfocus.customercase.ownership.OwnershipWorkflow;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to offers. */
@Component
class CamundaOwnershipWorkflow implements OwnershipWorkflow {

  private final Instances instances;

  CamundaOwnershipWorkflow(Instances instances) {
    this.instances = instances;
  }

  /** Few of the cases that move have one. */
  @Override
  public void withdrawn(Collection<Long> offers) {
    offers.forEach(id -> instances.correlate(HandOverOwnershipProcess.MESSAGE_WITHDRAWN, id));
  }
}
