package com.customerfocus.cascade.receipt;

import static com.customerfocus.support.Timestamps.at;
import static com.customerfocus.support.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code receipt}: one row a person and cascade. */
@Component
class Receipts {

  /** Subqueries, not joins: only the receipt is to be locked. */
  private static final String LOCK =
      """
      select r.id, r.state, r.version,
             (select c.required_version from cascade c
               where c.id = r.cascade_id) as required_version,
             (select c.version from cascade c where c.id = r.cascade_id) as memo_version,
             (select c.closes_at from cascade c where c.id = r.cascade_id) as closes_at,
             (select c.state = 'WITHDRAWN' from cascade c where c.id = r.cascade_id) as withdrawn,
             (select p.active from person p where p.id = r.person_id) as active
        from receipt r
      """;

  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Records who of the team was briefed and who is excused, of those who were pending. */
  void record(TeamAttendance attendance, String by, Instant now) {
    briefed(attendance, now);
    excuse(attendance, by, now);
  }

  private void briefed(TeamAttendance attendance, Instant now) {
    if (attendance.briefed().isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update receipt set state = 'BRIEFED', briefed_at = :now, version = :version
             where cascade_id = :cascade and briefed_by = :manager and state = 'PENDING'
               and person_id in (:people)
            """)
        .param("cascade", attendance.cascadeId())
        .param("manager", attendance.managerId())
        .param("version", attendance.version())
        .param("people", attendance.briefed())
        .param("now", at(now))
        .update();
  }

  private void excuse(TeamAttendance attendance, String by, Instant now) {
    if (attendance.excused().isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update receipt set state = 'EXCUSED', excused_by = :by, excused_at = :now,
                               excuse_reason = :reason
             where cascade_id = :cascade and briefed_by = :manager and state = 'PENDING'
               and person_id in (:people)
            """)
        .param("cascade", attendance.cascadeId())
        .param("manager", attendance.managerId())
        .param("people", attendance.excused())
        .param("by", by)
        .param("reason", attendance.excuseReason())
        .param("now", at(now))
        .update();
  }

  /** A receipt, locked until the transaction ends. */
  Optional<Receipt> lock(long receiptId) {
    return jdbc.sql(LOCK + " where r.id = :id for update")
        .param("id", receiptId)
        .query(Receipts::receipt)
        .optional();
  }

  /** The receipt of this person in this cascade, if there is one, locked. */
  Optional<Receipt> lock(long cascadeId, String personId) {
    return jdbc.sql(LOCK + " where r.cascade_id = :cascade and r.person_id = :person for update")
        .param("cascade", cascadeId)
        .param("person", personId)
        .query(Receipts::receipt)
        .optional();
  }

  private static Receipt receipt(ResultSet row, int n) throws SQLException {
    return new Receipt(
        row.getLong("id"),
        ReceiptState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getInt("required_version"),
        row.getInt("memo_version"),
        instant(row, "closes_at"),
        row.getBoolean("withdrawn"),
        row.getBoolean("active"));
  }

  /** Records that the person of a locked receipt has acknowledged this version. */
  void acknowledged(long receiptId, int version, ScannerSigns signs, Instant now) {
    jdbc.sql(
            """
            update receipt set state = 'ACKNOWLEDGED', acknowledged_at = :now, version = :version,
                               scanner_signs = :signs
             where id = :id
            """)
        .param("signs", signs.stored(), Types.VARCHAR)
        .param("id", receiptId)
        .param("version", version)
        .param("now", at(now))
        .update();
  }

  /**
   * Lapses at most {@code limit} pending receipts. One that is being acknowledged is locked and
   * left for later.
   */
  void lapse(long cascadeId, int limit, Instant now) {
    var pending =
        jdbc.sql(
                """
                select id from receipt
                 where cascade_id = :cascade and state = 'PENDING'
                 fetch first :limit rows only
                   for update skip locked
                """)
            .param("cascade", cascadeId)
            .param("limit", limit)
            .query(Long.class)
            .list();
    if (!pending.isEmpty()) {
      jdbc.sql("update receipt set state = 'LAPSED', lapsed_at = :now where id in (:pending)")
          .param("pending", pending)
          .param("now", at(now))
          .update();
    }
  }

  /** Whether any receipt of the cascade is pending. */
  boolean isAnyPending(long cascadeId) {
    return jdbc.sql(
            """
            select exists (select 1 from receipt
                            where cascade_id = :cascade and state = 'PENDING')
            """)
        .param("cascade", cascadeId)
        .query(Boolean.class)
        .single();
  }
}
