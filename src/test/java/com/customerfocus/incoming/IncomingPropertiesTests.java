package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.incoming.IncomingProperties.Tls;
import com.customerfocus.support.InvalidSettingException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which times mails may be kept. */
class IncomingPropertiesTests {

  @ParameterizedTest
  @CsvSource({
    "P365D, P730D, ",
    "P30D, P30D, ",
    "P30D, P29D, keep-records is shorter than customer-focus.incoming.keep-mails",
    "PT0S, P30D, keep-mails is PT0S",
    "P-1D, P30D, keep-mails is PT-24H"
  })
  void mailsGoFirstAndTheirRecordsLater(Duration mails, Duration records, String problem) {
    var some = Duration.ofSeconds(10);
    if (problem == null) {
      assertThatCode(() -> settings(some, mails, records)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> settings(some, mails, records))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageContaining(problem);
    }
  }

  private static IncomingProperties settings(Duration some, Duration mails, Duration records) {
    return new IncomingProperties(
        "",
        0,
        "",
        "",
        Tls.ALWAYS,
        "INBOX",
        "Handled",
        true,
        some,
        some,
        some,
        some,
        mails,
        records);
  }
}
