package com.customerfocus.customercase.ownership;

import com.customerfocus.access.Actor;
import java.util.Collection;

/** Business events of offers for their process. Every call joins the caller's transaction. */
public interface OwnershipWorkflow {

  /**
   * An offer of another program.
   *
   * @return its number
   */
  long offer(OfferEntry entry, Actor by);

  /** These offers need no answer any more. */
  void noLongerNeeded(Collection<Long> offers);
}
