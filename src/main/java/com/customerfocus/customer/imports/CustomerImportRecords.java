package com.customerfocus.customer.imports;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code customer_import}. */
@Repository
class CustomerImportRecords {

  private static final int LONGEST_NAME = 200;

  /** A file that waits for a decision. */
  record Upload(String fileName, byte[] content, String fingerprint) {}

  private final JdbcClient jdbc;

  CustomerImportRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long uploaded(String fileName, byte[] content, String by, Instant now) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into customer_import (file_name, imported_by, uploaded_at, state, content)
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
            update customer_import
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
    return jdbc.sql("select file_name, content, fingerprint from customer_import where id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Upload(
                    row.getString("file_name"),
                    row.getBytes("content"),
                    row.getString("fingerprint")))
        .single();
  }

  void checked(long id, String fingerprint) {
    jdbc.sql("update customer_import set fingerprint = ? where id = ?")
        .params(fingerprint, id)
        .update();
  }

  void decided(long id, String by) {
    jdbc.sql("update customer_import set decided_by = ? where id = ?").params(by, id).update();
  }

  void discarded(long id, String by, String reason, Instant now) {
    jdbc.sql(
            """
            update customer_import
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

  void applied(long id, CustomerImportReport report, Instant now) {
    jdbc.sql(
            """
            update customer_import
               set state = 'APPLIED', ended_at = :now, content = null, customers = :customers,
                   added = :added, changed = :changed, left_out = :leftOut
             where id = :id
            """)
        .param("id", id)
        .param("now", at(now))
        .param("customers", report.customers())
        .param("added", report.added())
        .param("changed", report.changed())
        .param("leftOut", report.leftOut())
        .update();
  }

  /** Newest first. */
  List<CustomerImport> list(int offset, int limit) {
    return jdbc.sql(
            """
            select id, file_name, imported_by, uploaded_at, state, decided_by, ended_at, reason,
                   customers, added, changed, left_out
              from customer_import
             order by id desc offset :offset rows fetch next :limit rows only
            """)
        .param("offset", offset)
        .param("limit", limit)
        .query(RecordMapper.of(CustomerImport.class))
        .list();
  }
}
