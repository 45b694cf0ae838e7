package com.customerfocus.support;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as a refusal says them, in the language of the request at hand. */
public final class ReaderTime {

  private ReaderTime() {}

  /**
   * Day, time and zone.
   *
   * @param zone of the clock that the reader goes by
   */
  public static String of(Instant moment, ZoneId zone) {
    var pattern = new Sentence("form.time").forReader();
    return DateTimeFormatter.ofPattern(pattern, ReaderLanguage.current())
        .format(moment.atZone(zone));
  }
}
