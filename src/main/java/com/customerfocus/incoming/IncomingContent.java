package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.link.KeyedDigest;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
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
  private static final int MOST_REMOVALS = 10_000;

  private static final String EMPTY =
      """
      update incoming_mail
         set sender = null, sender_name = null, subject = '', text = '', message_id = null,
             attachments = null, bounce_words = null, emptied_at = :now
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final KeyedDigest digest;
  private final IncomingProperties settings;
  private final Clock clock;

  IncomingContent(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      KeyedDigest digest,
      IncomingProperties settings,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
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
  record Removal(long id, String removalDigest, Instant receivedAt, Instant emptiedAt) {

    /** Before all others. */
    static final Removal FIRST = new Removal(0, "", Instant.EPOCH, Instant.EPOCH);
  }

  /** These mails that still have their content, the oldest first. */
  List<Mail> find(Collection<Long> ids) {
    return pieces(ids)
        .flatMap(
            piece ->
                jdbc
                    .sql(
                        """
                        select id, kind, received_at, sender, sender_name, subject, text,
                               attachments, bounce_status, bounce_words, message_id
                          from incoming_mail
                         where id in (:ids) and emptied_at is null
                        """)
                    .param("ids", piece)
                    .query(RecordMapper.of(Mail.class))
                    .list()
                    .stream())
        .sorted(Comparator.comparing(Mail::receivedAt).thenComparing(Mail::id))
        .toList();
  }

  /** Databases limit how many values a statement has. */
  private static <T> Stream<List<T>> pieces(Collection<T> all) {
    var list = List.copyOf(all);
    return IntStream.iterate(0, from -> from < list.size(), from -> from + BATCH)
        .mapToObj(from -> list.subList(from, Math.min(list.size(), from + BATCH)));
  }

  /**
   * Removes the content of these mails, handled or not, and has the mails themselves deleted in the
   * mailbox. They are offered to no reader any more.
   */
  void remove(Collection<Long> ids) {
    pieces(ids).forEach(this::removeSome);
  }

  private void removeSome(List<Long> ids) {
    var now = at(clock.instant());
    var rows =
        jdbc.sql(
                """
                select id, message_id from incoming_mail
                 where id in (:ids) and emptied_at is null
                 order by id
                """)
            .param("ids", ids)
            .query((row, n) -> emptied(row.getLong("id"), row.getString("message_id"), now))
            .list();
    if (!rows.isEmpty()) {
      batches.batchUpdate(
          EMPTY
              + """
              , state = 'HANDLED', handled_at = coalesce(handled_at, :now), next_try_at = null,
                removal_digest = :digest
               where id = :id
              """,
          rows.toArray(SqlParameterSource[]::new));
    }
  }

  private SqlParameterSource emptied(long id, String messageId, OffsetDateTime now) {
    return new MapSqlParameterSource("id", id)
        .addValue("now", now)
        .addValue("digest", messageId == null ? null : digest(messageId), Types.VARCHAR);
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

  /** Mails to delete in the mailbox: those that come after this one, some of them. */
  List<Removal> removals(Removal after) {
    return jdbc.sql(
            """
            select id, removal_digest, received_at, emptied_at from incoming_mail
             where removal_digest > :digest or removal_digest = :digest and id > :id
             order by removal_digest, id fetch first :most rows only
            """)
        .param("digest", after.removalDigest())
        .param("id", after.id())
        .param("most", MOST_REMOVALS)
        .query(RecordMapper.of(Removal.class))
        .list();
  }

  /** The mails of these records are no longer in the mailbox. */
  void removed(Collection<Long> ids) {
    pieces(ids)
        .forEach(
            piece ->
                jdbc.sql("update incoming_mail set removal_digest = null where id in (:ids)")
                    .param("ids", piece)
                    .update());
  }

  /** Which of these Message-IDs are those of mails that are not handled. */
  Set<String> unhandled(Collection<String> messageIds) {
    return pieces(messageIds)
        .flatMap(
            piece ->
                jdbc
                    .sql(
                        """
                        select message_id from incoming_mail
                         where message_id in (:ids) and state in ('RECEIVED', 'WAITING')
                        """)
                    .param("ids", piece)
                    .query(String.class)
                    .list()
                    .stream())
        .collect(Collectors.toSet());
  }

  /** Whether a mail without a Message-ID, received before this, is not handled. */
  boolean hasUnhandledWithoutId(Instant before) {
    return !jdbc.sql(
            """
            select id from incoming_mail
             where state in ('RECEIVED', 'WAITING') and message_id is null
               and received_at < :before
             fetch first 1 rows only
            """)
        .param("before", at(before))
        .query(Long.class)
        .list()
        .isEmpty();
  }
}
