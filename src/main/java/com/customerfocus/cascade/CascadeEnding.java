package com.customerfocus.cascade;

/**
 * What a room ends when a cascade was closed or withdrawn. A bean of each room that keeps something
 * open for a cascade; called in the order of their {@code @Order}, receipts before briefings, as
 * locks are taken everywhere.
 */
public interface CascadeEnding {

  /**
   * Ends what is open, at most as much as fits into one short transaction.
   *
   * @return whether anything is left to end
   */
  boolean endSome(long cascadeId);
}
