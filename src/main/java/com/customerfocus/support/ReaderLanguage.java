package com.customerfocus.support;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/**
 * The language of the person who sent the request at hand: English or Spanish, by Accept-Language;
 * English where the header is missing or names other languages only, and outside of a request.
 */
public final class ReaderLanguage {

  private static final AcceptHeaderLocaleResolver LANGUAGES = new AcceptHeaderLocaleResolver();

  static {
    LANGUAGES.setSupportedLocales(List.of(Locale.ENGLISH, Locale.forLanguageTag("es")));
    LANGUAGES.setDefaultLocale(Locale.ENGLISH);
  }

  private ReaderLanguage() {}

  /** Of the person who sent this request. */
  public static Locale of(HttpServletRequest request) {
    return LANGUAGES.resolveLocale(request);
  }

  /** Of the person who sent the request at hand. */
  public static Locale current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? of(current.getRequest())
        : Locale.ENGLISH;
  }
}
