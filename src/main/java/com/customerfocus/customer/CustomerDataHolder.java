package com.customerfocus.customer;

/**
 * A room that keeps data of customers; a bean. A customer may ask for all that we have, and for its
 * removal; each room brings its part, so that none is forgotten when a room is added.
 */
public interface CustomerDataHolder {

  /**
   * The customer whose data are meant.
   *
   * @param id of table {@code customer}
   * @param reference in the company's own systems
   */
  record Subject(long id, String reference) {}

  /** Name of this part of the export, such as {@code mails}. */
  String part();

  /** All that the room keeps of this customer; records and lists that can be written as JSON. */
  Object export(Subject customer);

  /**
   * Locks rows that other transactions lock before the customer's own, such as those of mails whose
   * result is recorded; called before the customer's row is locked for a removal.
   */
  default void lock(Subject customer) {}

  /**
   * Removes it, in the caller's transaction: afterwards the room has no name, address, text or
   * number by which the customer can be found. What only counts, such as figures of past months,
   * stays. Removing twice changes nothing more.
   */
  void remove(Subject customer);
}
