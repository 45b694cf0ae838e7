package com.customerfocus.cascade;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code memo_version}, and which version a cascade is at. */
@Component
public class MemoVersions {

  private static final String COLUMNS =
      """
      version, kind, title, body, title_es, body_es, figures, what_changed, what_changed_es,
      written_by, reviewed_by, published_at
      """;

  /** A cascade as its own first version; only those never corrected have no row for it. */
  private static final String FIRST =
      """
      select 1 as version, 'FIRST' as kind, c.title, c.body, c.title_es, c.body_es, c.figures,
             cast(null as varchar(1000)) as what_changed,
             cast(null as varchar(1000)) as what_changed_es, c.launched_by as written_by,
             c.released_by as reviewed_by, c.released_at as published_at
        from cascade c
       where c.id = :cascade
         and not exists (select 1 from memo_version v where v.cascade_id = c.id and v.version = 1)
      """;

  private static final RecordMapper<MemoVersion> VERSION = RecordMapper.of(MemoVersion.class);

  private final JdbcClient jdbc;

  MemoVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The version that is being written or reviewed, if one is. */
  public Optional<MemoVersion> draft(long cascadeId) {
    return jdbc.sql(
            "select %s from memo_version where cascade_id = :cascade and published_at is null"
                .formatted(COLUMNS))
        .param("cascade", cascadeId)
        .query(VERSION)
        .optional();
  }

  /** Keeps what is to become the cascade's next version, instead of what was kept before. */
  public void saveDraft(long cascadeId, MemoVersion draft) {
    dropDraft(cascadeId);
    jdbc.sql(
            """
            insert into memo_version
              (cascade_id, version, kind, title, body, title_es, body_es, figures, what_changed,
               what_changed_es, written_by)
            values
              (:cascade, :version, :kind, :title, :body, :titleEs, :bodyEs, :figures, :whatChanged,
               :whatChangedEs, :writtenBy)
            """)
        .param("cascade", cascadeId)
        .param("version", draft.version())
        .param("kind", draft.kind().name())
        .param("title", draft.title())
        .param("body", draft.body())
        .param("titleEs", draft.titleEs())
        .param("bodyEs", draft.bodyEs())
        .param("figures", draft.figures())
        .param("whatChanged", draft.whatChanged())
        .param("whatChangedEs", draft.whatChangedEs())
        .param("writtenBy", draft.writtenBy())
        .update();
  }

  public void dropDraft(long cascadeId) {
    jdbc.sql("delete from memo_version where cascade_id = :cascade and published_at is null")
        .param("cascade", cascadeId)
        .update();
  }

  /**
   * Makes the draft what everyone reads, and puts the first version on record with the first
   * correction; false when the cascade is not running any more.
   *
   * @param closesAt when the cascade is over at the latest from now on
   */
  public boolean publish(
      long cascadeId, MemoVersion draft, String reviewedBy, Instant closesAt, Instant now) {
    jdbc.sql(
            "insert into memo_version (%s, cascade_id) select original.*, :cascade from (%s) original"
                .formatted(COLUMNS, FIRST))
        .param("cascade", cascadeId)
        .update();
    jdbc.sql(
            """
            update memo_version set reviewed_by = :reviewedBy, published_at = :now
             where cascade_id = :cascade and version = :version
            """)
        .param("cascade", cascadeId)
        .param("version", draft.version())
        .param("reviewedBy", reviewedBy)
        .param("now", at(now))
        .update();
    var material = draft.kind() == CorrectionKind.MATERIAL;
    return jdbc.sql(
                """
                update cascade
                   set title = :title, body = :body, title_es = :titleEs, body_es = :bodyEs,
                       figures = :figures, version = :version,
                       required_version =
                         case when :material then :version else required_version end,
                       reattesting = reattesting or :material, closes_at = :closesAt
                 where id = :cascade and state = 'RUNNING' and version = :version - 1
                """)
            .param("cascade", cascadeId)
            .param("title", draft.title())
            .param("body", draft.body())
            .param("titleEs", draft.titleEs())
            .param("bodyEs", draft.bodyEs())
            .param("figures", draft.figures())
            .param("version", draft.version())
            .param("material", material)
            .param("closesAt", at(closesAt))
            .update()
        == 1;
  }

  /** Everyone has been asked for the newest version. */
  public void asked(long cascadeId) {
    jdbc.sql("update cascade set reattesting = false where id = :cascade")
        .param("cascade", cascadeId)
        .update();
  }

  /** What people have read, the first version first; those of cascades never corrected, too. */
  public List<MemoVersion> published(long cascadeId) {
    return jdbc.sql(
            """
            select %s from memo_version
             where cascade_id = :cascade and published_at is not null
            union all %s
            order by version
            """
                .formatted(COLUMNS, FIRST))
        .param("cascade", cascadeId)
        .query(VERSION)
        .list();
  }
}
