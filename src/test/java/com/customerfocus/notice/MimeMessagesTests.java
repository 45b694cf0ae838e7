package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.link.LinkSigner;
import com.customerfocus.link.ProgramAddress;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPMessage;
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

  @Test
  void repliesAndDeliveryReportsComeBackWithATokenOfTheNotice() throws Exception {
    var mail = mailOfNotice4711(mails(SENDER, "https://focus.example", "reply@focus.example"));

    assertThat(mail.getReplyTo())
        .singleElement()
        .asString()
        .matches("reply\\+4711-[0-9a-f]{32}@focus\\.example");
    assertThat(mail.getEnvelopeFrom()).matches("bounce\\+4711-[0-9a-f]{32}@focus\\.example");
    assertThat(mail.getFrom()).extracting(Address::toString).containsExactly(SENDER);
  }

  @Test
  void withoutAnAddressForRepliesTheyGoToTheSender() throws Exception {
    var mail = mailOfNotice4711(mails(SENDER, "https://focus.example"));

    assertThat(mail.getHeader("Reply-To")).isNull();
    assertThat(mail.getEnvelopeFrom()).isNull();
  }

  private static SMTPMessage mailOfNotice4711(MimeMessages mails) throws MessagingException {
    var notice = new Notice(4711, "greeting", 1, 0, ComposedMails.reader("en"));
    return (SMTPMessage)
        mails.mail(new ClaimedNotice(notice, 0), new MailContent("Hello", "Hello", "<p>Hello</p>"));
  }

  private static MimeMessages mails(String from, String baseUrl) {
    return mails(from, baseUrl, "");
  }

  private static MimeMessages mails(String from, String baseUrl, String replyAddress) {
    var settings =
        new NoticeProperties(
            from, true, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1), 1);
    var tokens =
        new ReplyTokens(
            new LinkSigner("https://focus.example", new byte[32]),
            new ProgramAddress(baseUrl),
            replyAddress);
    return new MimeMessages(settings, tokens, Clock.systemUTC());
  }
}
