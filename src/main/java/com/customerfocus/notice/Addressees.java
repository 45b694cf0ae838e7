package com.customerfocus.notice;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * To whom notices go at the moment of sending.
 *
 * @param notices those that are written, each with its recipient as of now
 * @param refused why others are not sent, by notice id; kept with the notice, so without names
 */
public record Addressees(Collection<Notice> notices, Map<Long, String> refused) {

  /** All of them, to their recipients as known when they were recorded. */
  static Addressees asRecorded(Collection<Notice> notices) {
    return new Addressees(List.copyOf(notices), Map.of());
  }
}
