package com.customerfocus.access.audit;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.access.audit.AuditEntry.Change;
import com.customerfocus.sweep.Sweep;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Operations of administrators, and administrative operations of other people: table {@code
 * audit_entry}. Entries are only added, and deleted after their retention; those about a customer
 * whose data are removed lose their words.
 */
@Repository
public class AuditTrail {

  private static final int BATCH = 10_000;
  private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final ObjectMapper json;
  private final Clock clock;
  private final AuditProperties settings;

  AuditTrail(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      ObjectMapper json,
      Clock clock,
      AuditProperties settings) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.json = json;
    this.clock = clock;
    this.settings = settings;
  }

  /** Adds an entry in the transaction of the operation: both commit or neither. */
  public void record(AuditEntry entry) {
    jdbc.sql(
            """
            insert into audit_entry (happened_at, user_id, action, entity, task_id, task_name,
              process_instance_id, process_key, subject_id, changes)
            values (:at, :user, :action, :entity, :taskId, :taskName, :instance, :process, :subject,
              :changes)
            """)
        .param("at", at(entry.at()))
        .param("user", entry.user())
        .param("action", entry.action())
        .param("entity", entry.entity())
        .param("taskId", entry.taskId())
        .param("taskName", entry.taskName())
        .param("instance", entry.processInstanceId())
        .param("process", entry.process())
        .param("subject", entry.subject())
        .param("changes", write(entry.changes()))
        .update();
  }

  /** Newest first. */
  public List<AuditEntry> entries(AuditFilter filter, int offset, int limit) {
    return jdbc.sql(
            """
            select happened_at, user_id, action, entity, task_id, task_name, process_instance_id,
                   process_key, subject_id, changes
              from audit_entry
             where 1 = 1%s%s%s
             order by happened_at desc, id desc
             limit :limit offset :offset
            """
                .formatted(
                    filter.user() == null ? "" : " and user_id = :user",
                    filter.from() == null ? "" : " and happened_at >= :from",
                    filter.until() == null ? "" : " and happened_at < :until"))
        .param("user", filter.user())
        .param("from", at(filter.from()))
        .param("until", at(filter.until()))
        .param("limit", limit)
        .param("offset", offset)
        .query(this::entry)
        .list();
  }

  /**
   * Removes the words from the entries of these instances: names of tasks and values, in which a
   * customer may be named. What was done, when and by which person stays.
   */
  public void removeWords(Collection<String> processInstanceIds) {
    var entries =
        jdbc.sql(
                "select id, changes from audit_entry where process_instance_id in (:ids) order by id")
            .param("ids", processInstanceIds)
            .query((row, n) -> withoutWords(row.getLong("id"), read(row.getString("changes"))))
            .list();
    if (!entries.isEmpty()) {
      batches.batchUpdate(
          "update audit_entry set task_name = null, changes = :changes where id = :id",
          entries.toArray(SqlParameterSource[]::new));
    }
  }

  private SqlParameterSource withoutWords(long id, List<Change> changes) {
    return new MapSqlParameterSource("id", id)
        .addValue("changes", write(changes.stream().map(Change::nameOnly).toList()));
  }

  @Bean
  Sweep oldAuditEntries() {
    return new Sweep("audit", Duration.ofHours(1), this::removeOld);
  }

  /** Removes entries that have been kept long enough, and says whether there may be more. */
  boolean removeOld() {
    return jdbc.sql(
                """
                delete from audit_entry
                 where id in (select id from audit_entry where happened_at < :before
                               order by happened_at limit :batch)
                """)
            .param("before", at(clock.instant().minus(settings.keep())))
            .param("batch", BATCH)
            .update()
        == BATCH;
  }

  private AuditEntry entry(ResultSet row, int number) throws SQLException {
    return new AuditEntry(
        instant(row, "happened_at"),
        row.getString("user_id"),
        row.getString("action"),
        row.getString("entity"),
        row.getString("task_id"),
        row.getString("task_name"),
        row.getString("process_instance_id"),
        row.getString("process_key"),
        row.getString("subject_id"),
        read(row.getString("changes")));
  }

  private String write(List<Change> changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Changes cannot be written as JSON", e);
    }
  }

  private List<Change> read(String changes) {
    try {
      return json.readValue(changes, CHANGES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Changes cannot be read", e);
    }
  }
}
