package com.customerfocus.deadline.level;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code service_turn}: who had the ball, and when. */
@Component
public class Turns {

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  Turns(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** The subject begins, and this party has the ball. */
  public void begin(ClockSubject subject, String holder, Instant now) {
    jdbc.sql(
            """
            insert into service_turn (subject_kind, subject_id, holder, began_at)
            values (:kind, :id, :holder, :now)
            """)
        .param("kind", subject.kind())
        .param("id", subject.id())
        .param("holder", holder)
        .param("now", at(now))
        .update();
  }

  /**
   * From now on this party has the ball; the same party keeps it. The caller has locked the
   * subject.
   */
  public void pass(ClockSubject subject, String holder, Instant now) {
    jdbc.sql(
            """
            update service_turn set ended_at = :now
             where subject_kind = :kind and subject_id = :id and ended_at is null
               and holder <> :holder
            """)
        .param("now", at(now))
        .param("kind", subject.kind())
        .param("id", subject.id())
        .param("holder", holder)
        .update();
    jdbc.sql(
            """
            insert into service_turn (subject_kind, subject_id, holder, began_at)
            select :kind, cast(:id as bigint), :holder, cast(:now as timestamp with time zone)
             where not exists (select 1 from service_turn
                                where subject_kind = :kind and subject_id = :id
                                  and ended_at is null)
            """)
        .param("kind", subject.kind())
        .param("id", subject.id())
        .param("holder", holder)
        .param("now", at(now))
        .update();
  }

  /** The subject is over: no party has the ball. */
  public void end(ClockSubject subject, Instant now) {
    jdbc.sql(
            """
            update service_turn set ended_at = :now
             where subject_kind = :kind and subject_id = :id and ended_at is null
            """)
        .param("now", at(now))
        .param("kind", subject.kind())
        .param("id", subject.id())
        .update();
  }

  /**
   * Other parties take the ball from now on, wherever the former ones have it. The number of
   * statements does not depend on the number of turns.
   *
   * @param successors the new holder by the former one; no party is both
   */
  public void handTo(String subjectKind, Map<String, String> successors, Instant now) {
    var parties = batch(subjectKind, successors, now);
    batches.batchUpdate(
        """
        insert into service_turn (subject_kind, subject_id, holder, began_at)
        select subject_kind, subject_id, cast(:successor as varchar(120)),
               cast(:now as timestamp with time zone)
          from service_turn
         where subject_kind = :kind and holder = :holder and ended_at is null
        """,
        parties);
    batches.batchUpdate(
        """
        update service_turn set ended_at = :now
         where subject_kind = :kind and holder = :holder and ended_at is null
        """,
        parties);
  }

  static MapSqlParameterSource[] batch(String kind, Map<String, String> successors, Instant now) {
    return successors.entrySet().stream()
        .map(
            it ->
                new MapSqlParameterSource("kind", kind)
                    .addValue("holder", it.getKey())
                    .addValue("successor", it.getValue())
                    .addValue("now", at(now), Types.TIMESTAMP_WITH_TIMEZONE))
        .toArray(MapSqlParameterSource[]::new);
  }

  /** In order of time. */
  public List<Turn> list(ClockSubject subject) {
    return jdbc.sql(
            """
            select holder, began_at, ended_at from service_turn
             where subject_kind = :kind and subject_id = :id order by id
            """)
        .param("kind", subject.kind())
        .param("id", subject.id())
        .query(RecordMapper.of(Turn.class))
        .list();
  }
}
