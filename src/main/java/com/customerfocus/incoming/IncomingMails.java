package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.incoming.IncomingMail.MatchedBy;
import com.customerfocus.incoming.message.MailKind;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What came in, for people who look after the process: never who wrote it, nor what. */
@Service
public class IncomingMails {

  /** Also shows those that no filter names. */
  private static final String ANY = "";

  private final JdbcClient jdbc;

  IncomingMails(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Which mails.
   *
   * @param kind, state null for any
   * @param from, until received at or after, and before; null for no limit
   */
  public record Filter(MailKind kind, MailState state, Instant from, Instant until) {}

  /**
   * A mail without its content.
   *
   * @param noticeId the notice that it answers, or null
   * @param bounce what a delivery report says about that notice, or null
   * @param messageId by which it is found in the mailbox, or null
   * @param error the class of what failed when it was handled, or null
   */
  public record Entry(
      long id,
      MailKind kind,
      MailState state,
      Instant receivedAt,
      Instant handledAt,
      Long noticeId,
      MatchedBy matchedBy,
      boolean fromRecipient,
      boolean readable,
      String bounce,
      String bounceStatus,
      String messageId,
      String error) {}

  /** How many mails of one kind are in one state. */
  public record Figure(MailKind kind, MailState state, long count, Instant oldest) {}

  /**
   * What waits.
   *
   * @param count no more than one more than asked for
   * @param since when the oldest of them was received, or null when none waits
   */
  record Waiting(int count, Instant since) {}

  /** Newest first. */
  public List<Entry> mails(Filter filter, int offset, int most) {
    return jdbc.sql(
            """
            select id, kind, state, received_at, handled_at, notice_id, matched_by, from_recipient,
                   readable, bounce, bounce_status, message_id, error
              from incoming_mail
             where received_at >= :from and received_at < :until
               and (kind = :kind or :kind = '') and (state = :state or :state = '')
             order by received_at desc, id desc
            offset :offset rows fetch next :most rows only
            """)
        .param("from", at(filter.from()))
        .param("until", at(filter.until()))
        .param("kind", filter.kind() == null ? ANY : filter.kind().name())
        .param("state", filter.state() == null ? ANY : filter.state().name())
        .param("offset", offset)
        .param("most", most)
        .query(RecordMapper.of(Entry.class))
        .list();
  }

  /** Of all mails received in this time. */
  public List<Figure> figures(Instant from, Instant until) {
    return jdbc.sql(
            """
            select kind, state, count(*) as count, min(received_at) as oldest
              from incoming_mail
             where received_at >= :from and received_at < :until
             group by kind, state
             order by kind, state
            """)
        .param("from", at(from))
        .param("until", at(until))
        .query(RecordMapper.of(Figure.class))
        .list();
  }

  /** Counts no further than one more than that, so that it takes no longer the more there are. */
  Waiting waiting(MailState state, int most) {
    return jdbc.sql(
            """
            select count(*) as count, min(received_at) as since from (
              select received_at from incoming_mail where state = :state
              order by state, next_try_at, id
              fetch first :most rows only) oldest
            """)
        .param("state", state.name())
        .param("most", most + 1)
        .query(RecordMapper.of(Waiting.class))
        .single();
  }
}
