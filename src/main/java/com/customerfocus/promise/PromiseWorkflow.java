package com.customerfocus.promise;

import java.time.Instant;
import java.util.List;

/** What the promise ledger tells its process. Every call belongs to the caller's transaction. */
public interface PromiseWorkflow {

  /**
   * A promise as its process watches it.
   *
   * @param inCharge employee id of the one who answers for it
   * @param askAt when to ask them; not before it is due once they said that it is on track
   */
  record Watch(long id, String what, String inCharge, Instant due, Instant askAt) {}

  /** Promises were made. */
  void made(List<Watch> promises);

  /** Somebody put on record elsewhere that the promise is kept. */
  void kept(long promiseId);

  /** Somebody put on record elsewhere that the promise is no longer needed. */
  void withdrawn(long promiseId);
}
