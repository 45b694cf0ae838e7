package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.message.ReplyText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Real-looking mails come through a real mailbox; each is what a person would say it is. */
class MailsOfAllKindsTests extends IncomingTestBase {

  /** Name; kind; how it is matched; whether it is the recipient's; bounce and status; own text. */
  private static final String TABLE =
      """
      out-of-office-exchange-en     | AUTOMATIC       | TOKEN     | yes |      |        | Hello, I am travelling this week and read my mail in the evening only./Ana
      out-of-office-vacation-es     | AUTOMATIC       | TOKEN     | yes |      |        | Gracias por su mensaje. Vuelvo el lunes 9 de marzo.
      out-of-office-de              | AUTOMATIC       | TOKEN     | yes |      |        | Ich bin bis zum 9. März nicht im Büro.
      out-of-office-empty-sender-fr | AUTOMATIC       | TOKEN     | yes |      |        | Je suis en congés cette semaine.
      out-of-office-no-headers-en   | AUTOMATIC       | TOKEN     | yes |      |        |
      out-of-office-no-headers-es   | AUTOMATIC       | TOKEN     | yes |      |        |
      out-of-office-no-headers-de   | AUTOMATIC       | TOKEN     | yes |      |        |
      out-of-office-no-headers-fr   | AUTOMATIC       | TOKEN     | yes |      |        |
      out-of-office-in-doubt        | HUMAN           | TOKEN     | yes |      |        | I am out of the office from Wednesday until Friday. Can the technician come on Tuesday instead?
      report-postfix-unknown        | DELIVERY_REPORT | TOKEN     | no  | HARD | 5.1.1  |
      report-postfix-delayed        | DELIVERY_REPORT | TOKEN     | no  |      |        |
      report-exchange-unknown       | DELIVERY_REPORT | TOKEN     | no  | HARD | 5.1.10 |
      report-gmail-full             | DELIVERY_REPORT | TOKEN     | no  | SOFT | 5.2.2  |
      report-exim-policy            | DELIVERY_REPORT | TOKEN     | no  | OURS | 5.7.1  |
      report-sendmail-expired       | DELIVERY_REPORT | TOKEN     | no  | SOFT | 4.4.7  |
      report-qmail-unknown          | DELIVERY_REPORT | TOKEN     | no  | HARD | 5.1.1  |
      report-exim-words-only        | DELIVERY_REPORT | TOKEN     | no  | SOFT | 5.0.0  |
      report-forged                 | DELIVERY_REPORT |           | no  |      |        |
      read-receipt                  | AUTOMATIC       | TOKEN     | yes |      |        |
      calendar-answer               | AUTOMATIC       | TOKEN     | yes |      |        |
      calendar-invitation           | HUMAN           | TOKEN     | yes |      |        | Thursday at ten would suit me well.
      reply-from-another-address    | HUMAN           | TOKEN     | no  |      |        | Please write to me about the router from now on, I am Ana's brother.
      reply-forged-token            | HUMAN           |           | no  |      |        | Send the router to my new address.
      report-forged-reference       | DELIVERY_REPORT |           | no  |      |        |
      read-receipt-deleted-es       | AUTOMATIC       | TOKEN     | yes |      |        |
      calendar-answer-declined-de   | AUTOMATIC       | TOKEN     | yes |      |        |
      calendar-answer-with-words    | HUMAN           | TOKEN     | yes |      |        | Can it be after eleven?
      reply-outlook-de-phone        | HUMAN           | TOKEN     | yes |      |        | Nein, es geht noch nicht. Bitte rufen Sie mich nach fünf an.
      newsletter                    | HUMAN           |           | no  |      |        | Ten routers in a test. Unsubscribe by one click.
      reply-through-a-list          | HUMAN           | TOKEN     | yes |      |        | Yes, it works again in all our offices.
      reply-gmail-es                | HUMAN           | TOKEN     | yes |      |        | Sí, el router funciona desde ayer. ¡Gracias!
      reply-gmail-en-wrapped        | HUMAN           | TOKEN     | yes |      |        | It works again, thank you.
      reply-outlook-en              | HUMAN           | TOKEN     | yes |      |        | No, it still loses the connection every evening at about eight.//Kind regards/Ana
      reply-outlook-es              | HUMAN           | TOKEN     | yes |      |        | Todavía no.
      reply-apple-en                | HUMAN           | TOKEN     | yes |      |        | Yes, all is well.
      reply-between-quotes          | HUMAN           | TOKEN     | yes |      |        | It does.//Half an hour late, but friendly.
      reply-from-a-phone            | HUMAN           | TOKEN     | yes |      |        | Ja, danke 👍 Please call me tomorrow.
      reply-by-reference            | HUMAN           | REFERENCE | yes |      |        | One more thing: the manual is missing.
      forwarded                     | HUMAN           | TOKEN     | no  |      |        | My sister asked me to answer for her: the router is at my place now.//---------- Forwarded message ---------/From: Customer focus <no-reply@focus.example>/Date: Mon, 2 Mar 2026 at 09:00/Subject: Your question about the new router/To: Ana Soler <ana@customer.example>//Hello Ana, does the router work again?
      signed-smime                  | HUMAN           | TOKEN     | yes |      |        | I confirm the visit on Thursday.
      signed-pgp                    | HUMAN           | TOKEN     | yes |      |        | I confirm the visit on Thursday./-- no earlier than ten, please
      attachments                   | HUMAN           | TOKEN     | yes |      |        | The photo shows the broken lamp, the invoice is attached.
      charset-iso-8859-15           | HUMAN           | TOKEN     | yes |      |        | Der Schaden beträgt 120 €, der Router ist kaputt.
      charset-base64                | HUMAN           | TOKEN     | yes |      |        | Mañana a las diez, perfecto.
      charset-unknown               | HUMAN           | TOKEN     | yes |      |        | Llámenme mañana, por favor.
      charset-wrong-base64          | HUMAN           | TOKEN     | yes |      |        | The lamp blinks red all the time.
      charset-raw-bytes             | HUMAN           | TOKEN     | yes |      |        | Se cayó la línea.
      encoding-unknown              | HUMAN           | TOKEN     | yes |      |        | The lamp is green now.
      html-only                     | HUMAN           | TOKEN     | yes |      |        | Good morning,//it works again./Thanks a lot!
      multipart-broken              | HUMAN           | TOKEN     | yes |      |        | --=_another/Content-Type: text/plain//The boundary is not what the header says.
      asks-for-no-automatic-answer  | HUMAN           | TOKEN     | yes |      |        | Please call me on Thursday.
      new-mail                      | HUMAN           |           | no  |      |        | I was charged twice in February.
      no-mail                       | HUMAN           |           | no  |      |        |
      """;

  MailsOfAllKindsTests(@Autowired ApplicationContext program) {
    super(program);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = TABLE)
  void eachMailIsKnown(
      String name,
      String kind,
      String matchedBy,
      String fromRecipient,
      String bounce,
      String status,
      String ownText) {
    deliver(mail(name));

    assertThat(readAndHandle()).isEqualTo(1);

    assertThat(only("kind")).isEqualTo(kind);
    assertThat(only("state")).isEqualTo("HANDLED");
    assertThat(only("matched_by")).isEqualTo(matchedBy);
    assertThat(count("from_recipient")).isEqualTo(fromRecipient.equals("yes") ? 1 : 0);
    assertThat(only("bounce")).isEqualTo(bounce);
    assertThat(only("bounce_status")).isEqualTo(status);
    if (ownText != null) {
      assertThat(ReplyText.of(only("text")))
          .isEqualTo(ownText.replace("/", "\n").replace("text\nplain", "text/plain"));
    }
    assertThat(read).hasSize(kind.equals("HUMAN") ? 1 : 0);
    assertThat(jdbc.sql("select state from notice").query(String.class).single())
        .isEqualTo(bounce == null ? "SENT" : "FAILED");
    assertThat(inFolder("INBOX")).isZero();
    assertThat(inFolder("Handled")).isEqualTo(1);
  }

  @Test
  void theTableHasEachFile() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/incoming"))) {
      assertThat(
              Arrays.stream(TABLE.split("\n"))
                  .map(row -> row.split("\\|")[0].strip() + ".eml")
                  .collect(Collectors.toSet()))
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void aReaderGetsWhatThePersonWroteAndWhatItAnswers() {
    deliver(mail("attachments"));

    readAndHandle();

    var mail = read.get(0);
    assertThat(mail.from()).isEqualTo("ana@customer.example");
    assertThat(mail.fromName()).isEqualTo("Ana Soler");
    assertThat(mail.subject()).isEqualTo("Re: Your question about the new router");
    assertThat(mail.fromRecipient()).isTrue();
    assertThat(mail.notice().id()).isEqualTo(notice);
    assertThat(mail.attachments()).hasSize(2);
    assertThat(mail.attachments().get(0)).startsWith("router.jpg (image/jpeg, ");
    assertThat(mail.attachments().get(1)).startsWith("Rechnung März.pdf (application/pdf, ");
  }

  @Test
  void anAnswerFromAnotherAddressIsShownAsThatPersons() {
    deliver(mail("reply-from-another-address"));

    readAndHandle();

    var mail = read.get(0);
    assertThat(mail.notice().id()).isEqualTo(notice);
    assertThat(mail.fromRecipient()).isFalse();
    assertThat(mail.from()).isEqualTo("bruno.soler@another.example");
    assertThat(mail.fromName()).isEqualTo("Bruno Soler");
  }

  @Test
  void subjectsAreReadInTheirCharset() {
    deliver(mail("charset-iso-8859-15"));
    deliver(mail("charset-raw-bytes"));
    deliver(mail("charset-base64"));

    readAndHandle();

    assertThat(read)
        .extracting(IncomingMail::subject)
        .containsExactly("Re: Schaden von 120 €", "Avería en casa", "Re: ¿Mañana?");
  }

  @Test
  void aReaderKnowsWhichMailsNoProgramAnswers() {
    deliver(mail("reply-through-a-list"));
    deliver(mail("attachments"));

    readAndHandle();

    assertThat(read).extracting(IncomingMail::bulk).containsExactly(true, false);
  }
}
