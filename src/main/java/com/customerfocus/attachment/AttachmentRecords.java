package com.customerfocus.attachment;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code attachment}. */
@Repository
class AttachmentRecords {

  /** All but the content. */
  private static final String SELECT =
      """
      select id, subject_kind, subject_id, name, media_type, size, sha256, added_by, added_at
        from attachment
      """;

  /** Parameters of one statement, of which drivers take some ten thousands. */
  private static final int BATCH = 1_000;

  private final JdbcClient jdbc;

  AttachmentRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Attachment add(AttachmentSubject subject, CheckedFile file, String by, Instant now) {
    var sha256 = file.sha256();
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into attachment (subject_kind, subject_id, name, media_type, size, sha256,
                                    content, added_by, added_at)
            values (:kind, :subject, :name, :type, :size, :sha256, :content, :by, :now)
            """)
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .param("name", file.name())
        .param("type", file.mediaType())
        .param("size", file.content().length)
        .param("sha256", sha256)
        .param("content", file.content())
        .param("by", by)
        .param("now", at(now))
        .update(id, "id");
    return new Attachment(
        id.getKeyAs(Long.class),
        subject,
        file.name(),
        file.mediaType(),
        file.content().length,
        sha256,
        by,
        now);
  }

  int count(AttachmentSubject subject) {
    return jdbc.sql(
            """
            select count(*) from attachment where subject_kind = :kind and subject_id = :subject
            """)
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .query(Integer.class)
        .single();
  }

  /** In the order in which they were attached. */
  List<Attachment> list(AttachmentSubject subject) {
    return jdbc.sql(SELECT + " where subject_kind = :kind and subject_id = :subject order by id")
        .param("kind", subject.kind())
        .param("subject", subject.id())
        .query(RecordMapper.of(Attachment.class))
        .list();
  }

  Optional<Attachment> find(long id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id)
        .query(RecordMapper.of(Attachment.class))
        .optional();
  }

  Optional<byte[]> content(long id) {
    return jdbc.sql("select content from attachment where id = :id")
        .param("id", id)
        .query((row, number) -> row.getBytes("content"))
        .optional();
  }

  void remove(String kind, Collection<Long> subjects) {
    var ids = new ArrayList<>(subjects);
    for (var from = 0; from < ids.size(); from += BATCH) {
      jdbc.sql("delete from attachment where subject_kind = :kind and subject_id in (:subjects)")
          .param("kind", kind)
          .param("subjects", ids.subList(from, Math.min(from + BATCH, ids.size())))
          .update();
    }
  }
}
