package com.customerfocus.attachment;

import com.customerfocus.access.Actor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Files attached to promises: those who made the promise read them. */
@TestComponent
public class FilesOfPromises implements AttachmentReaders {

  private static final String KIND = "promise-in-test";

  private final JdbcTemplate rows;

  FilesOfPromises(JdbcTemplate rows) {
    this.rows = rows;
  }

  /**
   * @param id of a promise
   */
  public static AttachmentSubject promise(long id) {
    return new AttachmentSubject(KIND, id);
  }

  @Override
  public String subjectKind() {
    return KIND;
  }

  @Override
  public boolean mayRead(long promise, Actor reader) {
    return !rows.queryForList(
            "select id from promise where id = ? and made_by = ?", promise, reader.id())
        .isEmpty();
  }
}
