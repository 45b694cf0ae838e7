package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.MailIntake.Origin;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.incoming.message.MailParser;
import com.customerfocus.incoming.message.ReceivedMail;
import com.customerfocus.testing.LogLines;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Mails that are made, by mistake or on purpose, so that a program stumbles: each is on record and
 * moved, and the mails before and behind it are handled.
 */
class PoisonMailsTests extends IncomingTestBase {

  private static final String TEXT = "Content-Type: text/plain; charset=utf-8\n\n";

  PoisonMailsTests(@Autowired ApplicationContext program) {
    super(program);
  }

  static Stream<Arguments> poison() {
    return Stream.of(
        Arguments.of("a long line of addresses", TEXT + "<a@".repeat(250_000)),
        Arguments.of("a long line that nearly says who wrote", TEXT + "On 1 <a@b> ".repeat(60_000)),
        Arguments.of("a header of a million letters", "Cc: " + "a".repeat(900_000) + "\n\nHello"),
        Arguments.of(
            "a subject of a million letters", "Subject: " + "a ".repeat(400_000) + "\n\n."),
        Arguments.of("many headers", "To: a@b.example\n".repeat(40_000) + "\nHello"),
        Arguments.of("parts in parts", nested(500)),
        Arguments.of("mails in mails", "Content-Type: message/rfc822\n\n".repeat(200)),
        Arguments.of(
            "quotes in quotes", "Content-Type: text/html\n\n" + "<blockquote>a".repeat(50_000)),
        Arguments.of("tags in tags", "Content-Type: text/html\n\n" + "<b>".repeat(200_000)),
        Arguments.of(
            "no end of a comment in a header", "From: " + "(".repeat(10_000) + "\n\nHello"),
        Arguments.of(
            "no end of a quote in a type", "Content-Type: text/plain; a=\"" + "\\".repeat(90_000)),
        Arguments.of("zero bytes", "From: a\0@b\0.example\nSubject: a\0b\n" + TEXT + "a\0b"),
        Arguments.of(
            "a name that never ends", "From: =?utf-8?q?" + "=00".repeat(90_000) + "?=\n\nHello"),
        Arguments.of(
            "parameters without end",
            "Content-Type: text/plain" + ";a*1*=b".repeat(60_000) + "\n\nHello"),
        Arguments.of(
            "a report without end", report("Action: failed\nStatus: \0\n\n".repeat(30_000))),
        Arguments.of("a report of nonsense", report("\0".repeat(1_000))),
        Arguments.of("headers only", "Subject: Nothing"),
        Arguments.of("nothing", " "));
  }

  private static String nested(int depth) {
    var mail = new StringBuilder();
    for (var at = 0; at < depth; at++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(at, at));
    }
    return mail.append("\nHello").toString();
  }

  private static String report(String status) {
    return "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        + "--b\nContent-Type: message/delivery-status\n\n"
        + status
        + "\n--b--\n";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("poison")
  @Timeout(30)
  void thePoisonIsOnRecordAndTheRestGoesOn(String name, String poison) {
    deliver("Subject: before\nMessage-ID: <before@c.example>\n\nHello");
    deliver(poison.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    deliver("Subject: behind\nMessage-ID: <behind@c.example>\n\nHello");

    assertThat(readAndHandle()).isEqualTo(3);

    assertThat(read).extracting(IncomingMail::subject).contains("before", "behind");
    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Handled")).isEqualTo(3);
  }

  /** Larger than the test's mail server can take. */
  @ParameterizedTest
  @ValueSource(strings = {"From: (", "To: <a@", "Content-Type: message/rfc822\n\n", "Subject: =?"})
  @Timeout(30)
  void evenAMillionOfThemTakeNoTime(String poison) throws Exception {
    var mail = poison + poison.substring(poison.indexOf(' ')).repeat(900_000 / poison.length());

    assertThat(
            MailParser.read(
                new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                        (mail + "\n\nHello").getBytes(StandardCharsets.US_ASCII)))))
        .isNotNull();
  }

  @Test
  void whatNoColumnHoldsWaitsForAPersonWithItsSource() {
    var mail =
        new ReceivedMail(
            MailKind.HUMAN,
            false,
            "ana@customer.example",
            "Ana ".repeat(100),
            "Router",
            "It is broken.",
            "<broken@customer.example>",
            List.of(),
            List.of(),
            List.of(),
            null,
            true);
    reader = it -> it.from() != null && read.add(it);

    try (var log = new LogLines()) {
      assertThat(intake.receive(mail, Origin.NONE)).isTrue();
      assertThat(log.all())
          .anyMatch(line -> line.contains("could not be put on record"))
          .noneMatch(line -> line.contains("Ana") || line.contains("It is broken"));
    }
    handleAll();

    assertThat(only("state")).isEqualTo("WAITING");
    assertThat(only("message_id")).isEqualTo("<broken@customer.example>");
    assertThat(only("text")).contains("From: ana@customer.example", "It is broken.");
  }

  @Test
  void theSourceOfAMailThatCannotBeReadIsOnRecord() {
    var source = "Message-ID: <x@c.example>\r\nSubject: Sí\r\n\r\nNo \0 parser\r\n";

    var mail = ReceivedMail.unreadable(source.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(mail.readable()).isFalse();
    assertThat(mail.kind()).isEqualTo(MailKind.HUMAN);
    assertThat(mail.messageId()).isEqualTo("<x@c.example>");
    assertThat(mail.text()).isEqualTo("Message-ID: <x@c.example>\nSubject: S\n\nNo  parser\n");
  }

  @Test
  void theLogOfAMailThatCannotBeHandledDoesNotQuoteIt() {
    deliver("From: ana@customer.example\nSubject: Secret\n\nThe secret words.");
    reader =
        mail -> {
          throw new IllegalStateException(
              "Cannot take " + mail.text(), new IllegalArgumentException(mail.from()));
        };

    try (var log = new LogLines()) {
      readAndHandle();
      assertThat(log.all())
          .anyMatch(line -> line.contains("could not be handled"))
          .anyMatch(line -> line.contains("IllegalArgumentException"))
          .anyMatch(line -> line.contains("PoisonMailsTests"))
          .noneMatch(line -> line.contains("secret words") || line.contains("ana@customer"));
    }
  }
}
