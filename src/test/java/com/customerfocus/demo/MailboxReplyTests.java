package com.customerfocus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.customerfocus.incoming.MailIntake;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.notice.NoticeState;
import com.customerfocus.notice.Recipient;
import com.customerfocus.notice.ReplyTokens;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.server.ResponseStatusException;

/** A reply in the demo's mailbox takes the way of every mail that comes in. */
@CustomerFocusTest
class MailboxReplyTests {

  private final Mailbox mailbox = mock();
  private final MailboxReplyController page;
  private final JdbcClient jdbc;
  private final MovableClock clock;

  @Autowired
  MailboxReplyTests(ReplyTokens tokens, MailIntake intake, JdbcClient jdbc, MovableClock clock) {
    this.page = new MailboxReplyController(mailbox, tokens, intake, clock);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Test
  void aReplyIsOnRecordAsTheRecipientsAnswerToTheMail() throws Exception {
    jdbc.sql(
            """
            insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                                state, next_try_at, created_at)
            values ('case-news', 7, 0, 'customer:1', 'Ana Gómez', 'ana@customer.example', 'es',
                    'SENT', current_timestamp, current_timestamp)
            """)
        .update();
    var id = jdbc.sql("select id from notice").query(Long.class).single();
    when(mailbox.from()).thenReturn("Customer focus <no-reply@localhost>");
    when(mailbox.find(id)).thenReturn(Optional.of(sent(id)));

    assertThat(page.reply(id, " Sí, ¡gracias! "))
        .isEqualTo("redirect:/mailbox/%d?replied".formatted(id));

    var mail = jdbc.sql("select * from incoming_mail").query().singleRow();
    assertThat(mail)
        .containsEntry("kind", "HUMAN")
        .containsEntry("sender", "ana@customer.example")
        .containsEntry("sender_name", "Ana Gómez")
        .containsEntry("subject", "Re: Su consulta")
        .containsEntry("notice_id", id)
        .containsEntry("from_recipient", true);
    assertThat((String) mail.get("text")).startsWith("Sí, ¡gracias!\n\n> Hola, Ana");
  }

  @Test
  void aReplyAsLongAsItsFieldWithLinesOfABrowserIsTaken() throws Exception {
    when(mailbox.from()).thenReturn("no-reply@localhost");
    when(mailbox.find(1)).thenReturn(Optional.of(sent(1)));

    assertThat(page.reply(1, ("x".repeat(99) + "\r\n").repeat(100)))
        .isEqualTo("redirect:/mailbox/1?replied");
    assertThat(page.reply(1, " \r\n ")).isEqualTo("redirect:/mailbox/1?empty");
    assertThat(jdbc.sql("select count(*) from incoming_mail").query(Integer.class).single())
        .isOne();
  }

  private MailboxEntry sent(long id) {
    return new MailboxEntry(
        id,
        new Recipient("customer:1", "Ana Gómez", "ana@customer.example", "es", ZoneOffset.UTC),
        NoticeState.SENT,
        clock.instant(),
        clock.instant(),
        null,
        new MailContent("Su consulta", "Hola, Ana\n¿Funciona?", "<p>Hola</p>"));
  }

  @Test
  void thereIsNoReplyToAMailThatIsNotThereOrWithoutWords() {
    when(mailbox.find(1)).thenReturn(Optional.empty());

    assertThatThrownBy(() -> page.reply(1, "Yes")).isInstanceOf(ResponseStatusException.class);
  }
}
