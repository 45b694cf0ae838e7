package com.customerfocus.cascade.receipt;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs that a program, such as a scanner of links in mails, pressed the button of a personal page.
 * They are a hint for people, and no proof: the acknowledgement counts.
 */
record ScannerSigns(Set<Sign> signs) {

  /** Of a press by a reader, and of answers given elsewhere. */
  static final ScannerSigns NONE = new ScannerSigns(Set.of());

  /** One sign; the lower-case words are stored. */
  enum Sign {
    /** The press came from another site than the page. */
    CROSS_SITE,
    /** The browser that the request names sends headers that are missing. */
    NO_BROWSER,
    /** The request names a program that is no browser, or none. */
    PROGRAM,
    /** The page with the button was not opened before. */
    NO_PAGE,
    /** The button was pressed as soon as the page was made. */
    AT_ONCE;

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Seconds within which no reader finds the button. */
  private static final int SECONDS_TO_FIND_IT = 1;

  /**
   * Browsers since Chromium 80 and Firefox 90 say where a request comes from, over HTTPS. Safari,
   * which began later, is not asked for it.
   */
  private static final Pattern SAYS_WHERE_FROM =
      Pattern.compile("(?:Chrome/(?:[89]\\d|\\d{3})|Firefox/(?:9\\d|\\d{3}))");

  private static final Pattern BROWSER = Pattern.compile("(?i)(?:mozilla|opera)/.*");

  /** Cubot is a telephone. */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?i)(?<!cu)bot\\b|crawl|spider|scanner|preview|headless|python|curl/|wget|java/|java-http"
              + "|go-http|okhttp|httpclient|libwww|phantomjs|proofpoint|mimecast|barracuda"
              + "|safelinks");

  static ScannerSigns of(ButtonPress press, Instant now) {
    var signs = EnumSet.noneOf(Sign.class);
    var agent = press.userAgent() == null ? "" : press.userAgent();
    if (press.fetchSite() != null && !press.fetchSite().equals("same-origin")) {
      signs.add(Sign.CROSS_SITE);
    }
    if (!BROWSER.matcher(agent).matches() || PROGRAM.matcher(agent).find()) {
      signs.add(Sign.PROGRAM);
    } else if (press.encrypted()
        && press.fetchSite() == null
        && SAYS_WHERE_FROM.matcher(agent).find()) {
      signs.add(Sign.NO_BROWSER);
    }
    if (press.pageShownAt() == null) {
      signs.add(Sign.NO_PAGE);
    } else if (now.isBefore(press.pageShownAt().plusSeconds(SECONDS_TO_FIND_IT))) {
      signs.add(Sign.AT_ONCE);
    }
    return new ScannerSigns(signs);
  }

  /** The signs as they are stored, such as {@code cross-site no-page}; null when there is none. */
  String stored() {
    return signs.isEmpty()
        ? null
        : signs.stream().sorted().map(Sign::word).collect(Collectors.joining(" "));
  }
}
