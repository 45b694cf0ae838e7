package com.customerfocus.handoff.rating;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.HandoffStep.Side;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code handoff_rating}. */
@Repository
class Ratings {

  private static final String SELECT =
      """
      select r.id, r.handoff_id, r.side, r.from_department,
             coalesce(f.name, r.from_department) as from_department_name, r.to_department,
             coalesce(t.name, r.to_department) as to_department_name, r.person_id,
             coalesce(p.name, r.person_id) as person_name, r.asked_at, r.open_at, r.ends_at,
             r.unanswered_at, r.rated_at, r.rated_by, b.name as rated_by_name, r.score, r.note,
             r.thanked_id, n.name as thanked_name, r.thanks
        from handoff_rating r
        left join department f on f.id = r.from_department
        left join department t on t.id = r.to_department
        left join person p on p.id = r.person_id
        left join person b on b.id = r.rated_by
        left join person n on n.id = r.thanked_id
      """;

  private static final RecordMapper<Rating> RATING = RecordMapper.of(Rating.class);

  private static final int MOMENT = Types.TIMESTAMP_WITH_TIMEZONE;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  Ratings(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /**
   * A side to ask.
   *
   * @param personId employee id
   * @param given what it has said already, or null
   */
  record NewRating(
      Side side,
      String from,
      String to,
      String personId,
      RatingDates.Dates dates,
      GivenRating given) {}

  /** The ids of the new rows, in one statement. */
  Map<Side, Long> add(long handoffId, List<NewRating> sides) {
    var rows = new StringBuilder();
    var values = new MapSqlParameterSource("handoff", handoffId);
    for (var one : sides) {
      var n = rows.isEmpty() ? 0 : 1;
      rows.append(rows.isEmpty() ? "" : ", ")
          .append(
              """
              (:handoff, :side#, :from#, :to#, :person#, :asked, :remind#, :open#, :ends#,
               :rated#, :by#, :score#, :note#, :thanked#, :thanks#, :tell#)
              """
                  .replace("#", String.valueOf(n)));
      var given = one.given();
      var dates = one.dates();
      values
          .addValue("asked", at(dates.askedAt()))
          .addValue("side" + n, one.side().name())
          .addValue("from" + n, one.from())
          .addValue("to" + n, one.to())
          .addValue("person" + n, one.personId())
          .addValue("remind" + n, given == null ? at(dates.remindAt()) : null, MOMENT)
          .addValue("open" + n, at(dates.openAt()))
          .addValue("ends" + n, given == null ? at(dates.endsAt()) : null, MOMENT)
          .addValue("rated" + n, given == null ? null : at(dates.askedAt()), MOMENT)
          .addValue("tell" + n, given == null ? null : at(dates.openAt()), MOMENT);
      addGiven(values, String.valueOf(n), given);
    }
    var keys = new GeneratedKeyHolder();
    keyed.update(
        """
        insert into handoff_rating (handoff_id, side, from_department, to_department, person_id,
                                    asked_at, remind_at, open_at, ends_at, rated_at, rated_by,
                                    score, note, thanked_id, thanks, tell_at)
        values %s
        """
            .formatted(rows),
        values,
        keys,
        new String[] {"id", "side"});
    var ids = new EnumMap<Side, Long>(Side.class);
    keys.getKeyList()
        .forEach(
            it ->
                ids.put(
                    Side.valueOf((String) value(it, "side")),
                    ((Number) value(it, "id")).longValue()));
    return ids;
  }

  private static void addGiven(MapSqlParameterSource values, String n, GivenRating given) {
    values
        .addValue("by" + n, given == null ? null : given.by(), Types.VARCHAR)
        .addValue("score" + n, given == null ? null : given.score(), Types.INTEGER)
        .addValue("note" + n, given == null ? null : given.note(), Types.VARCHAR)
        .addValue("thanked" + n, given == null ? null : given.thankedId(), Types.VARCHAR)
        .addValue("thanks" + n, given == null ? null : given.thanks(), Types.VARCHAR);
  }

  /** H2 names columns in capitals. */
  private static Object value(Map<String, Object> row, String column) {
    return row.entrySet().stream()
        .filter(it -> it.getKey().equalsIgnoreCase(column))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  Optional<Rating> find(long id) {
    return jdbc.sql(SELECT + " where r.id = :id").param("id", id).query(RATING).optional();
  }

  /** The requester's first. */
  RatingsOfHandoff of(long handoffId) {
    return new RatingsOfHandoff(
        jdbc.sql(SELECT + " where r.handoff_id = :handoff order by r.side desc")
            .param("handoff", handoffId)
            .query(RATING)
            .list());
  }

  /** Whether it could still be answered. */
  boolean answer(long id, GivenRating given, Instant now) {
    var values = new MapSqlParameterSource("id", id).addValue("now", at(now));
    addGiven(values, "", given);
    return keyed.update(
            """
            update handoff_rating
               set rated_at = :now, rated_by = :by, score = :score, note = :note,
                   thanked_id = :thanked, thanks = :thanks, remind_at = null, ends_at = null,
                   tell_at = case when open_at > :now then open_at else :now end
             where id = :id and rated_at is null and unanswered_at is null
            """,
            values)
        == 1;
  }

  /** At most {@code limit} whose reminder is due (skip locked). */
  List<Long> dueReminders(int limit, Instant now) {
    return due("remind_at", limit, now);
  }

  /** At most {@code limit} whose time to answer has passed (skip locked). */
  List<Long> overdue(int limit, Instant now) {
    return due("ends_at", limit, now);
  }

  private List<Long> due(String column, int limit, Instant now) {
    return jdbc.sql(
            """
            select id from handoff_rating where %s <= :now order by %s, id
             fetch first :limit rows only
               for update skip locked
            """
                .formatted(column, column))
        .param("now", at(now))
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /**
   * At most {@code limit} of which the other side may be told: both are in, or this one is open
   * without the other (skip locked).
   */
  List<Long> toTell(int limit, Instant now) {
    return jdbc.sql(
            """
            select r.id from handoff_rating r
             where r.tell_at is not null
               and (r.tell_at <= :now
                    or exists (select 1 from handoff_rating o
                                where o.handoff_id = r.handoff_id and o.id <> r.id
                                  and o.rated_at is not null))
             order by r.tell_at, r.id
             fetch first :limit rows only
               for update skip locked
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  void told(Collection<Long> ids) {
    jdbc.sql("update handoff_rating set tell_at = null where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  void reminded(Collection<Long> ids) {
    jdbc.sql("update handoff_rating set remind_at = null where id in (:ids)")
        .param("ids", ids)
        .update();
  }

  void endUnanswered(Collection<Long> ids, Instant now) {
    jdbc.sql(
            """
            update handoff_rating set unanswered_at = :now, remind_at = null, ends_at = null
             where id in (:ids)
            """)
        .param("ids", ids)
        .param("now", at(now))
        .update();
  }

  /** Ids of the ratings of handoffs about this customer. */
  List<Long> ofCustomer(long customerId) {
    return jdbc.sql(
            """
            select r.id from handoff_rating r join handoff h on h.id = r.handoff_id
             where h.customer_id = :customer order by r.id
            """)
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }

  /** What people wrote in them, as texts. */
  List<String> wordsOf(Collection<Long> ids) {
    return jdbc.sql(
            """
            select coalesce(note, '') || ' ' || coalesce(thanks, '') from handoff_rating
             where id in (:ids) and (note is not null or thanks is not null) order by id
            """)
        .param("ids", ids)
        .query(String.class)
        .list();
  }

  /** What people wrote is no longer on record; the scores stay. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql("update handoff_rating set note = null, thanks = null where id in (:ids)")
        .param("ids", ids)
        .update();
  }
}
