package com.customerfocus.cascade.process;

import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.engine.Instances;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a cascade. */
@Component
class CamundaCascadeWorkflow implements CascadeWorkflow {

  private final Instances instances;

  CamundaCascadeWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void audienceReached(long cascadeId) {
    instances.correlate(MemoCascadeProcess.MESSAGE_AUDIENCE_REACHED, cascadeId);
  }
}
