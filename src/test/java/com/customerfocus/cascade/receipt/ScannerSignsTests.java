package com.customerfocus.cascade.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannerSignsTests {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant A_MINUTE_AGO = NOW.minusSeconds(60);
  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
  private static final String SAFARI_15 =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 15_8 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/15.6 Mobile/15E148 Safari/604.1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHROME,
        SAFARI_15,
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X18 Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Trident/7.0; rv:11.0) like Gecko",
        "Opera/9.80 (Android; Opera Mini/36.2) Presto/2.12.423 Version/12.16"
      })
  void aReaderAtAPageLeavesNone(String browser) {
    assertThat(signs(browser, "same-origin", true, A_MINUTE_AGO)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", "anything"})
  void aPressFromAnotherSiteIsOne(String site) {
    assertThat(signs(CHROME, site, true, A_MINUTE_AGO)).isEqualTo("cross-site");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "curl/8.5.0",
        "Wget/1.21",
        "python-requests/2.32.3",
        "Java-http-client/17.0.9",
        "Go-http-client/2.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/534+ (KHTML, like Gecko) BingPreview/1.0b",
        "Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
        "Mozilla/5.0 (compatible; BarracudaCentral)",
        "Mozilla/5.0 (compatible; Mimecast URL Protect)",
        "Mozilla/5.0 link-scanner",
        "x y z"
      })
  void aProgramByNameIsOne(String name) {
    assertThat(signs(name, "same-origin", true, A_MINUTE_AGO)).isEqualTo("program");
  }

  @ParameterizedTest(name = "{0}, encrypted {1}: {2}")
  @CsvSource(
      nullValues = "none",
      value = {
        // Over HTTP no browser says where it comes from.
        "Mozilla/5.0 Chrome/142.0.0.0 Safari/537.36, true, no-browser",
        "Mozilla/5.0 Chrome/142.0.0.0 Safari/537.36, false, none",
        "Mozilla/5.0 Chrome/80.0 Safari/537.36, true, no-browser",
        "Mozilla/5.0 Chrome/79.0 Safari/537.36, true, none",
        "Mozilla/5.0 Gecko/20100101 Firefox/90.0, true, no-browser",
        "Mozilla/5.0 Gecko/20100101 Firefox/89.0, true, none",
        "Mozilla/5.0 Version/15.6 Mobile/15E148 Safari/604.1, true, none"
      })
  void aBrowserThatDoesNotDoAsItsKindIsOne(String name, boolean encrypted, String sign) {
    assertThat(signs(name, null, encrypted, A_MINUTE_AGO)).isEqualTo(sign);
  }

  @Test
  void aPressWithoutAPageIsOne() {
    assertThat(signs(CHROME, "same-origin", true, null)).isEqualTo("no-page");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {"0, at-once", "999, at-once", "1000, none", "-5000, at-once", "86400000, none"})
  void aPressAsSoonAsThePageIsMadeIsOne(long millis, String sign) {
    assertThat(signs(CHROME, "same-origin", true, NOW.minus(Duration.ofMillis(millis))))
        .isEqualTo(sign);
  }

  @Test
  void severalAreToldInOneOrderAndFitTheColumn() {
    assertThat(signs("curl/8", "cross-site", true, null)).isEqualTo("cross-site program no-page");
    assertThat(ScannerSigns.Sign.values())
        .extracting(sign -> sign.name().length() + 1)
        .satisfies(
            lengths ->
                assertThat(lengths.stream().mapToInt(Integer::intValue).sum()).isLessThan(100));
  }

  private static String signs(
      String userAgent, String fetchSite, boolean encrypted, Instant pageShownAt) {
    return ScannerSigns.of(new ButtonPress(userAgent, fetchSite, encrypted, pageShownAt), NOW)
        .stored();
  }
}
