package com.customerfocus.decision;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code decision_upload}. */
@Component
class TableUploads {

  private final JdbcClient jdbc;

  TableUploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(String key, TableUpload upload, String xml) {
    jdbc.sql(
            """
            insert into decision_upload (decision_key, version, uploaded_at, uploaded_by, sha256,
                                         content, note, applied, changed)
            values (:key, :version, :at, :by, :sha256, :content, :note, :applied, :changed)
            """)
        .param("key", key)
        .param("version", upload.version())
        .param("at", at(upload.uploadedAt()))
        .param("by", upload.uploadedBy())
        .param("sha256", upload.sha256())
        .param("content", xml.getBytes(StandardCharsets.UTF_8))
        .param("note", upload.note())
        .param("applied", upload.applied())
        .param("changed", upload.changed())
        .update();
  }

  /** Oldest first. */
  List<TableUpload> list(String key) {
    return jdbc.sql(
            """
            select version, uploaded_at, uploaded_by, sha256, note, applied, changed
              from decision_upload where decision_key = :key order by version
            """)
        .param("key", key)
        .query(RecordMapper.of(TableUpload.class))
        .list();
  }
}
