package com.customerfocus.customercase.ownership.process;

import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.KEY;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFER;
import static com.customerfocus.customercase.ownership.process.HandOverOwnershipProcess.OFFERED_BY;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.ownership.OfferEntry;
import com.customerfocus.customercase.ownership.OwnershipWorkflow;
import com.customerfocus.engine.Instances;
import java.util.Collection;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to offers. */
@Component
class CamundaOwnershipWorkflow implements OwnershipWorkflow {

  private final Instances instances;

  CamundaOwnershipWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public long offer(OfferEntry entry, Actor by) {
    var variables = new HashMap<String, Object>();
    OFFER.put(variables, entry);
    OFFERED_BY.put(variables, by);
    return instances.startNew(KEY, variables);
  }

  /** Few of the cases that move have one. */
  @Override
  public void noLongerNeeded(Collection<Long> offers) {
    offers.forEach(id -> instances.correlate(HandOverOwnershipProcess.MESSAGE_WITHDRAWN, id));
  }
}
