package com.customerfocus.incoming.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kind of a mail, header by header, and by words where there is no header. */
class KindRuleTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Subject: Hello                                       | HUMAN
          Auto-Submitted: no                                   | HUMAN
          Auto-Submitted: auto-replied                         | AUTOMATIC
          Auto-Submitted: AUTO-GENERATED; type=x               | AUTOMATIC
          Auto-Submitted: auto-replied (vacation)              | AUTOMATIC
          Return-Path: <>                                      | AUTOMATIC
          Return-Path: <ana@customer.example>                  | HUMAN
          List-Id: <group.customer.example>                    | HUMAN
          LIST-UNSUBSCRIBE: <https://list.example>             | HUMAN
          Precedence: bulk                                     | HUMAN
          Precedence: Junk                                     | HUMAN
          Precedence: list                                     | HUMAN
          Precedence: first-class                              | HUMAN
          X-Autoreply: yes                                     | AUTOMATIC
          X-Autoreply: no                                      | HUMAN
          X-Auto-Response-Suppress: All                        | HUMAN
          From: MAILER-DAEMON@mx.example                       | DELIVERY_REPORT
          From: Mail Delivery <Mailer-Daemon@mx.example>       | DELIVERY_REPORT
          From: The mailer-daemon fan <fan@customer.example>   | HUMAN
          From: postmaster@customer.example                    | HUMAN
          X-Failed-Recipients: ana@customer.example            | DELIVERY_REPORT
          Content-Type: multipart/report; report-type=delivery-status; boundary=b | DELIVERY_REPORT
          Content-Type: multipart/report; report-type=disposition-notification; boundary=b | AUTOMATIC
          Content-Type: multipart/report; report-type=feedback-report; boundary=b | AUTOMATIC
          Content-Type: multipart/report; boundary=b           | AUTOMATIC
          Content-Type: text/calendar; method=REPLY            | AUTOMATIC
          Content-Type: text/calendar; method=COUNTER          | HUMAN
          Content-Type: text/calendar                          | HUMAN
          Content-Type: nonsense                               | HUMAN
          """)
  void byOneHeader(String header, MailKind kind) throws Exception {
    var mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                (header + "\r\n\r\nHello\r\n").getBytes(StandardCharsets.US_ASCII)));

    assertThat(MailParser.read(mail).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          REPLY   | ` `                                                          | AUTOMATIC
          REPLY   | Ana Soler has accepted this invitation./Visit/When: Thursday | AUTOMATIC
          REPLY   | Ana Soler ha rechazado esta invitación.                      | AUTOMATIC
          REPLY   | Ana Soler hat diese Einladung abgelehnt.                     | AUTOMATIC
          REPLY   | Ana Soler a accepté cette invitation.                        | AUTOMATIC
          REPLY   | Ana Soler has declined this invitation with this note: never | HUMAN
          REPLY   | Can it be after eleven?                                      | HUMAN
          REPLY   | I have accepted, but can it be later?                        | HUMAN
          REQUEST | ` `                                                          | HUMAN
          """)
  void anAnswerToAnInvitationIsAPersonsWhenItHasWords(String method, String text, MailKind kind) {
    var signs =
        new MailSigns(
            false,
            false,
            false,
            null,
            null,
            false,
            false,
            null,
            false,
            method.toLowerCase(Locale.ROOT));

    assertThat(KindRule.kindOf(signs, "Visit", text.replace('/', '\n'))).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Automatic reply: Router      | I am on leave until Monday.                           | true
          Out of Office                | I am currently out of the office.                     | true
          Out-of-office: Router        | I will be back on Monday, I am away until then.       | true
          Auto-Reply: Router           | I have limited access to my e-mails.                  | true
          Respuesta automática: Router | Estoy de vacaciones hasta el lunes.                   | true
          Fuera de la oficina          | Me encuentro fuera hasta el lunes.                    | true
          Abwesenheitsnotiz            | Ich bin erst am Montag wieder erreichbar.             | true
          Automatische Antwort: Router | Ich bin bis Montag im Urlaub.                         | true
          Réponse automatique : Router | Je suis en congés jusqu'à lundi.                      | true
          Absence du bureau            | Je serai absent jusqu'à lundi.                        | true
          Re: Automatic reply: Router  | I am on leave until Monday.                           | false
          Router                       | I am out of the office until Monday.                  | false
          Out of office tomorrow       | Please come on Thursday.                              | false
          Out of office                | I am out of the office. Can you come on Thursday?     | false
          Automatic reply is broken    | The router answers by itself.                         | false
          Automatic replies            | I am on holiday, the router answers all my mails      | false
          Fuera de servicio            | El router no va y estoy de vacaciones.                | false
          Abwesend                     | Ich bin im Urlaub, bitte rufen Sie meinen Nachbarn an | false
          """)
  void byTheWordsOfAnOutOfOffice(String subject, String text, boolean isAutomatic) {
    assertThat(OutOfOfficeRule.matches(subject, text)).isEqualTo(isAutomatic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          host mx said: 550 5.1.1 no such user             | 5.1.1
          550-5.2.2 full                                   | 5.2.2
          Sorry, no mailbox here. (#5.1.1)                 | 5.1.1
          552 mailbox full                                 | 5.0.0
          x: 452 try later                                 | 4.0.0
          version 5.1.1 of the program                     |
          550 people are here                              | 5.0.0
          nothing                                          |
          """)
  void theStatusInAReportsWords(String words, String status) {
    assertThat(ReportText.status(words).orElse(null)).isEqualTo(status);
  }
}
