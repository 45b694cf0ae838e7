package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.link.ProgramAddress;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMessagesTests {

  private static final String SENDER = "Customer focus <no-reply@example.com>";

  @ParameterizedTest
  @ValueSource(strings = {"", "nobody at example.com", "a@example.com, b@example.com"})
  void theProgramDoesNotStartWithASenderThatCannotBeOne(String from) {
    assertThatThrownBy(() -> mails(from, "https://focus.example.com"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customer-focus.notices.from");
  }

  @Test
  void theProgramDoesNotStartWithoutAHostForItsMessageIds() {
    assertThatThrownBy(() -> mails(SENDER, "localhost:8080"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("customer-focus.base-url");
  }

  private static MimeMessages mails(String from, String baseUrl) {
    var settings =
        new NoticeProperties(
            from, true, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1));
    return new MimeMessages(settings, new ProgramAddress(baseUrl), Clock.systemUTC());
  }
}
