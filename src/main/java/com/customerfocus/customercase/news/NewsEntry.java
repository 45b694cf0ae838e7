package com.customerfocus.customercase.news;

/**
 * News for a customer, as the owner enters it.
 *
 * @param words for the customer to read, or what was said in a call
 * @param nextNews ISO 8601 day or local time at which the customer hears from us next, on the
 *     owner's clock; null for the usual time
 * @param calledAt the same of a call that was; null for now
 * @param corrects number of the wrong news that it corrects, or null
 */
public record NewsEntry(String words, String nextNews, String calledAt, Long corrects) {

  /** News without more. */
  public static NewsEntry of(String words, String nextNews) {
    return new NewsEntry(words, nextNews, null, null);
  }
}
