package com.customerfocus.promise;

/**
 * The promiser's answer, as entered.
 *
 * @param decision one of the constants
 * @param note what has changed, what they said, or why it is no longer needed
 * @param newDue the new date agreed, ISO 8601
 */
public record PromiseAnswer(String decision, String note, String newDue) {

  static final String ON_TRACK = "onTrack";
  static final String KEPT = "kept";
  static final String RENEGOTIATED = "renegotiated";
  static final String WITHDRAWN = "withdrawn";
}
