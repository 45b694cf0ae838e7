package com.customerfocus.customercase.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.message.MailKind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which mails open a case, and with which words. */
class IntakeRulesTests {

  private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");

  private static IncomingMail mail(
      MailKind kind, boolean bulk, String from, Instant at, String subject, String text) {
    return new IncomingMail(
        1, kind, bulk, from, null, subject, text, at, null, List.of(), null, null, false);
  }

  private static String need(String subject, String text) {
    return IntakeRules.need(mail(MailKind.HUMAN, false, "a@b.example", NOW, subject, text));
  }

  @ParameterizedTest
  @CsvSource({
    "HUMAN,           false, joe@example.org, 2026-03-09T09:00:00Z, true",
    "HUMAN,           false, joe@example.org, 2026-03-02T09:00:01Z, true",
    "HUMAN,           false, joe@example.org, 2026-03-02T09:00:00Z, false",
    "HUMAN,           true,  joe@example.org, 2026-03-09T09:00:00Z, false",
    "HUMAN,           false, ,                2026-03-09T09:00:00Z, false",
    "AUTOMATIC,       false, joe@example.org, 2026-03-09T09:00:00Z, false",
    "DELIVERY_REPORT, false, joe@example.org, 2026-03-09T09:00:00Z, false"
  })
  void onlyWhatAPersonHasWrittenToUsLately(
      MailKind kind, boolean bulk, String from, Instant at, boolean opens) {
    assertThat(IntakeRules.isNew(mail(kind, bulk, from, at, "Bill", "It is wrong."), NOW))
        .isEqualTo(opens);
  }

  @Test
  void theNeedIsWhatTheMailSays() {
    assertThat(need("My bill", " It is wrong.\n\n> You wrote\n"))
        .isEqualTo("My bill\n\nIt is wrong.\n\n> You wrote");
    assertThat(need("", "It is wrong.")).isEqualTo("It is wrong.");
    assertThat(need("My bill is wrong", "")).isEqualTo("My bill is wrong");
    assertThat(need(" ", "\n")).isNull();
  }

  @Test
  void longWordsAreCutBetweenCharacters() {
    assertThat(need("", "a".repeat(4_000))).hasSize(4_000).doesNotContain("…");
    assertThat(need("", "a".repeat(4_001))).hasSize(4_000).endsWith("a…");
    assertThat(need("", "a".repeat(3_998) + "😀😀")).isEqualTo("a".repeat(3_998) + "…");
  }

  @Test
  void filesAreNamed() {
    var mail =
        new IncomingMail(
            1,
            MailKind.HUMAN,
            false,
            "a@b.example",
            null,
            "",
            "",
            NOW,
            null,
            List.of("bill.pdf", "photo.jpg"),
            null,
            null,
            false);

    assertThat(IntakeRules.need(mail)).isEqualTo("[bill.pdf, photo.jpg]");
  }
}
