package com.customerfocus.cascade;

/** What a cascade tells its process. Every call belongs to the caller's transaction. */
public interface CascadeWorkflow {

  /** No receipt of the audience is pending any more. */
  void audienceReached(long cascadeId);
}
