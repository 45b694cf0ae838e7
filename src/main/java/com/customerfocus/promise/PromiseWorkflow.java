package com.customerfocus.promise;

import java.time.Instant;
import java.util.List;

/**
 * Business events of the promise ledger for its process. Every call joins the caller's transaction.
 */
public interface PromiseWorkflow {

  /**
   * A promise as its process watches it.
   *
   * @param inCharge employee id of the person responsible for it
   * @param askAt when to ask them; not before the due date once they said that it is on track
   */
  record Watch(long id, String what, String inCharge, Instant due, Instant askAt) {}

  /** Promises were made. */
  void made(List<Watch> promises);

  /** The date has passed of a promise that no process watches: it is broken and reviewed now. */
  void broken(Promise promise);

  /** The promise was kept, by a record outside its process. */
  void kept(long promiseId);

  /** The promise was withdrawn, by a record outside its process. */
  void withdrawn(long promiseId);
}
