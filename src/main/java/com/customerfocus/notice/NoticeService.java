package com.customerfocus.notice;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what people are to be told; whichever node is free sends it. */
@Service
public class NoticeService {

  private static final Pattern NAMES_OCCASION = Pattern.compile("\\boccasion\\b");

  private final JdbcClient jdbc;
  private final NoticeRenderers writers;
  private final Clock clock;

  NoticeService(JdbcClient jdbc, NoticeRenderers writers, Clock clock) {
    this.jdbc = jdbc;
    this.writers = writers;
    this.clock = clock;
  }

  /**
   * How often something was told.
   *
   * @param last when it was recorded for the last time
   */
  public record Told(int times, Instant last) {}

  /** By subject, of those who were told what this kind tells, or are about to be. */
  @Transactional(readOnly = true)
  public Map<Long, Told> told(String kind, Collection<Long> subjects) {
    var told = new HashMap<Long, Told>();
    if (subjects.isEmpty()) {
      return told;
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
              told.put(
                  row.getLong("subject_id"),
                  new Told(row.getInt("times"), instant(row, "last_at")));
            });
    return told;
  }

  /**
   * Records one notice for each recipient, in one statement and in the caller's transaction: the
   * notice exists if and only if what it tells of was committed. A subject that already has a
   * notice of this kind, told on this occasion, keeps it. Who has no mail address gets a notice
   * that has {@link NoticeState#FAILED failed} at once.
   *
   * @param kind the kind of a {@link NoticeRenderer}
   * @param recipients SQL query with the columns {@code subject_id} (bigint), {@code person_id},
   *     {@code address} (or null), {@code language}, and, where one subject may be told of more
   *     than once, {@code occasion} (bigint, 0 when there is no such column); each subject and
   *     occasion once; for every database we run on
   * @param params the named parameters of the query
   * @return how many notices are new
   * @throws IllegalArgumentException when no writer knows the kind
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int record(String kind, String recipients, Map<String, ?> params) {
    writers.requireOneFor(kind);
    return jdbc.sql(
            """
            insert into notice (kind, subject_id, occasion, person_id, address, language, state, error,
              next_try_at, created_at)
            select cast(:noticeKind as varchar(40)), subject_id, occasion, person_id, address, language,
              case when address is null then 'FAILED' else 'NOT_SENT' end,
              case when address is null then 'No mail address on file' end,
              cast(:noticeNow as timestamp with time zone),
              cast(:noticeNow as timestamp with time zone)
            from (
              select subject_id, %s as occasion, person_id,
                nullif(trim(address), '') as address, language
              from (%s) asked
            ) recipient
            where not exists (
              select 1 from notice known
              where known.kind = :noticeKind and known.subject_id = recipient.subject_id
                and known.occasion = recipient.occasion)
            """
                .formatted(
                    NAMES_OCCASION.matcher(recipients).find() ? "occasion" : "0", recipients))
        .params(params)
        .param("noticeKind", kind)
        .param("noticeNow", at(clock.instant()))
        .update();
  }
}
