package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClaimedNoticeTests {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private final ClaimedNotice due =
      new ClaimedNotice(
          new Notice(
              1,
              "greeting",
              1,
              0,
              new Recipient("1", "Ana", "ana@example.com", "en", ZoneOffset.UTC)),
          0);

  @Test
  void aServersReplyIsShortenedToOneLine() {
    assertThat(due.tried(NOW, "550 no\r\n such\tuser\0\n").error()).isEqualTo("550 no such user");
    assertThat(due.tried(NOW, "x".repeat(5000)).error()).hasSize(1000);
  }

  @Test
  void aCharacterOfTwoUnitsIsNotCutInHalf() {
    assertThat(due.tried(NOW, "x".repeat(999) + "\uD83C\uDF89").error()).isEqualTo("x".repeat(999));
  }
}
