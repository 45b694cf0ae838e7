package com.customerfocus.notice;

import static com.customerfocus.support.Timestamps.at;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.ClaimedNotice.Result;
import com.customerfocus.worktime.WorkingTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notices that wait to be sent, for any number of nodes at once: a node that takes some has
 * them to itself until the lease ends, even if it is killed meanwhile.
 */
@Repository
class NoticeQueue {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final WorkingTime workingTime;
  private final DeliveryListeners listeners;
  private final Clock clock;

  // PostgreSQL picks in any order otherwise. H2 picks by id here, and would lock all candidates,
  // which another transaction would then skip, if it had to sort them.
  private final String pickingOrder;

  NoticeQueue(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      WorkingTime workingTime,
      DeliveryListeners listeners,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.workingTime = workingTime;
    this.listeners = listeners;
    this.clock = clock;
    this.pickingOrder = isPostgres(batches.getJdbcOperations()) ? "order by next_try_at, id" : "";
  }

  private static boolean isPostgres(JdbcOperations database) {
    return "PostgreSQL"
        .equals(
            database.execute(
                (ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName()));
  }

  /**
   * Notices that a node has to itself.
   *
   * @param notices in the order of sending
   * @param areMoreLikely whether as many were due as asked for; some of them may have to wait for
   *     earlier ones
   */
  record Taken(List<ClaimedNotice> notices, boolean areMoreLikely) {}

  /**
   * Takes of those that are due longest. Rows another node is taking at this moment are skipped,
   * and those whose recipient has an earlier one in another node's hands, so that the mails to one
   * recipient keep their order. One that was tried before delays no other.
   *
   * @param kinds only these, so that during an update of the program the old nodes leave alone what
   *     only the new ones can write
   * @param own ids of what the caller has taken before and not recorded
   */
  @Transactional
  public Taken take(int most, Set<String> kinds, Set<Long> own, Instant now, Instant leaseEnd) {
    if (kinds.isEmpty()) {
      return new Taken(List.of(), false);
    }
    var candidates = candidates(10 * most, kinds, own, now);
    if (candidates.isEmpty()) {
      return new Taken(List.of(), false);
    }
    // Picks the first of these: one that is picked without an earlier one to the same recipient
    // could not be sent.
    var due =
        jdbc.sql(
                """
                select id, kind, subject_id, occasion, recipient_id, name, address, language, site,
                       tries
                from notice
                where id in (:candidates) and state = 'NOT_SENT' and next_try_at <= :now
                %s
                fetch first :most rows only
                for update skip locked
                """
                    .formatted(pickingOrder))
            .param("candidates", candidates)
            .param("now", at(now))
            .param("most", most)
            .query((row, n) -> new ClaimedNotice(notice(row), row.getInt("tries")))
            .list();
    var taken = withoutLater(due, kinds, own);
    if (!taken.isEmpty()) {
      jdbc.sql("update notice set next_try_at = :leaseEnd where id in (:ids)")
          .param("leaseEnd", at(leaseEnd))
          .param("ids", ids(taken))
          .update();
    }
    return new Taken(taken, due.size() == most && !taken.isEmpty());
  }

  /**
   * Enough for several nodes that take a batch at the same moment. Reads the index from its start,
   * ordered as the index is, and locks nothing. A query of its own: H2 would execute it once more
   * for each row that the other one locks.
   */
  private List<Long> candidates(int most, Set<String> kinds, Set<Long> own, Instant now) {
    return jdbc.sql(
            """
            select id from notice
            where state = 'NOT_SENT' and next_try_at <= :now and kind in (:kinds)
              and not exists (
                select 1 from notice earlier
                where earlier.recipient_id = notice.recipient_id
                  and earlier.state = 'NOT_SENT' and earlier.tries = 0
                  and earlier.id < notice.id
                  and earlier.next_try_at > notice.next_try_at
                  and earlier.kind in (:kinds) and earlier.id not in (:own))
            order by state, next_try_at, id
            fetch first :most rows only
            """)
        .param("now", at(now))
        .param("kinds", kinds)
        .param("own", orNone(own))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /**
   * Without those whose recipient has an earlier one that another node is taking at this moment; in
   * the order of sending.
   */
  private List<ClaimedNotice> withoutLater(
      List<ClaimedNotice> due, Set<String> kinds, Set<Long> own) {
    if (due.isEmpty()) {
      return due;
    }
    var mine = new HashSet<>(own);
    mine.addAll(ids(due));
    var earlier = new HashMap<String, Long>();
    jdbc.sql(
            """
            select recipient_id, min(id) as id from notice
            where state = 'NOT_SENT' and tries = 0 and recipient_id in (:recipients)
              and id < :last and kind in (:kinds) and id not in (:mine)
            group by recipient_id
            """)
        .param("recipients", due.stream().map(NoticeQueue::recipientId).distinct().toList())
        .param("last", Collections.max(ids(due)))
        .param("kinds", kinds)
        .param("mine", mine)
        .query(
            row -> {
              earlier.put(row.getString("recipient_id"), row.getLong("id"));
            });
    return due.stream()
        .filter(
            it ->
                it.notice().id() < earlier.getOrDefault(recipientId(it), Long.MAX_VALUE)
                    || it.tries() > 0)
        // Notices that failed before come last, so that they delay no others.
        .sorted(comparing(ClaimedNotice::tries).thenComparing(it -> it.notice().id()))
        .toList();
  }

  private static String recipientId(ClaimedNotice due) {
    return due.notice().recipient().id();
  }

  private static List<Long> ids(List<ClaimedNotice> due) {
    return due.stream().map(it -> it.notice().id()).toList();
  }

  /** SQL has no empty list. */
  private static Set<Long> orNone(Set<Long> ids) {
    return ids.isEmpty() ? Set.of(-1L) : ids;
  }

  /**
   * What waits for its turn.
   *
   * @param count no more than one more than asked for
   * @param since when the one that waits longest was due, or null when none is
   */
  record Waiting(int count, Instant since) {}

  /** Counts no further than one more than that, so that it takes no longer the more there are. */
  Waiting waiting(Instant now, int most) {
    return jdbc.sql(
            """
            select count(*) as count, min(next_try_at) as since from (
              select next_try_at from notice
              where state = 'NOT_SENT' and next_try_at <= :now
              order by state, next_try_at, id
              fetch first :most rows only) oldest
            """)
        .param("now", at(now))
        .param("most", most + 1)
        .query(RecordMapper.of(Waiting.class))
        .single();
  }

  /**
   * Keeps with each notice to whom it goes now, so that a delivery report can be compared with the
   * address that the mail went to. One statement, none when all go as recorded; a notice that
   * lapsed meanwhile stays as it is.
   *
   * @param present notices with their present recipients, by id
   */
  @Transactional
  public void readdress(Collection<ClaimedNotice> taken, Map<Long, Notice> present) {
    var readdressed =
        taken.stream()
            .map(ClaimedNotice::notice)
            .filter(
                notice ->
                    present.containsKey(notice.id())
                        && notice.isReaddressedBy(present.get(notice.id())))
            .map(notice -> recipient(present.get(notice.id())))
            .toArray(SqlParameterSource[]::new);
    if (readdressed.length > 0) {
      batches.batchUpdate(
          """
          update notice set name = :name, address = :address, language = :language
          where id = :id and state = 'NOT_SENT'
          """,
          readdressed);
    }
  }

  private static SqlParameterSource recipient(Notice notice) {
    return new MapSqlParameterSource()
        .addValue("id", notice.id())
        .addValue("name", notice.recipient().name())
        .addValue("address", notice.recipient().address())
        .addValue("language", notice.recipient().language());
  }

  /**
   * Records the results of sending, and tells the listeners. A notice that has its result already,
   * because another node took it over after the lease, keeps it. A lapsed notice keeps no name and
   * address of a customer or an outside contact: it reaches none, and it may have been recorded
   * while their data were being removed.
   */
  @Transactional
  public void settle(Collection<Result> results) {
    // In the order of ids, in which every transaction locks several notices.
    var inOrder = results.stream().sorted(comparing(Result::id)).toList();
    var counts =
        batches.batchUpdate(
            """
            update notice set state = :state, tries = :tries, next_try_at = :nextTryAt,
              name = case when :isUnsent and recipient_id like '%:%' then null else name end,
              address = case when :isUnsent and recipient_id like '%:%' then null else address end,
              sent_at = :sentAt, error = :error, bounce = :bounce, bounce_status = :bounceStatus,
              bounced_at = :bouncedAt
            where id = :id and state = 'NOT_SENT'
            """,
            inOrder.stream().map(this::params).toArray(SqlParameterSource[]::new));
    var recorded =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] > 0)
            .mapToObj(inOrder::get)
            .collect(groupingBy(Result::state));
    listeners.delivered(
        recorded.getOrDefault(NoticeState.SENT, List.of()).stream().map(Result::notice).toList());
    recorded.getOrDefault(NoticeState.FAILED, List.of()).stream()
        .filter(failed -> failed.bounce() != null)
        .forEach(failed -> listeners.bounced(failed.notice(), failed.bounce()));
  }

  private SqlParameterSource params(Result result) {
    var bounce = Optional.ofNullable(result.bounce());
    return new MapSqlParameterSource()
        .addValue("id", result.id())
        .addValue("state", result.state().name())
        .addValue("isUnsent", result.state() == NoticeState.LAPSED)
        .addValue("tries", result.tries())
        .addValue("nextTryAt", at(result.nextTryAt()))
        .addValue("sentAt", at(result.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("error", result.error(), Types.VARCHAR)
        .addValue("bounce", bounce.map(it -> it.kind().name()).orElse(null), Types.VARCHAR)
        .addValue("bounceStatus", bounce.map(Bounce::status).orElse(null), Types.VARCHAR)
        .addValue(
            "bouncedAt",
            bounce.map(it -> at(clock.instant())).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** See {@link NoticeService#withhold}. */
  void withhold(String kind, long subjectId, String why) {
    jdbc.sql(
            """
            update notice set state = 'LAPSED', error = :why,
              name = case when recipient_id like '%:%' then null else name end,
              address = case when recipient_id like '%:%' then null else address end
            where kind = :kind and subject_id = :subject and state = 'NOT_SENT'
            """)
        .param("why", why)
        .param("kind", kind)
        .param("subject", subjectId)
        .update();
  }

  /** See {@link NoticeService#bounced}. */
  @Transactional
  public boolean bounced(long id, Bounce bounce) {
    var isNew =
        jdbc.sql(
                    """
                    update notice set state = 'FAILED', error = :text, bounce = :kind,
                      bounce_status = :status, bounced_at = :now
                    where id = :id and state in ('NOT_SENT', 'SENT') and address is not null
                    """)
                .param("id", id)
                .param("text", ClaimedNotice.oneShortLine(bounce.text()))
                .param("kind", bounce.kind().name())
                .param("status", bounce.status())
                .param("now", at(clock.instant()))
                .update()
            > 0;
    if (isNew) {
      listeners.bounced(find(id).orElseThrow(), bounce);
    }
    return isNew;
  }

  Optional<Notice> find(long id) {
    return jdbc.sql(
            """
            select id, kind, subject_id, occasion, recipient_id, name, address, language, site
              from notice where id = :id
            """)
        .param("id", id)
        .query((row, n) -> notice(row))
        .optional();
  }

  /**
   * Mails that mail servers refused because of us.
   *
   * @param count no more than one more than asked for
   * @param status what they said last
   * @param lastAt when
   */
  record Refusals(int count, String status, Instant lastAt) {}

  /** Those since then; counts no further than one more than that. */
  Refusals refusals(Instant since, int most) {
    return jdbc.sql(
            """
            select count(*) as count, max(bounced_at) as last_at,
                   max(case when latest = 1 then bounce_status end) as status
              from (select bounced_at, bounce_status,
                           row_number() over (order by bounced_at desc) as latest
                      from notice where bounce = 'OURS' and bounced_at > :since
                     order by bounced_at desc
                     fetch first :most rows only) ours
            """)
        .param("since", at(since))
        .param("most", most + 1)
        .query(RecordMapper.of(Refusals.class))
        .single();
  }

  /** All notices to an outsider, locked. */
  @Transactional
  public List<Long> lock(String outsider) {
    return jdbc.sql(
            """
            select id from notice
            where recipient_id = :recipient and recipient_id like '%:%'
            order by id for update
            """)
        .param("recipient", outsider)
        .query(Long.class)
        .list();
  }

  /** See {@link NoticeService#forget}. */
  @Transactional
  public int forget(String outsider) {
    var theirs = lock(outsider);
    if (theirs.isEmpty()) {
      return 0;
    }
    return jdbc.sql(
            """
            update notice set name = null, address = null, error = null,
              state = case when state = 'NOT_SENT' then 'LAPSED' else state end
            where id in (:ids)
            """)
        .param("ids", theirs)
        .update();
  }

  /** From a row with all columns that say what the notice tells whom. */
  Notice notice(ResultSet row) throws SQLException {
    var id = row.getString("recipient_id");
    return new Notice(
        row.getLong("id"),
        row.getString("kind"),
        row.getLong("subject_id"),
        row.getLong("occasion"),
        new Recipient(
            id,
            Objects.requireNonNullElse(row.getString("name"), id),
            row.getString("address"),
            row.getString("language"),
            workingTime.calendar(row.getString("site")).zone()));
  }
}
