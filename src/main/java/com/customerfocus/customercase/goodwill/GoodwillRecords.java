package com.customerfocus.customercase.goodwill;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.goodwill.Approvers.Asked;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.idempotency.KeyedRecords;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code goodwill}, and the locks of table {@code goodwill_lock}. */
@Repository
class GoodwillRecords implements KeyedRecords {

  private static final int SLOTS = 32;

  private static final RecordMapper<Goodwill> GOODWILL = RecordMapper.of(Goodwill.class);

  private static final String SELECT =
      """
      select g.id, g.case_id, g.customer_id, g.kind, g.amount, g.currency, g.reason, g.state,
             g.offered_by, o.name as offered_by_name, g.offered_at, g.exceeded, g.approver_id,
             a.name as approver_name, g.asked_height, g.asked_at, g.approve_by, g.decided_by,
             d.name as decided_by_name, g.decided_at, g.note
        from goodwill g
        left join person o on o.id = g.offered_by
        left join person a on a.id = g.approver_id
        left join person d on d.id = g.decided_by
      """;

  private final JdbcClient jdbc;

  GoodwillRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets no other offer be compared with the limits of this customer or person until the
   * transaction ends.
   */
  void lock(long customerId, String person) {
    var slots = new TreeSet<>(Set.of(Math.floorMod(Long.hashCode(customerId), SLOTS)));
    slots.add(Math.floorMod(person.hashCode(), SLOTS));
    // One after the other, as no database promises an order of the locks of one statement.
    slots.forEach(
        slot ->
            jdbc.sql("select slot from goodwill_lock where slot = :slot for update")
                .param("slot", slot)
                .query(Integer.class)
                .single());
  }

  /**
   * What was given before.
   *
   * @param since from when on the limit of the customer counts
   * @param today when the day of the person began
   */
  GoodwillSums sums(CustomerCase about, String person, Instant since, Instant today) {
    return jdbc.sql(
            """
            select (select coalesce(sum(amount), 0) from goodwill
                     where case_id in (select id from customer_case
                                        where id = :case or joined_to_id = :case)
                       and state in ('GRANTED', 'WAITING')) as of_case,
                   (select coalesce(sum(amount), 0) from goodwill
                     where customer_id = :customer and offered_at >= :since
                       and state in ('GRANTED', 'WAITING')) as of_customer,
                   (select coalesce(sum(amount), 0) from goodwill
                     where offered_by = :person and offered_at >= :today
                       and state = 'GRANTED' and exceeded is null) as of_person_today
            """)
        .param("case", about.id())
        .param("customer", about.customerId())
        .param("since", at(since))
        .param("person", person)
        .param("today", at(today))
        .query(RecordMapper.of(GoodwillSums.class))
        .single();
  }

  /**
   * A new row.
   *
   * @param asked null when it is granted at once
   */
  record NewRow(
      CustomerCase about,
      GoodwillKind kind,
      BigDecimal amount,
      String currency,
      String reason,
      GoodwillState state,
      String offeredBy,
      String exceeded,
      String limitRule,
      Asked asked,
      Instant now) {}

  long add(NewRow row) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into goodwill (case_id, customer_id, kind, amount, currency, reason, state,
                                  offered_by, offered_at, exceeded, limit_rule, approver_id,
                                  asked_height, asked_at, approve_by, is_last_asked)
            values (:case, :customer, :kind, :amount, :currency, :reason, :state, :by, :now,
                    :exceeded, :rule, :approver, :height, :asked, :due, :last)
            """)
        .param("case", row.about().id())
        .param("customer", row.about().customerId())
        .param("kind", row.kind().name())
        .param("amount", row.amount())
        .param("currency", row.currency())
        .param("reason", row.reason())
        .param("state", row.state().name())
        .param("by", row.offeredBy())
        .param("now", at(row.now()))
        .param("exceeded", row.exceeded(), Types.VARCHAR)
        .param("rule", row.limitRule())
        .params(asked(row.asked(), row.now()))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  Optional<Goodwill> find(long id) {
    return jdbc.sql(SELECT + " where g.id = :id").param("id", id).query(GOODWILL).optional();
  }

  /** What this person offered with this key. */
  @Override
  public Optional<Keyed> findKeyed(String offeredBy, String key) {
    return jdbc.sql(
            """
            select id, request_digest as digest from goodwill
             where offered_by = :by and request_key = :key
            """)
        .param("by", offeredBy)
        .param("key", key)
        .query(RecordMapper.of(Keyed.class))
        .optional();
  }

  @Override
  public void keepKey(long id, String key, String digest) {
    jdbc.sql("update goodwill set request_key = :key, request_digest = :digest where id = :id")
        .param("id", id)
        .param("key", key)
        .param("digest", digest)
        .update();
  }

  /** All of a case and of those that it has taken in, in order. */
  List<Goodwill> ofCase(long caseId) {
    return jdbc.sql(
            SELECT
                + """
                 where g.case_id in (select id from customer_case
                                      where id = :case or joined_to_id = :case)
                 order by g.id
                """)
        .param("case", caseId)
        .query(GOODWILL)
        .list();
  }

  boolean isCaseOver(long caseId) {
    return jdbc.sql("select count(*) from customer_case where id = :case and closed_at is not null")
            .param("case", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** All of a customer, in order. */
  List<Goodwill> ofCustomer(long customerId) {
    return jdbc.sql(SELECT + " where g.customer_id = :customer order by g.id")
        .param("customer", customerId)
        .query(GOODWILL)
        .list();
  }

  /**
   * Goodwill about which a manager has to decide.
   *
   * @param ownerId of the case
   */
  record Waiting(
      long id, long caseId, String ownerId, String offeredBy, String approverId, int askedHeight) {}

  private static final String WAITING =
      """
      select g.id, g.case_id, c.owner_id, g.offered_by, g.approver_id, g.asked_height
        from goodwill g join customer_case c on c.id = g.case_id
       where g.state = 'WAITING'
      """;

  /** All that waits, in the order of cases. */
  List<Waiting> waiting() {
    return jdbc.sql(WAITING + " order by g.case_id, g.id")
        .query(RecordMapper.of(Waiting.class))
        .list();
  }

  /** What waits of these cases, in their order. */
  List<Waiting> waiting(Collection<Long> cases) {
    return jdbc.sql(WAITING + " and g.case_id in (:cases) order by g.case_id, g.id")
        .param("cases", cases)
        .query(RecordMapper.of(Waiting.class))
        .list();
  }

  /**
   * What waits of the cases that this one has taken in waits for it from now on.
   *
   * @return the numbers
   */
  List<Long> follow(long survivor) {
    var ids =
        jdbc.sql(
                """
                select id from goodwill
                 where state = 'WAITING'
                   and case_id in (select id from customer_case where joined_to_id = :survivor)
                 order by id
                """)
            .param("survivor", survivor)
            .query(Long.class)
            .list();
    if (!ids.isEmpty()) {
      jdbc.sql("update goodwill set case_id = :survivor where id in (:ids)")
          .param("survivor", survivor)
          .param("ids", ids)
          .update();
    }
    return ids;
  }

  /** Asks this manager; only for the transaction that has locked the case. */
  void ask(long id, Asked asked, Instant now) {
    jdbc.sql(
            """
            update goodwill set approver_id = :approver, asked_height = :height, asked_at = :asked,
                                approve_by = :due, is_last_asked = :last
             where id = :id
            """)
        .param("id", id)
        .params(asked(asked, now))
        .update();
  }

  private static Map<String, ?> asked(Asked asked, Instant now) {
    return asked == null
        ? Map.of(
            "approver", value(null, Types.VARCHAR),
            "height", 0,
            "asked", value(null, Types.TIMESTAMP_WITH_TIMEZONE),
            "due", value(null, Types.TIMESTAMP_WITH_TIMEZONE),
            "last", false)
        : Map.of(
            "approver", asked.approverId(),
            "height", asked.height(),
            // Mails are told apart by the millisecond.
            "asked", at(now.truncatedTo(ChronoUnit.MILLIS)),
            "due", at(asked.until()),
            "last", asked.isLast());
  }

  private static SqlParameterValue value(Object value, int type) {
    return new SqlParameterValue(type, value);
  }

  /**
   * Records the decision.
   *
   * @return false when there is one already
   */
  boolean decide(long id, GoodwillState state, String by, String note, Instant now) {
    return jdbc.sql(
                """
                update goodwill set state = :state, decided_by = :by, decided_at = :now, note = :note
                 where id = :id and state = 'WAITING'
                """)
            .param("id", id)
            .param("state", state.name())
            .param("by", by, Types.VARCHAR)
            .param("now", at(now))
            .param("note", note, Types.VARCHAR)
            .update()
        == 1;
  }

  /** What people wrote about these is no longer on record; figures stay. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql(
            "update goodwill set reason = '…', note = null, request_key = null,"
                + " request_digest = null where id in (:ids)")
        .param("ids", ids)
        .update();
  }
}
