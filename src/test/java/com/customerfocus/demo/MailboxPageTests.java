package com.customerfocus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.notice.NoticeState;
import com.customerfocus.notice.Recipient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the pages of the demo's mailbox show. */
@WebMvcTest(MailboxController.class)
@ActiveProfiles("demo")
@ContextConfiguration(classes = {MailboxController.class, MailboxPageTests.MadridTime.class})
@WithMockUser
class MailboxPageTests {

  private static final Instant NINE_UTC = Instant.parse("2026-03-02T09:00:00Z");
  private static final MailContent LETTER =
      new MailContent(
          "¡Hola <Ana> 🎉!",
          "Lea esto: https://example.com/memo/1",
          "<!DOCTYPE html><html><head><title>x</title></head><body><script>alert(1)</script>"
              + "<a href=\"https://example.com/memo/1\">Léalo</a></body></html>");

  @MockitoBean Mailbox mailbox;
  private final MockMvcTester browser;

  MailboxPageTests(@Autowired MockMvcTester browser) {
    this.browser = browser;
  }

  @BeforeEach
  void threeMails() {
    when(mailbox.from()).thenReturn("Customer focus <no-reply@localhost>");
  }

  @Test
  void aMailThatIsNotThereIsAFriendlyPage() {
    when(mailbox.find(7)).thenReturn(Optional.empty());

    assertThat(browser.get().uri("/mailbox/7"))
        .hasStatus(HttpStatus.NOT_FOUND)
        .bodyText()
        .contains("No such mail");
    assertThat(browser.get().uri("/mailbox/seven")).hasStatus(HttpStatus.NOT_FOUND);
  }

  @Test
  void aMailIsShownAsItsRecipientGetsIt() {
    when(mailbox.find(1)).thenReturn(Optional.of(entry(1, NoticeState.SENT, LETTER)));

    var page = browser.get().uri("/mailbox/1").exchange();

    assertThat(page).hasStatusOk();
    assertThat(page)
        .bodyText()
        .contains("¡Hola &lt;Ana&gt; 🎉!")
        .contains("Customer focus &lt;no-reply@localhost&gt;")
        .contains("Ana Gómez &lt;ana@example.com&gt;")
        .contains("2 Mar 2026, 10:00:00 CET")
        .contains("Lea esto: https://example.com/memo/1");
  }

  @Test
  void aMailCannotActOnThePageThatShowsIt() {
    when(mailbox.find(1)).thenReturn(Optional.of(entry(1, NoticeState.SENT, LETTER)));

    var page = browser.get().uri("/mailbox/1").exchange();

    assertThat(page)
        .bodyText()
        .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
        .contains("srcdoc=\"&lt;!DOCTYPE html")
        .contains("&lt;base target=&quot;_blank&quot;&gt;")
        .doesNotContain("<script");
    assertThat(page)
        .headers()
        .hasValue("Cache-Control", "no-store")
        .hasValue("Referrer-Policy", "no-referrer")
        .hasEntrySatisfying(
            "Content-Security-Policy",
            policy -> assertThat(policy.get(0)).startsWith("default-src 'none'"));
  }

  @Test
  void aMailThatNoLongerAppliesSaysSo() {
    when(mailbox.find(1)).thenReturn(Optional.of(entry(1, NoticeState.LAPSED, null)));

    assertThat(browser.get().uri("/mailbox/1"))
        .bodyText()
        .contains("This mail no longer applies")
        .contains(">lapsed<")
        .doesNotContain("<iframe");
  }

  @Test
  void theListSaysWhoGotWhatAndHowFarItHasCome() {
    when(mailbox.newest("", Long.MAX_VALUE, 51))
        .thenReturn(
            List.of(entry(2, NoticeState.NOT_SENT, LETTER), entry(1, NoticeState.LAPSED, null)));

    assertThat(browser.get().uri("/mailbox"))
        .hasStatusOk()
        .bodyText()
        .contains("Ana Gómez", "ana@example.com", "not sent", "No longer applies")
        .contains("href=\"/mailbox/2\"")
        .doesNotContain("Older mails");
  }

  @Test
  void anEmptyMailboxSaysHowToFillIt() {
    when(mailbox.newest(any(), anyLong(), anyInt())).thenReturn(List.of());

    assertThat(browser.get().uri("/mailbox")).bodyText().contains("Launch a memo");
    assertThat(browser.get().uri("/mailbox?search=zoe"))
        .bodyText()
        .contains("Nobody with this name or address");
  }

  @Test
  void fiftyMailsArePageAndSearchAndPageGoTogether() {
    when(mailbox.newest(any(), anyLong(), anyInt()))
        .thenReturn(
            LongStream.range(0, 51)
                .mapToObj(i -> entry(200 - i, NoticeState.SENT, LETTER))
                .toList());

    assertThat(browser.get().uri("/mailbox?search={s}&before=201", "gómez & co"))
        .bodyText()
        .contains("href=\"/mailbox/151\"")
        .doesNotContain("href=\"/mailbox/150\"")
        .contains("search=g%C3%B3mez%20%26%20co&amp;before=151");
    verify(mailbox).newest("gómez & co", 201, 51);
  }

  private static MailboxEntry entry(long id, NoticeState state, MailContent mailContent) {
    var ana = new Recipient("ana", "Ana Gómez", "ana@example.com", "es", ZoneOffset.UTC);
    return new MailboxEntry(id, ana, state, NINE_UTC, NINE_UTC, null, mailContent);
  }

  @TestConfiguration
  static class MadridTime {
    @Bean
    @Primary
    Clock madridClock() {
      return Clock.fixed(NINE_UTC, ZoneId.of("Europe/Madrid"));
    }
  }
}
