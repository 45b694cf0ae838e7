package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.incoming.IncomingMail.MatchedBy;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.notice.Bounce;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The mails on record. */
@Repository
class IncomingStore {

  private final JdbcClient jdbc;

  IncomingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A mail to put on record.
   *
   * @param mailbox, uidValidity, uid where it was read, or null
   * @param attachments one a line
   * @param bounceStatus and bounceWords null unless there is a bounce
   */
  record Entry(
      String mailbox,
      Long uidValidity,
      Long uid,
      String digest,
      MailKind kind,
      boolean bulk,
      boolean readable,
      String sender,
      String senderName,
      String subject,
      String text,
      String messageId,
      String attachments,
      Long noticeId,
      MatchedBy matchedBy,
      boolean fromRecipient,
      Bounce.Kind bounce,
      String bounceStatus,
      String bounceWords,
      Instant receivedAt) {}

  /** A mail on record that is to be handled. */
  record Due(
      long id,
      MailKind kind,
      boolean bulk,
      MailState state,
      String sender,
      String senderName,
      String subject,
      String text,
      String attachments,
      Long noticeId,
      MatchedBy matchedBy,
      boolean fromRecipient,
      Bounce.Kind bounce,
      String bounceStatus,
      String bounceWords,
      Instant receivedAt,
      int tries,
      Instant nextTryAt) {}

  /** Which of these numbers of a mailbox are on record. */
  Set<Long> known(String mailbox, long uidValidity, Collection<Long> uids) {
    return uids.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    """
                    select uid from incoming_mail
                     where mailbox = :mailbox and uid_validity = :uidValidity and uid in (:uids)
                    """)
                .param("mailbox", mailbox)
                .param("uidValidity", uidValidity)
                .param("uids", uids)
                .query(Long.class)
                .list());
  }

  /** The highest number of a mailbox that is on record, or 0. */
  long lastUid(String mailbox, long uidValidity) {
    return jdbc.sql(
            """
            select coalesce(max(uid), 0) from incoming_mail
             where mailbox = :mailbox and uid_validity = :uidValidity
            """)
        .param("mailbox", mailbox)
        .param("uidValidity", uidValidity)
        .query(Long.class)
        .single();
  }

  /**
   * Puts a mail on record, unless it is: then only where it is now is put down.
   *
   * @return whether it is new
   */
  @Transactional
  public boolean add(Entry mail, Instant now) {
    return isNew(mail) && insert(mail, now);
  }

  private boolean isNew(Entry mail) {
    return jdbc.sql(
                """
                update incoming_mail set mailbox = :mailbox, uid_validity = :validity, uid = :uid
                 where digest = :digest
                """)
            .param("mailbox", mail.mailbox(), Types.VARCHAR)
            .param("validity", mail.uidValidity(), Types.BIGINT)
            .param("uid", mail.uid(), Types.BIGINT)
            .param("digest", mail.digest())
            .update()
        == 0;
  }

  private boolean insert(Entry mail, Instant now) {
    return jdbc.sql(
                """
                insert into incoming_mail (mailbox, uid_validity, uid, digest, kind, bulk, state,
                    readable, sender, sender_name, subject, text, message_id, attachments, notice_id,
                    matched_by, from_recipient, bounce, bounce_status, bounce_words, received_at,
                    recorded_at, next_try_at)
                values (:mailbox, :validity, :uid, :digest, :kind, :bulk, 'RECEIVED', :readable, :sender,
                    :senderName, :subject, :text, :messageId, :attachments, :noticeId, :matchedBy,
                    :fromRecipient, :bounce, :bounceStatus, :bounceWords, :receivedAt, :now, :now)
                """)
            .param("mailbox", mail.mailbox(), Types.VARCHAR)
            .param("validity", mail.uidValidity(), Types.BIGINT)
            .param("uid", mail.uid(), Types.BIGINT)
            .param("digest", mail.digest())
            .param("kind", mail.kind().name())
            .param("bulk", mail.bulk())
            .param("readable", mail.readable())
            .param("sender", mail.sender(), Types.VARCHAR)
            .param("senderName", mail.senderName(), Types.VARCHAR)
            .param("subject", mail.subject())
            .param("text", mail.text())
            .param("messageId", mail.messageId(), Types.VARCHAR)
            .param("attachments", mail.attachments(), Types.VARCHAR)
            .param("noticeId", mail.noticeId(), Types.BIGINT)
            .param("matchedBy", name(mail.matchedBy()), Types.VARCHAR)
            .param("fromRecipient", mail.fromRecipient())
            .param("bounce", name(mail.bounce()), Types.VARCHAR)
            .param("bounceStatus", mail.bounceStatus(), Types.VARCHAR)
            .param("bounceWords", mail.bounceWords(), Types.VARCHAR)
            .param("receivedAt", at(mail.receivedAt()))
            .param("now", at(now))
            .update()
        == 1;
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  /**
   * Takes, for this transaction, the mail that is due longest: people's mails first, so that they
   * do not wait behind a storm of reports, and what is new before what has been offered before.
   * Mails that another node has are skipped.
   */
  Optional<Due> take(Instant now) {
    return take(MailState.RECEIVED, "kind = 'HUMAN' and", "state, kind, next_try_at, id", now)
        .or(() -> take(MailState.RECEIVED, "", "state, next_try_at, id", now))
        .or(() -> take(MailState.WAITING, "", "state, next_try_at, id", now));
  }

  private Optional<Due> take(MailState state, String condition, String order, Instant now) {
    // The inner query reads the index from its start and locks nothing, see the notices' queue.
    return jdbc.sql(
            """
            select id, kind, bulk, state, sender, sender_name, subject, text, attachments, notice_id,
                   matched_by, from_recipient, bounce, bounce_status, bounce_words,
                   received_at, tries, next_try_at
              from incoming_mail
             where id in (
                 select id from incoming_mail
                 where state = :state and %s next_try_at <= :now
                 order by %s
                 fetch first 10 rows only)
               and state = :state and next_try_at <= :now
             order by next_try_at, id
             fetch first 1 rows only
             for update skip locked
            """
                .formatted(condition, order))
        .param("state", state.name())
        .param("now", at(now))
        .query(RecordMapper.of(Due.class))
        .optional();
  }

  /**
   * Puts down what became of a mail, if it is as it was taken: a mail that was given free meanwhile
   * may have been handled by another node, or emptied by a removal.
   *
   * @param nextTryAt when it is offered again, or null
   */
  void settle(Due mail, MailState state, int tries, Instant nextTryAt, String error, Instant now) {
    jdbc.sql(
            """
            update incoming_mail
               set state = :state, tries = :tries, next_try_at = :nextTryAt, error = :error,
                   handled_at = :handledAt
             where id = :id and state = :stateBefore and tries = :triesBefore
               and next_try_at = :nextTryAtBefore and emptied_at is null
            """)
        .param("id", mail.id())
        .param("stateBefore", mail.state().name())
        .param("triesBefore", mail.tries())
        .param("nextTryAtBefore", at(mail.nextTryAt()))
        .param("state", state.name())
        .param("tries", tries)
        .param("nextTryAt", at(nextTryAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("error", error, Types.VARCHAR)
        .param(
            "handledAt", state == MailState.HANDLED ? at(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }
}
