package com.customerfocus.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Converts instants in parameters of the API, from year 1 to 9999: databases store no others. */
@Configuration(proxyBeanMethods = false)
class InstantParameters implements WebMvcConfigurer {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, new InYearsThatAreStored());
  }

  /** A class, because Spring cannot read the types of a lambda. */
  private static class InYearsThatAreStored implements Converter<String, Instant> {

    /**
     * @throws IllegalArgumentException when it is no instant that can be stored
     */
    @Override
    public Instant convert(String text) {
      if (text.isEmpty()) {
        return null;
      }
      try {
        var moment = Instant.parse(text);
        if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
          throw new IllegalArgumentException("Out of range: " + moment);
        }
        return moment;
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("No moment", e);
      }
    }
  }
}
