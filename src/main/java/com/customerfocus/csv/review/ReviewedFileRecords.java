package com.customerfocus.csv.review;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * The table of one kind of reviewed files. Each kind has a table of its own, whose columns have the
 * same names and meaning; only the figures differ. The room of the table extends this class, names
 * the table, and is its owner. Methods are protected where they could be package-private: a proxy
 * of a subclass, which is in another package, passes on no others.
 *
 * @param <I> a row as it is listed: the common columns, then the figures
 */
public abstract class ReviewedFileRecords<I extends Record> {

  private static final int LONGEST_NAME = 200;

  private final JdbcClient jdbc;
  private final String table;
  private final List<String> figures;
  private final Class<I> listed;

  /**
   * @param figures columns that are filled when a file has been applied
   */
  protected ReviewedFileRecords(
      String table, List<String> figures, Class<I> listed, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.table = table;
    this.figures = List.copyOf(figures);
    this.listed = listed;
  }

  private JdbcClient.StatementSpec sql(String sql) {
    return jdbc.sql(sql.replace("%table", table).replace("%forgotten", forgotten()));
  }

  /** Assignments that empty all columns with what the file says. */
  protected String forgotten() {
    return "content = null";
  }

  /**
   * Puts on record that a file came.
   *
   * @param content null when the file needs no decision
   * @param size bytes of the content
   * @return the file's id
   */
  protected long uploaded(
      String fileName, InputStreamSource content, long size, String by, Instant now) {
    var id = new GeneratedKeyHolder();
    sql("""
        insert into %table (file_name, imported_by, uploaded_at, state, content)
        values (:name, :by, :now, 'UPLOADED', :content)
        """)
        .param("name", cut(fileName))
        .param("by", by)
        .param("now", at(now))
        .param("content", content == null ? null : new SqlBinaryValue(content, size))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** Takes another file in place of one that waits. */
  protected void replaced(
      long id, String fileName, InputStreamSource content, long size, Instant now) {
    sql("""
        update %table
           set file_name = :name, content = :content, uploaded_at = :now, fingerprint = null
         where id = :id and state = 'UPLOADED'
        """)
        .param("id", id)
        .param("name", cut(fileName))
        .param("content", new SqlBinaryValue(content, size))
        .param("now", at(now))
        .update();
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  public ReviewedFile file(long id) {
    return sql("""
        select file_name, imported_by, uploaded_at, fingerprint, octet_length(content) as size
          from %table where id = :id
        """)
        .param("id", id)
        .query(
            (row, n) -> {
              var size = row.getObject("size", Integer.class);
              return new ReviewedFile(
                  row.getString("file_name"),
                  row.getString("imported_by"),
                  row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                  row.getString("fingerprint"),
                  size == null ? null : content(id, size));
            })
        .single();
  }

  private StoredContent content(long id, int size) {
    return new StoredContent(
        size,
        from ->
            sql("select substring(content from :from for :length) from %table where id = :id")
                .param("from", from)
                .param("length", StoredContent.PIECE)
                .param("id", id)
                .query(byte[].class)
                .single());
  }

  /** Ids of files that wait for a decision and are kept. */
  public List<Long> waiting() {
    return sql("select id from %table where state = 'UPLOADED' and content is not null order by id")
        .query(Long.class)
        .list();
  }

  /**
   * Removes what a file says before it is decided about; then it can only be given up or replaced.
   */
  public void forget(long id) {
    sql("update %table set fingerprint = null, %forgotten where id = :id and state = 'UPLOADED'")
        .param("id", id)
        .update();
  }

  /** The same for all files that wait since before a time. */
  public void forgetUploadedBefore(Instant time) {
    sql("""
        update %table set fingerprint = null, %forgotten
         where state = 'UPLOADED' and content is not null and uploaded_at < :time
        """)
        .param("time", at(time))
        .update();
  }

  protected void checked(long id, String fingerprint) {
    sql("update %table set fingerprint = :fingerprint where id = :id")
        .param("fingerprint", fingerprint)
        .param("id", id)
        .update();
  }

  protected void decided(long id, String by) {
    sql("update %table set decided_by = :by where id = :id")
        .param("by", by)
        .param("id", id)
        .update();
  }

  protected void discarded(long id, String by, String reason, Instant now) {
    sql("""
        update %table
           set state = 'DISCARDED', decided_by = :by, reason = :reason, ended_at = :now,
               %forgotten
         where id = :id and state = 'UPLOADED'
        """)
        .param("id", id)
        .param("by", by)
        .param("reason", reason)
        .param("now", at(now))
        .update();
  }

  /** Puts on record that a file was applied, and its figures by their columns. */
  protected void applied(long id, Map<String, Integer> values, Instant now) {
    var assignments =
        figures.stream().map(it -> ", %1$s = :%1$s".formatted(it)).collect(Collectors.joining());
    sql("update %table set state = 'APPLIED', ended_at = :now, %forgotten"
            + assignments
            + " where id = :id")
        .param("id", id)
        .param("now", at(now))
        .params(values)
        .update();
  }

  /** Newest first. */
  protected List<I> list(int offset, int limit) {
    return sql("select id, file_name, imported_by, uploaded_at, state, decided_by, ended_at, reason, "
            + String.join(", ", figures)
            + " from %table order by id desc offset :offset rows fetch next :limit rows only")
        .param("offset", offset)
        .param("limit", limit)
        .query(RecordMapper.of(listed))
        .list();
  }
}
