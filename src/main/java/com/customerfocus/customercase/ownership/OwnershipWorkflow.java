package com.customerfocus.customercase.ownership;

import java.util.Collection;

/** Business events of offers for their process. Every call joins the caller's transaction. */
public interface OwnershipWorkflow {

  /** These offers need no answer any more. */
  void withdrawn(Collection<Long> offers);
}
