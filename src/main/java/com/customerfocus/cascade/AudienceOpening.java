package com.customerfocus.cascade;

/**
 * What is opened for each person of the audience when a cascade begins. Implemented by the room
 * that owns the receipts, so that only that room writes them.
 */
public interface AudienceOpening {

  /**
   * Opens a receipt for each person of the audience, in one statement.
   *
   * @param audience SQL of a common table expression {@code audience (person_id, briefed_by,
   *     level)} with the parameters {@code launcher} and {@code head}; a statement may name it once
   * @param launcher employee id
   * @param head employee id of the head of the department the memo is meant for, or null
   */
  void open(long cascadeId, String audience, String launcher, String head);
}
