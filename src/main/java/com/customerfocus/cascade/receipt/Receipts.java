package com.customerfocus.cascade.receipt;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.cascade.briefing.Attendance;
import com.customerfocus.cascade.briefing.TeamBriefing;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code receipt}: one row a person and cascade. */
@Component
public class Receipts {

  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Records who of the team was briefed and who is excused, of those who were pending.
   *
   * @param version of the memo they were briefed on
   */
  public void record(
      TeamBriefing briefing, int version, Attendance attendance, String by, Instant now) {
    briefed(briefing.cascadeId(), briefing.managerId(), version, attendance.briefed(), now);
    excuse(briefing.cascadeId(), briefing.managerId(), attendance, by, now);
  }

  private void briefed(
      long cascadeId, String managerId, int version, Collection<String> people, Instant now) {
    if (people.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            update receipt set state = 'BRIEFED', briefed_at = :now, version = :version
             where cascade_id = :cascade and briefed_by = :manager and state = 'PENDING'
               and person_id in (:people)
            """)
        .param("cascade", cascadeId)
        .param("manager", managerId)
        .param("version", version)
        .param("people", people)
        .param("now", at(now))
        .update();
  }

  private void excuse(
      long cascadeId, String managerId, Attendance attendance, String by, Instant now) {
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
        .param("cascade", cascadeId)
        .param("manager", managerId)
        .param("people", attendance.excused())
        .param("by", by)
        .param("reason", attendance.excuseReason())
        .param("now", at(now))
        .update();
  }

  /**
   * Acknowledges a receipt in this state, unless its cascade was withdrawn, its link has expired or
   * its person has left, or the cascade asks for a later version than the one the person has read;
   * whether it did.
   */
  boolean acknowledge(long receiptId, int version, ReceiptState from, Instant now) {
    return acknowledge("id = :id", Map.of("id", receiptId), version, from, now);
  }

  /** The same for the briefed receipt of this person in this cascade, if there is one. */
  boolean acknowledgeBriefed(long cascadeId, String personId, int version, Instant now) {
    return acknowledge(
        "cascade_id = :cascade and person_id = :person",
        Map.of("cascade", cascadeId, "person", personId),
        version,
        ReceiptState.BRIEFED,
        now);
  }

  private boolean acknowledge(
      String which, Map<String, ?> params, int version, ReceiptState from, Instant now) {
    // Told by the row itself, too: who is asked again at this very moment has not read the new
    // text.
    var inTime =
        from == ReceiptState.PENDING
            ? "receipt.version <= :version"
            : "receipt.version >= c.asks_for";
    return jdbc.sql(
                """
                update receipt
                   set state = 'ACKNOWLEDGED', acknowledged_at = :now, version = :version
                 where %s and state = :from
                   and exists (select 1 from cascade c
                                where c.id = receipt.cascade_id and c.state <> 'WITHDRAWN'
                                  and c.closes_at > :now
                                  and :version between c.asks_for and c.version and %s)
                   and exists (select 1 from person p
                                where p.id = receipt.person_id and p.active)
                """
                    .formatted(which, inTime))
            .params(params)
            .param("version", version)
            .param("from", from.name())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Whether the cascade of this receipt asks for a later version than this one. */
  public boolean isOutdated(long receiptId, int version) {
    return jdbc.sql(
            """
            select exists (select 1 from receipt r join cascade c on c.id = r.cascade_id
                            where r.id = :id and c.asks_for > :version)
            """)
        .param("id", receiptId)
        .param("version", version)
        .query(Boolean.class)
        .single();
  }

  /** The receipt of this person in this cascade, if the person is in its audience. */
  Optional<Long> of(long cascadeId, String personId) {
    return jdbc.sql("select id from receipt where cascade_id = :cascade and person_id = :person")
        .param("cascade", cascadeId)
        .param("person", personId)
        .query(Long.class)
        .optional();
  }

  /**
   * Lapses up to so many pending receipts. One that is being answered at this moment is left for
   * later, so that no answer is taken back.
   */
  public void lapse(long cascadeId, int limit, Instant now) {
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

  /** Whether anybody is pending. */
  public boolean isAnyPending(long cascadeId) {
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
