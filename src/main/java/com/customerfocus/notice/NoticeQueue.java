package com.customerfocus.notice;

import static com.customerfocus.support.Timestamps.at;
import static java.util.Comparator.comparing;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.ClaimedNotice.Result;
import com.customerfocus.worktime.WorkingTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

  NoticeQueue(JdbcClient jdbc, NamedParameterJdbcTemplate batches, WorkingTime workingTime) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.workingTime = workingTime;
  }

  /**
   * Takes of those that are due longest. Rows another node is taking at this moment are skipped.
   *
   * @param kinds only these, so that during an update of the program the old nodes leave alone what
   *     only the new ones can write
   */
  @Transactional
  public List<ClaimedNotice> take(int most, Set<String> kinds, Instant now, Instant leaseEnd) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    // The inner query reads the index from its start, ordered as the index is, and locks nothing;
    // H2 would lock, and sort, everything that is due otherwise. It finds enough for several nodes
    // that take a batch at the same moment.
    var due =
        jdbc
            .sql(
                """
                select id, kind, subject_id, occasion, recipient_id, name, address, language, site,
                       tries
                from notice
                where id in (
                    select id from notice
                    where state = 'NOT_SENT' and next_try_at <= :now and kind in (:kinds)
                    order by state, next_try_at, id
                    fetch first :candidates rows only)
                  and state = 'NOT_SENT' and next_try_at <= :now
                fetch first :most rows only
                for update skip locked
                """)
            .param("candidates", 10 * most)
            .param("now", at(now))
            .param("kinds", kinds)
            .param("most", most)
            .query((row, n) -> new ClaimedNotice(notice(row), row.getInt("tries")))
            .stream()
            // Notices that failed before come last, so that they delay no others.
            .sorted(comparing(ClaimedNotice::tries).thenComparing(taken -> taken.notice().id()))
            .toList();
    if (!due.isEmpty()) {
      jdbc.sql("update notice set next_try_at = :leaseEnd where id in (:ids)")
          .param("leaseEnd", at(leaseEnd))
          .param("ids", due.stream().map(taken -> taken.notice().id()).toList())
          .update();
    }
    return due;
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
   * Writes down the results of sending. A notice that has its result already, because another node
   * took it over after the lease, keeps it.
   */
  @Transactional
  public void settle(Collection<Result> results) {
    batches.batchUpdate(
        """
        update notice set state = :state, tries = :tries, next_try_at = :nextTryAt,
          sent_at = :sentAt, error = :error
        where id = :id and state = 'NOT_SENT'
        """,
        results.stream().map(NoticeQueue::params).toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource params(Result result) {
    return new MapSqlParameterSource()
        .addValue("id", result.id())
        .addValue("state", result.state().name())
        .addValue("tries", result.tries())
        .addValue("nextTryAt", at(result.nextTryAt()))
        .addValue("sentAt", at(result.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .addValue("error", result.error(), Types.VARCHAR);
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
