package com.customerfocus.organization.imports;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code organization_import}. */
@Repository
public class ImportRecords {

  private static final int LONGEST_NAME = 200;

  /** A file that waits for a decision. */
  record Upload(
      String fileName, String importedBy, Instant uploadedAt, byte[] content, String fingerprint) {}

  private final JdbcClient jdbc;

  ImportRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public long uploaded(String fileName, byte[] content, String by, Instant now) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into organization_import (file_name, imported_by, uploaded_at, state, content)
            values (:name, :by, :now, 'UPLOADED', :content)
            """)
        .param("name", cut(fileName))
        .param("by", by)
        .param("now", at(now))
        .param("content", content)
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** Takes another file in place of one that waits. */
  void replaced(long id, String fileName, byte[] content, Instant now) {
    jdbc.sql(
            """
            update organization_import
               set file_name = :name, content = :content, uploaded_at = :now, fingerprint = null
             where id = :id and state = 'UPLOADED'
            """)
        .param("id", id)
        .param("name", cut(fileName))
        .param("content", content)
        .param("now", at(now))
        .update();
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  Upload upload(long id) {
    return jdbc.sql(
            """
            select file_name, imported_by, uploaded_at, content, fingerprint
              from organization_import where id = ?
            """)
        .param(id)
        .query(
            (row, n) ->
                new Upload(
                    row.getString("file_name"),
                    row.getString("imported_by"),
                    row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                    row.getBytes("content"),
                    row.getString("fingerprint")))
        .single();
  }

  void checked(long id, String fingerprint) {
    jdbc.sql("update organization_import set fingerprint = ? where id = ?")
        .params(fingerprint, id)
        .update();
  }

  void decided(long id, String by) {
    jdbc.sql("update organization_import set decided_by = ? where id = ?").params(by, id).update();
  }

  void discarded(long id, String by, String reason, Instant now) {
    jdbc.sql(
            """
            update organization_import
               set state = 'DISCARDED', decided_by = :by, reason = :reason, ended_at = :now,
                   content = null
             where id = :id and state = 'UPLOADED'
            """)
        .param("id", id)
        .param("by", by)
        .param("reason", reason)
        .param("now", at(now))
        .update();
  }

  public void applied(long id, ImportReport report, Instant now) {
    jdbc.sql(
            """
            update organization_import
               set state = 'APPLIED', ended_at = :now, content = null, people = :people,
                   joiners = :joiners, leavers = :leavers, moves = :moves,
                   new_departments = :opened, closed_departments = :closed
             where id = :id
            """)
        .param("id", id)
        .param("now", at(now))
        .param("people", report.people())
        .param("joiners", report.joiners())
        .param("leavers", report.leavers())
        .param("moves", report.moves())
        .param("opened", report.newDepartments().size())
        .param("closed", report.closedDepartments().size())
        .update();
  }

  /** Newest first. */
  List<OrganizationImport> list(int offset, int limit) {
    return jdbc.sql(
            """
            select id, file_name, imported_by, uploaded_at, state, decided_by, ended_at, reason,
                   people, joiners, leavers, moves, new_departments, closed_departments
              from organization_import
             order by id desc offset :offset rows fetch next :limit rows only
            """)
        .param("offset", offset)
        .param("limit", limit)
        .query(RecordMapper.of(OrganizationImport.class))
        .list();
  }
}
