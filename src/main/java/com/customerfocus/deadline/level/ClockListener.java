package com.customerfocus.deadline.level;

/** A capability that has clocks; a bean. */
public interface ClockListener {

  /** Kind of the subjects of its clocks, see {@link ClockSubject}. */
  String subjectKind();

  /**
   * A clock is late, in the transaction in which that is put on record. Told once for each breach.
   *
   * @param clock its breaches are 1 at the due moment, 2 when as much time again has passed
   */
  void breached(ServiceClock clock);
}
