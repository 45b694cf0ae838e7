package com.customerfocus.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The sentences of messages*.properties in one language, with the times of one zone. */
public final class Words {

  private final MessageSource messages;
  private final Locale locale;
  private final ZoneId zone;

  /**
   * @param zone of the clock that the reader goes by
   */
  public Words(MessageSource messages, Locale locale, ZoneId zone) {
    this.messages = messages;
    this.locale = locale;
    this.zone = zone;
  }

  /**
   * One message. An {@link Instant} among the values is written as {@link #time} and a {@link
   * Translated} text in this language.
   *
   * @throws org.springframework.context.NoSuchMessageException when there is no such key
   */
  public String say(String key, Object... values) {
    return messages.getMessage(key, Arrays.stream(values).map(this::readable).toArray(), locale);
  }

  private Object readable(Object value) {
    if (value instanceof Instant instant) {
      return time(instant);
    }
    return value instanceof Translated text ? text.in(locale.getLanguage()) : value;
  }

  /** Day and time, with the name of the zone. */
  public String time(Instant instant) {
    return formatted(instant, "format.time");
  }

  /** The day alone. */
  public String day(Instant instant) {
    return formatted(instant, "format.day");
  }

  private String formatted(Instant instant, String pattern) {
    return DateTimeFormatter.ofPattern(messages.getMessage(pattern, null, locale), locale)
        .format(instant.atZone(zone));
  }
}
