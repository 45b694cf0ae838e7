package com.customerfocus.notice;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records notices; the nodes send it. */
@Service
public class NoticeService {

  // As the partial index on recipients has it: those of employees are too many for an index.
  private static final String OUTSIDER = "recipient_id like '%:%'";

  private final JdbcClient jdbc;
  private final NoticeRenderers renderers;
  private final NoticeQueue queue;
  private final Clock clock;

  NoticeService(JdbcClient jdbc, NoticeRenderers renderers, NoticeQueue queue, Clock clock) {
    this.jdbc = jdbc;
    this.renderers = renderers;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * How often a subject has a notice that is sent or waits.
   *
   * @param last when it was recorded for the last time
   */
  public record Recorded(int times, Instant last) {}

  /** Notices of this kind that are sent or wait, by subject. */
  @Transactional(readOnly = true)
  public Map<Long, Recorded> recorded(String kind, Collection<Long> subjects) {
    var recorded = new HashMap<Long, Recorded>();
    if (subjects.isEmpty()) {
      return recorded;
    }
    jdbc.sql(
            """
            select subject_id, count(*) as times, max(created_at) as last_at from notice
            where kind = :kind and subject_id in (:subjects) and state in ('NOT_SENT', 'SENT')
            group by subject_id
            """)
        .param("kind", kind)
        .param("subjects", subjects)
        .query(
            row -> {
              recorded.put(
                  row.getLong("subject_id"),
                  new Recorded(row.getInt("times"), instant(row, "last_at")));
            });
    return recorded;
  }

  /**
   * A notice to one recipient, as it is on record.
   *
   * @param error why it was not sent, or null
   */
  public record Kept(
      String kind,
      NoticeState state,
      String name,
      String address,
      String language,
      Instant createdAt,
      Instant sentAt,
      String error) {}

  /**
   * All notices to a recipient outside the organization, the oldest first.
   *
   * @param recipientId see {@link Recipient}; an employee's finds none
   */
  @Transactional(readOnly = true)
  public List<Kept> to(String recipientId) {
    return jdbc.sql(
            """
            select kind, state, name, address, language, created_at, sent_at, error
              from notice where recipient_id = :recipient and %s order by id
            """
                .formatted(OUTSIDER))
        .param("recipient", recipientId)
        .query(RecordMapper.of(Kept.class))
        .list();
  }

  /**
   * Records one notice for each recipient, in one statement and in the caller's transaction: the
   * notice exists if and only if what it tells of was committed. A subject that already has a
   * notice of this kind, told on this occasion, keeps it. A recipient without mail address gets a
   * notice that has {@link NoticeState#FAILED failed} at once.
   *
   * @param kind the kind of a {@link NoticeRenderer}
   * @param employees SQL query with the columns {@code subject_id} (bigint), {@code occasion}
   *     (bigint, 0 where one subject is told of once only) and {@code person_id}; each subject and
   *     occasion once; for every database we run on
   * @param params the named parameters of the query
   * @return how many notices are new
   * @throws IllegalArgumentException when there is no renderer of this kind
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int record(String kind, String employees, Map<String, ?> params) {
    return recordAddressed(
        kind,
        """
        select told.subject_id, told.occasion, p.id as recipient_id, p.name, p.mail as address,
               p.language, p.site
          from (%s) told join person p on p.id = told.person_id
        """
            .formatted(employees),
        params);
  }

  /**
   * The same for recipients who need not be employees: the query says itself how they are reached.
   *
   * @param recipients SQL query with the columns {@code subject_id}, {@code occasion}, {@code
   *     recipient_id} (see {@link Recipient}), {@code name}, {@code address} (or null), {@code
   *     language} ({@code en} or {@code es}) and {@code site}, whose clock the recipient goes by
   *     (null for the default one)
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int recordAddressed(String kind, String recipients, Map<String, ?> params) {
    renderers.requireOneFor(kind);
    return jdbc.sql(
            """
            insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                                site, state, error, next_try_at, created_at)
            select cast(:noticeKind as varchar(40)), subject_id, occasion, recipient_id, name,
                   address, language, site,
                   case when address is null then 'FAILED' else 'NOT_SENT' end,
                   case when address is null then 'No mail address on file' end,
                   cast(:noticeNow as timestamp with time zone),
                   cast(:noticeNow as timestamp with time zone)
              from (select subject_id, occasion, recipient_id, name,
                           nullif(trim(address), '') as address, language, site
                      from (%s) asked) recipient
             where not exists (
               select 1 from notice known
                where known.kind = :noticeKind and known.subject_id = recipient.subject_id
                  and known.occasion = recipient.occasion)
            """
                .formatted(recipients))
        .params(params)
        .param("noticeKind", kind)
        .param("noticeNow", at(clock.instant()))
        .update();
  }

  /**
   * Withholds what waits to be sent: those notices have lapsed then. For the transaction that has
   * recorded them.
   *
   * @param why for the record, without a name
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void withhold(String kind, long subjectId, String why) {
    queue.withhold(kind, subjectId, why);
  }

  /** The notice with this id, such as the one that a token of {@link ReplyTokens} names. */
  public Optional<Notice> find(long noticeId) {
    return queue.find(noticeId);
  }

  /**
   * Records that the mail of a notice, which a mail server had accepted, did not reach its
   * recipient, and tells the {@link DeliveryListener}s. The notice has failed then.
   *
   * @return false when nothing changed: the notice failed before, so that a report that comes twice
   *     counts once; its recipient is forgotten; or there is no such notice
   */
  @Transactional
  public boolean bounced(long noticeId, Bounce bounce) {
    return queue.bounced(noticeId, bounce);
  }

  /** Waits until no node records a result of these notices, and keeps nodes waiting. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(String recipientId) {
    queue.lock(recipientId);
  }

  /**
   * Removes name and address of a customer or an outside contact from all their notices, and the
   * words of mail servers, which may hold the address. Notices that wait are not sent. A mail that
   * a node is sending at this moment cannot be held back.
   *
   * @param recipientId {@link Recipient#customer} or {@link Recipient#contact}
   * @return how many notices there were
   * @throws IllegalArgumentException for an employee, whose data the organization file rules
   */
  @Transactional
  public int forget(String recipientId) {
    if (!Recipient.isOutsider(recipientId)) {
      throw new IllegalArgumentException(
          "\"%s\" is neither a customer nor an outside contact".formatted(recipientId));
    }
    return queue.forget(recipientId);
  }
}
