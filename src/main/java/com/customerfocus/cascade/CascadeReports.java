package com.customerfocus.cascade;

import static com.customerfocus.cascade.Times.instant;

import com.customerfocus.cascade.CascadeFigures.Counts;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about cascades. */
@Service
@Transactional(readOnly = true)
public class CascadeReports {

  private static final int ROWS_AT_ONCE = 1_000;

  private final Cascades cascades;
  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;

  CascadeReports(Cascades cascades, JdbcClient jdbc, DataSource dataSource) {
    this.cascades = cascades;
    this.jdbc = jdbc;
    this.streaming = new JdbcTemplate(dataSource);
    this.streaming.setFetchSize(ROWS_AT_ONCE);
  }

  /** Newest first. */
  public List<Cascade> cascades(int offset, int limit) {
    return cascades.list(offset, limit);
  }

  public boolean exists(long cascadeId) {
    return cascades.find(cascadeId).isPresent();
  }

  /** Two queries, whatever the size of the audience. */
  public Optional<CascadeFigures> figures(long cascadeId) {
    return cascades.find(cascadeId).map(this::figures);
  }

  private CascadeFigures figures(Cascade cascade) {
    var byDepartment = new TreeMap<String, Counts>();
    var byHeritage = new TreeMap<String, Counts>();
    var byLevel = new TreeMap<Integer, Counts>();
    jdbc.sql(
            """
            select d.name, f.heritage, f.level, f.state, f.people
              from (select department_id, heritage, level, state, count(*) as people
                      from receipt where cascade_id = :cascade
                     group by department_id, heritage, level, state) f
              join department d on d.id = f.department_id
            """)
        .param("cascade", cascade.id())
        .query(
            row -> {
              var counts =
                  Counts.of(ReceiptState.valueOf(row.getString("state")), row.getLong("people"));
              byDepartment.merge(row.getString("name"), counts, Counts::plus);
              byHeritage.merge(row.getString("heritage"), counts, Counts::plus);
              byLevel.merge(row.getInt("level"), counts, Counts::plus);
            });
    var total = byLevel.values().stream().reduce(Counts.NONE, Counts::plus);
    return new CascadeFigures(cascade, total, byDepartment, byHeritage, byLevel);
  }

  /** Hands out every receipt, by level and name, without ever holding them all. */
  public void receipts(long cascadeId, Consumer<ReceiptLine> reader) {
    streaming.query(
        """
        select r.person_id, p.name, d.name as department, r.heritage, r.level, r.briefed_by,
               r.state, r.briefed_at, r.acknowledged_at, r.excused_by, r.excused_at,
               r.excuse_reason
          from receipt r
          join person p on p.id = r.person_id
          join department d on d.id = r.department_id
         where r.cascade_id = ?
         order by r.level, p.name, r.id
        """,
        row -> {
          reader.accept(
              new ReceiptLine(
                  row.getString("person_id"),
                  row.getString("name"),
                  row.getString("department"),
                  row.getString("heritage"),
                  row.getInt("level"),
                  row.getString("briefed_by"),
                  ReceiptState.valueOf(row.getString("state")),
                  instant(row, "briefed_at"),
                  instant(row, "acknowledged_at"),
                  row.getString("excused_by"),
                  instant(row, "excused_at"),
                  row.getString("excuse_reason")));
        },
        cascadeId);
  }
}
