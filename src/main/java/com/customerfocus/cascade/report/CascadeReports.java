package com.customerfocus.cascade.report;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.Cascades;
import com.customerfocus.cascade.MemoVersions;
import com.customerfocus.cascade.culture.Culture;
import com.customerfocus.cascade.culture.CultureAttribute;
import com.customerfocus.cascade.receipt.Counts;
import com.customerfocus.cascade.receipt.Reattestations;
import com.customerfocus.cascade.receipt.ReceiptState;
import com.customerfocus.organization.absence.AwayNow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about cascades. */
@Service
@Transactional(readOnly = true)
public class CascadeReports {

  private static final int ROWS_AT_ONCE = 1_000;

  private final Cascades cascades;
  private final Culture culture;
  private final MemoVersions versions;
  private final Reattestations reattestations;
  private final ReceiptCountCache receiptCounts;
  private final NamedParameterJdbcTemplate streaming;
  private final Clock clock;

  CascadeReports(
      Cascades cascades,
      Culture culture,
      MemoVersions versions,
      Reattestations reattestations,
      ReceiptCountCache receiptCounts,
      DataSource dataSource,
      Clock clock) {
    this.cascades = cascades;
    this.culture = culture;
    this.versions = versions;
    this.reattestations = reattestations;
    this.receiptCounts = receiptCounts;
    var streaming = new JdbcTemplate(dataSource);
    streaming.setFetchSize(ROWS_AT_ONCE);
    this.streaming = new NamedParameterJdbcTemplate(streaming);
    this.clock = clock;
  }

  /** Newest first. */
  public List<Cascade> cascades(int offset, int limit) {
    return cascades.list(offset, limit);
  }

  public boolean exists(long cascadeId) {
    return cascades.find(cascadeId).isPresent();
  }

  /** Title of its memo; empty when there is no such cascade. */
  public Optional<String> title(long cascadeId) {
    return cascades.find(cascadeId).map(Cascade::title);
  }

  /** At most two queries for an audience of any size; figures of a large one are up to 10 s old. */
  public Optional<CascadeFigures> figures(long cascadeId) {
    return cascades.find(cascadeId).map(this::figures);
  }

  private CascadeFigures figures(Cascade cascade) {
    var byDepartment = new TreeMap<String, Counts>();
    var byHeritage = new TreeMap<String, Counts>();
    var byLevel = new TreeMap<Integer, Counts>();
    var receipts = receiptCounts.of(cascade);
    for (var part : receipts.parts()) {
      byDepartment.merge(part.department(), part.counts(), Counts::plus);
      byHeritage.merge(part.heritage(), part.counts(), Counts::plus);
      byLevel.merge(part.level(), part.counts(), Counts::plus);
    }
    return new CascadeFigures(
        cascade, receipts.countedAt(), receipts.total(), byDepartment, byHeritage, byLevel);
  }

  /**
   * What made the heritage companies successful, by company, what most managers named first. Two
   * queries.
   */
  public Optional<Map<String, List<CultureAttribute>>> culture(long cascadeId) {
    return cascades.find(cascadeId).map(cascade -> culture.byHeritage(cascadeId));
  }

  /** The versions of its memo, the first one first, and how many confirmed each. */
  public List<VersionFigures> versions(long cascadeId) {
    var counts = reattestations.counts(cascadeId);
    return versions.published(cascadeId).stream()
        .map(
            version -> {
              var confirmed = counts.getOrDefault(version.version(), Counts.NONE);
              return new VersionFigures(version, confirmed.briefed(), confirmed.acknowledged());
            })
        .toList();
  }

  /** How many acknowledgements came with signs of a program. */
  public int perhapsByPrograms(long cascadeId) {
    return streaming
        .getJdbcTemplate()
        .queryForObject(
            """
            select count(*) from receipt
             where cascade_id = ? and scanner_signs is not null and state = 'ACKNOWLEDGED'
            """,
            Integer.class,
            cascadeId);
  }

  /** Hands out every receipt, by level and name, without ever holding them all. */
  public void receipts(long cascadeId, Consumer<ReceiptLine> reader) {
    streaming.query(
        """
        select r.person_id, p.name, d.name as department, r.heritage, r.level, r.briefed_by,
               r.state, r.briefed_at, r.acknowledged_at, r.excused_by, r.excused_at,
               r.excuse_reason, r.version, r.scanner_signs,
               away.until_day as away_until
          from receipt r
          join person p on p.id = r.person_id
          join department d on d.id = r.department_id
          left join (%s) away on away.person_id = r.person_id
         where r.cascade_id = :cascade
         order by r.level, p.name, r.id
        """
            .formatted(AwayNow.PEOPLE),
        Map.of("now", at(clock.instant()), "cascade", cascadeId),
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
                  row.getString("excuse_reason"),
                  row.getInt("version"),
                  row.getObject("away_until", LocalDate.class),
                  row.getString("scanner_signs")));
        });
  }
}
