package com.customerfocus.cascade.receipt;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code attestation}, and asking readers of an outdated version again. */
@Component
public class Reattestations {

  /**
   * Readers whose version is below the cascade's required version and who have not been asked for
   * it yet. Those who have left are not asked again.
   */
  private static final String TO_ASK =
      """
      cascade_id = :cascade and state in ('PENDING', 'BRIEFED', 'ACKNOWLEDGED')
        and version < (select c.required_version from cascade c where c.id = :cascade)
        and (state = 'PENDING'
             or exists (select 1 from person p where p.id = receipt.person_id and p.active))
      """;

  private final JdbcClient jdbc;

  Reattestations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Locks up to {@code limit} receipts that are to be asked for again. One that is being
   * acknowledged is locked and left for later.
   */
  public List<Long> lockToAsk(long cascadeId, int limit) {
    return jdbc.sql(
            """
            select id from receipt where %s
             fetch first :limit rows only
               for update skip locked
            """
                .formatted(TO_ASK))
        .param("cascade", cascadeId)
        .param("limit", limit)
        .query(Long.class)
        .list();
  }

  /** Whether any reader is to be asked again. */
  public boolean isAnyToAsk(long cascadeId) {
    return jdbc.sql("select exists (select 1 from receipt where %s)".formatted(TO_ASK))
        .param("cascade", cascadeId)
        .query(Boolean.class)
        .single();
  }

  /**
   * Records the acknowledgements of earlier versions and makes these receipts pending for the
   * required version. Receipts that are pending for it, or of that version, stay as they are.
   */
  public void askAgain(Collection<Long> receiptIds) {
    jdbc.sql(
            """
            insert into attestation
              (receipt_id, cascade_id, person_id, version, state, attested_at)
            select r.id, r.cascade_id, r.person_id, r.version, r.state,
                   case r.state when 'BRIEFED' then r.briefed_at else r.acknowledged_at end
              from receipt r join cascade c on c.id = r.cascade_id
             where r.id in (:receipts) and r.state in ('BRIEFED', 'ACKNOWLEDGED')
               and r.version < c.required_version
            """)
        .param("receipts", receiptIds)
        .update();
    jdbc.sql(
            """
            update receipt
               set state = 'PENDING', briefed_at = null, acknowledged_at = null,
                   scanner_signs = null,
                   version = (select c.required_version from cascade c
                               where c.id = receipt.cascade_id)
             where id in (:receipts) and state in ('PENDING', 'BRIEFED', 'ACKNOWLEDGED')
               and version < (select c.required_version from cascade c
                               where c.id = receipt.cascade_id)
            """)
        .param("receipts", receiptIds)
        .update();
  }

  /**
   * A reader who is asked to acknowledge again.
   *
   * @param attestationId of an earlier version
   * @param known the newest version that the reader has acknowledged or was briefed on
   * @param newest version of the memo
   */
  public record AskedAgain(
      long attestationId, long receiptId, long cascadeId, int known, int newest) {}

  /**
   * Who of these is still to acknowledge again, by attestation; without readers who have done so,
   * and without closed cascades.
   */
  public Map<Long, AskedAgain> askedAgain(Collection<Long> attestationIds, Instant now) {
    return jdbc
        .sql(
            """
            select a.id as attestation_id, r.id as receipt_id, r.cascade_id, c.version as newest,
                   case when r.state = 'PENDING'
                        then (select max(answered.version) from attestation answered
                               where answered.receipt_id = r.id)
                        else r.version end as known
              from attestation a
              join receipt r on r.id = a.receipt_id
              join cascade c on c.id = r.cascade_id
             where a.id in (:ids) and c.closes_at > :now
               and (r.state = 'PENDING'
                    or r.state in ('BRIEFED', 'ACKNOWLEDGED') and r.version < c.required_version)
            """)
        .param("ids", attestationIds)
        .param("now", at(now))
        .query(RecordMapper.of(AskedAgain.class))
        .list()
        .stream()
        .collect(Collectors.toMap(AskedAgain::attestationId, asked -> asked));
  }

  /** How many confirmed each version, whether they were asked again afterwards or not. */
  public Map<Integer, Counts> counts(long cascadeId) {
    var counts = new TreeMap<Integer, Counts>();
    jdbc.sql(
            """
            select version, state, count(*) as people from receipt
             where cascade_id = :cascade and state in ('BRIEFED', 'ACKNOWLEDGED')
             group by version, state
            union all
            select version, state, count(*) as people from attestation
             where cascade_id = :cascade
             group by version, state
            """)
        .param("cascade", cascadeId)
        .query(
            row -> {
              counts.merge(
                  row.getInt("version"),
                  Counts.of(ReceiptState.valueOf(row.getString("state")), row.getLong("people")),
                  Counts::plus);
            });
    return counts;
  }
}
