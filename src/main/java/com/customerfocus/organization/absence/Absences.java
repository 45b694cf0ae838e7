package com.customerfocus.organization.absence;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code absence}. */
@Repository
public class Absences {

  private static final int BATCH = 1_000;

  private static final RecordMapper<Absence> ABSENCE = RecordMapper.of(Absence.class);

  private final JdbcClient client;
  private final JdbcTemplate template;

  Absences(JdbcClient client, JdbcTemplate template) {
    this.client = client;
    this.template = template;
  }

  /** The availability of these people from the first moment to the last, both included, by id. */
  Map<String, Availability> situations(Collection<String> ids, Instant from, Instant to) {
    var situations = new HashMap<String, Availability>();
    var all = List.copyOf(ids);
    for (var start = 0; start < all.size(); start += BATCH) {
      client
          .sql(
              """
              select p.id as person_id, p.name, p.manager_id, p.active, p.account_groups,
                     a.id, a.from_day, a.until_day, a.from_at, a.until_at, a.deputy_id, a.recorded_by
                from person p
                left join absence a on a.person_id = p.id and a.until_at > :from
                                   and a.from_at <= :to and a.ended_at is null
               where p.id in (:ids)
              """)
          .param("from", at(from))
          .param("to", at(to))
          .param("ids", all.subList(start, Math.min(start + BATCH, all.size())))
          .query(
              row -> {
                add(row, situations);
              });
    }
    return situations;
  }

  private static void add(ResultSet row, Map<String, Availability> situations) throws SQLException {
    var id = row.getString("person_id");
    var situation = situations.get(id);
    if (situation == null) {
      situation =
          new Availability(
              id,
              row.getString("name"),
              row.getString("manager_id"),
              row.getBoolean("active"),
              row.getString("account_groups") != null,
              new ArrayList<>());
      situations.put(id, situation);
    }
    if (row.getObject("from_at") != null) {
      situation.absences().add(ABSENCE.mapRow(row, 0));
    }
  }

  /** Locks the absences of this person until the transaction ends. */
  void lock(String personId) {
    client
        .sql("select id from person where id = ? for update")
        .param(personId)
        .query(String.class)
        .single();
  }

  /** Current and future absences that have not ended, earliest first. */
  List<Absence> open(String personId, Instant now) {
    return client
        .sql(
            """
            select id, person_id, from_day, until_day, from_at, until_at, deputy_id, recorded_by from absence
             where person_id = :person and until_at > :now and ended_at is null
             order by from_at, id
            """)
        .param("person", personId)
        .param("now", at(now))
        .query(ABSENCE)
        .list();
  }

  /** This absence if it has not ended. */
  Optional<Absence> find(long id) {
    return client
        .sql(
            """
            select id, person_id, from_day, until_day, from_at, until_at, deputy_id, recorded_by from absence
             where id = ? and ended_at is null
            """)
        .param(id)
        .query(ABSENCE)
        .optional();
  }

  /**
   * Records an absence entered in Tasklist.
   *
   * @return its id
   */
  long insert(Absence absence, Instant now) {
    var id = new GeneratedKeyHolder();
    set(
            client.sql(
                """
                insert into absence (person_id, from_day, until_day, from_at, until_at, deputy_id,
                  source, recorded_by, recorded_at, hand_over_at)
                values (:person, :fromDay, :untilDay, :fromAt, :untilAt, :deputy, 'TASKLIST', :by,
                  :now, :handOver)
                """),
            absence,
            now)
        .param("person", absence.personId())
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** Changes days and deputy. */
  void update(Absence absence, Instant now) {
    set(
            client.sql(
                """
                update absence
                   set from_day = :fromDay, until_day = :untilDay, from_at = :fromAt,
                       until_at = :untilAt, deputy_id = :deputy, recorded_by = :by,
                       recorded_at = :now, hand_over_at = :handOver
                 where id = :id
                """),
            absence,
            now)
        .param("id", absence.id())
        .update();
  }

  private static JdbcClient.StatementSpec set(
      JdbcClient.StatementSpec sql, Absence absence, Instant now) {
    return sql.param("fromDay", absence.fromDay())
        .param("untilDay", absence.untilDay())
        .param("fromAt", at(absence.fromAt()))
        .param("untilAt", at(absence.untilAt()))
        .param("deputy", absence.deputyId())
        .param("by", absence.recordedBy())
        .param("now", at(now))
        .param("handOver", at(handOver(absence, now)));
  }

  private static Instant handOver(Absence absence, Instant now) {
    return absence.fromAt().isAfter(now) ? absence.fromAt() : now;
  }

  void end(Collection<Long> ids, Instant now) {
    if (!ids.isEmpty()) {
      client
          .sql(
              """
              update absence set ended_at = :now, hand_over_at = null
               where id in (:ids) and ended_at is null
              """)
          .param("now", at(now))
          .param("ids", ids)
          .update();
    }
  }

  /** An absence that has begun, whose person's open tasks may have to move. */
  record Begun(long id, String personId) {}

  /** At most {@code limit}; those that another node is working on are left to it. */
  List<Begun> begun(Instant now, int limit) {
    return client
        .sql(
            """
            select id, person_id from absence where hand_over_at <= :now and until_at > :now
             fetch first :limit rows only
               for update skip locked
            """)
        .param("now", at(now))
        .param("limit", limit)
        .query(RecordMapper.of(Begun.class))
        .list();
  }

  /**
   * Records that the open tasks have moved, with one more check at the later moment: a task created
   * when the absence began may not have been visible yet.
   */
  void handedOver(Collection<Begun> begun, Instant later) {
    client
        .sql(
            """
            update absence
               set hand_over_at =
                     case when hand_over_at > from_at and hand_over_at > recorded_at then null
                          else cast(:later as timestamp with time zone) end
             where id in (:ids)
            """)
        .param("later", at(later))
        .param("ids", begun.stream().map(Begun::id).toList())
        .update();
  }

  /** What files said and is not yet over, with what people have ended since. */
  public List<Absence> ofFiles(Instant now) {
    return client
        .sql(
            """
            select id, person_id, from_day, until_day, from_at, until_at, deputy_id, recorded_by from absence
             where source = 'FILE' and until_at > :now
            """)
        .param("now", at(now))
        .query(ABSENCE)
        .list();
  }

  /** No file says so any more. */
  public void forget(Collection<Absence> absences) {
    template.batchUpdate(
        "delete from absence where id = ?",
        absences,
        BATCH,
        (statement, absence) -> statement.setLong(1, absence.id()));
  }

  public void insertOfFile(Collection<Absence> absences, Instant now) {
    template.batchUpdate(
        """
        insert into absence (person_id, from_day, until_day, from_at, until_at, deputy_id, source,
          recorded_at, hand_over_at)
        values (?, ?, ?, ?, ?, ?, 'FILE', ?, ?)
        """,
        absences,
        BATCH,
        (statement, absence) -> {
          statement.setString(1, absence.personId());
          statement.setObject(2, absence.fromDay());
          statement.setObject(3, absence.untilDay());
          statement.setObject(4, at(absence.fromAt()));
          statement.setObject(5, at(absence.untilAt()));
          statement.setString(6, absence.deputyId());
          statement.setObject(7, at(now));
          statement.setObject(8, at(handOver(absence, now)));
        });
  }
}
