package com.customerfocus.promise;

/**
 * What a promise was made in.
 *
 * @param kind such as {@code cascade}; {@code promise} for one made again after it was broken
 * @param id its number
 */
public record PromiseSource(String kind, long id) {

  /** A promise made again after it was broken. */
  static final String PROMISE = "promise";
}
