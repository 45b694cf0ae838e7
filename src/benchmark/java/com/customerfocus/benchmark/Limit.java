package com.customerfocus.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Speed of the database alone: the time to write the rows of a cascade without computing the
 * audience. They are copied from a plain table into an empty one with the columns, defaults,
 * indexes and foreign keys of ours, in one statement and transaction; the commit counts.
 *
 * <p>The limit is favoured: no recursion, no joins, no audience, source rows in memory, an empty
 * table, no other session, and the median of three runs, so that neither a cold start nor a
 * checkpoint counts. Ours does all of that with everything else the program does until the first
 * briefing exists.
 */
final class Limit {

  private static final int TIMES = 3;

  /** What {@code ReceiptOpening} writes. */
  private static final Rows RECEIPTS =
      new Rows(
          "receipt",
          "cascade_id, person_id, briefed_by, level, department_id, heritage, state",
          """
          select cascade_id, person_id, briefed_by, level, department_id, heritage,
                 'PENDING' as state
            from receipt where cascade_id = ? order by id
          """);

  /** What {@code NoticeService.record} writes, for the receipts of a cascade. */
  private static final Rows NOTICES =
      new Rows(
          "notice",
          "kind, subject_id, occasion, recipient_id, name, address, language, site, state, next_try_at,"
              + " created_at",
          """
          select 'memo-arrived' as kind, r.id as subject_id, 0 as occasion, r.person_id as recipient_id,
                 p.name, p.mail as address, p.language, p.site, 'NOT_SENT' as state,
                 current_timestamp as next_try_at, current_timestamp as created_at
            from receipt r join person p on p.id = r.person_id
           where r.cascade_id = ? order by r.id
          """);

  private final JdbcTemplate jdbc;
  private final boolean isPostgres;

  Limit(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.isPostgres =
        jdbc.execute(
            (ConnectionCallback<Boolean>)
                connection ->
                    connection.getMetaData().getDatabaseProductName().equals("PostgreSQL"));
  }

  private record Rows(String table, String columns, String query) {}

  /**
   * Time to write rows again.
   *
   * @param seconds for all of them
   */
  record Written(long rows, double seconds) {}

  /** The receipts of this cascade. */
  Written receipts(long cascadeId) {
    return writeAgain(RECEIPTS, cascadeId);
  }

  /** The notices of all receipts of this cascade. */
  Written notices(long cascadeId) {
    return writeAgain(NOTICES, cascadeId);
  }

  private Written writeAgain(Rows rows, long cascadeId) {
    jdbc.update("create table limit_rows as " + rows.query(), cascadeId);
    var copy = emptyCopyOf(rows.table());
    try {
      var all = jdbc.queryForObject("select count(*) from limit_rows", Long.class);
      var insert =
          "insert into %s (%s) select %s from limit_rows"
              .formatted(copy, rows.columns(), rows.columns());
      var seconds =
          IntStream.range(0, TIMES).mapToDouble(time -> seconds(copy, insert)).sorted().toArray();
      return new Written(all, seconds[TIMES / 2]);
    } finally {
      jdbc.execute("drop table " + copy);
      jdbc.execute("drop table limit_rows");
    }
  }

  private double seconds(String table, String insert) {
    jdbc.execute("truncate table " + table);
    var start = System.nanoTime();
    jdbc.update(insert);
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * Creates an empty copy of this table with its indexes and keys.
   *
   * @return its name
   */
  String emptyCopyOf(String table) {
    var copy = "limit_of_" + table;
    var statements = isPostgres ? onPostgres(table, copy) : onH2(table, copy);
    statements.forEach(jdbc::execute);
    return copy;
  }

  /** PostgreSQL's LIKE copies everything except foreign keys. */
  private List<String> onPostgres(String table, String copy) {
    var statements = new ArrayList<String>();
    statements.add("create table %s (like %s including all)".formatted(copy, table));
    jdbc.execute(
        (ConnectionCallback<Void>)
            connection -> {
              try (var keys = connection.getMetaData().getImportedKeys(null, null, table)) {
                while (keys.next()) {
                  statements.add(foreignKey(copy, keys));
                }
              }
              return null;
            });
    return statements;
  }

  private static String foreignKey(String copy, ResultSet key) throws SQLException {
    return "alter table %s add foreign key (%s) references %s (%s)"
        .formatted(
            copy,
            key.getString("FKCOLUMN_NAME"),
            key.getString("PKTABLE_NAME"),
            key.getString("PKCOLUMN_NAME"));
  }

  /** H2's script of the table, with new names for all but other tables. */
  private List<String> onH2(String table, String copy) {
    var names = Pattern.compile("\"PUBLIC\"\\.\"(?!CASCADE\")(\\w+)\"");
    return jdbc.queryForList("script nodata nopasswords table " + table, String.class).stream()
        .filter(statement -> names.matcher(statement).find())
        .map(
            statement ->
                names
                    .matcher(statement)
                    .replaceAll(
                        name ->
                            name.group(1).equals(table.toUpperCase(Locale.ROOT))
                                ? copy
                                : "limit_of_" + name.group(1)))
        .toList();
  }
}
