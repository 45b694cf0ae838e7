package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.link.KeyedDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What mails on record say, which is kept for a limited time only: sender, subject, words, names of
 * attachments. The row stays without it, so that a mail is never handled a second time.
 */
@Repository
class IncomingContent {

  private static final int BATCH = 1_000;

  private static final String EMPTY =
      """
      update incoming_mail
         set sender = null, sender_name = null, subject = '', text = '', message_id = null,
             attachments = null, bounce_words = null, emptied_at = :now
      """;

  private final JdbcClient jdbc;
  private final KeyedDigest digest;
  private final IncomingProperties settings;
  private final Clock clock;

  IncomingContent(JdbcClient jdbc, KeyedDigest digest, IncomingProperties settings, Clock clock) {
    this.jdbc = jdbc;
    this.digest = digest;
    this.settings = settings;
    this.clock = clock;
  }

  /** All that is on record of one mail and says something about a customer. */
  record Mail(
      long id,
      MailKind kind,
      Instant receivedAt,
      String sender,
      String senderName,
      String subject,
      String text,
      String attachments,
      String bounceStatus,
      String bounceWords,
      String messageId) {}

  /**
   * A mail to delete in the mailbox.
   *
   * @param removalDigest {@link #digest} of its Message-ID
   */
  record Removal(long id, String removalDigest, Instant receivedAt, Instant emptiedAt) {}

  /** These mails that still have their content, the oldest first. */
  List<Mail> find(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, kind, received_at, sender, sender_name, subject, text, attachments,
                       bounce_status, bounce_words, message_id
                  from incoming_mail
                 where id in (:ids) and emptied_at is null
                 order by received_at, id
                """)
            .param("ids", ids)
            .query(RecordMapper.of(Mail.class))
            .list();
  }

  /**
   * Removes the content of these mails, handled or not, and has the mails themselves deleted in the
   * mailbox. They are offered to no reader any more.
   */
  void remove(Collection<Long> ids) {
    for (var mail : find(ids)) {
      jdbc.sql(
              EMPTY
                  + """
                  , state = 'HANDLED', handled_at = coalesce(handled_at, :now), next_try_at = null,
                    removal_digest = :digest
                   where id = :id
                  """)
          .param("now", at(clock.instant()))
          .param("digest", mail.messageId() == null ? null : digest(mail.messageId()))
          .param("id", mail.id())
          .update();
    }
  }

  /**
   * Removes the content of handled mails that were received longer ago than settings say, some of
   * them; what waits for a person stays.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean removeOld() {
    var now = clock.instant();
    return jdbc.sql(
                EMPTY
                    + """
                     where id in (
                       select id from incoming_mail
                       where emptied_at is null and state = 'HANDLED' and received_at < :old
                       order by received_at, id
                       fetch first :most rows only
                       for update skip locked)
                    """)
            .param("now", at(now))
            .param("old", at(now.minus(settings.keepRecords())))
            .param("most", BATCH)
            .update()
        == BATCH;
  }

  /** Removes the time of an automatic answer to this address. */
  void removeAnswer(String address) {
    jdbc.sql("delete from incoming_answer where address = :address")
        .param("address", address)
        .update();
  }

  String digest(String messageId) {
    return digest.of(messageId);
  }

  /** Mails to delete in the mailbox, some of them. */
  List<Removal> removals() {
    return jdbc.sql(
            """
            select id, removal_digest, received_at, emptied_at from incoming_mail
             where removal_digest > '' order by removal_digest fetch first :most rows only
            """)
        .param("most", BATCH)
        .query(RecordMapper.of(Removal.class))
        .list();
  }

  /** The mail is no longer in the mailbox. */
  void removed(Removal mail) {
    jdbc.sql("update incoming_mail set removal_digest = null where id = :id")
        .param("id", mail.id())
        .update();
  }

  /** Message-IDs of mails received before this that are not handled; empty text for none. */
  Set<String> unhandled(Instant before) {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct coalesce(message_id, '') from incoming_mail
                 where state in ('RECEIVED', 'WAITING') and received_at < :before
                """)
            .param("before", at(before))
            .query(String.class)
            .list());
  }
}
