package com.customerfocus.customercase;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.Priority;
import com.customerfocus.idempotency.KeyedRecords.Keyed;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code customer_case} and {@code customer_case_event}. Events are only added. */
@Repository
class CustomerCases {

  private static final String SELECT =
      """
      select k.id, k.customer_id, c.reference as customer_reference, c.name as customer_name,
             c.tier, k.kind, k.channel, k.priority, k.subject, k.need, k.state, k.cycle,
             k.owner_id, o.name as owner_name, o.site as owner_site,
             o.department_id as owner_department, k.comfort, k.not_comfortable,
             k.not_comfortable_now, k.comfort_asked, k.ask_comfort_at, k.find_out_due_at,
             k.previous_id, k.opened_at, coalesce(k.received_at, k.opened_at) as received_at,
             k.cycle_began_at, k.closed_at, n.news_due_at, n.answer_due_at, k.joined_to_id
        from customer_case k
        left join customer c on c.id = k.customer_id
        left join person o on o.id = k.owner_id
        left join customer_case_clock n on n.case_id = k.id
      """;

  private static final RecordMapper<CustomerCase> CASE = RecordMapper.of(CustomerCase.class);

  private static final RecordMapper<CaseEvent> EVENT = RecordMapper.of(CaseEvent.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  CustomerCases(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /**
   * A new row.
   *
   * @param received when the customer turned to us, or null for now
   */
  record NewRow(
      long customerId,
      CaseKind kind,
      Priority priority,
      String subject,
      String need,
      String ownerId,
      Instant received,
      Instant now) {}

  long add(NewRow row) {
    var id = new GeneratedKeyHolder();
    keyed.update(
        """
        insert into customer_case (customer_id, kind, channel, priority, subject, need, state,
                                   cycle, owner_id, opened_by, not_comfortable,
                                   not_comfortable_now, comfort_asked, opened_at, received_at,
                                   cycle_began_at)
        values (:customer, :kind, 'TASKLIST', :priority, :subject, :need, 'UNDERSTANDING', 1,
                :owner, :owner, 0, 0, 0, :now, :received, :now)
        """,
        new MapSqlParameterSource("customer", row.customerId())
            .addValue("kind", row.kind().name())
            .addValue("priority", row.priority().name())
            .addValue("subject", row.subject())
            .addValue("need", row.need())
            .addValue("owner", row.ownerId())
            .addValue("received", at(row.received()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("now", at(row.now())),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  /** Id of the customer with this reference, as it is read out: in capitals or not. */
  Optional<Long> customer(String reference) {
    return jdbc.sql(
            """
            select id from customer where reference in (:references)
             order by case when reference = :reference then 0 else 1 end fetch first row only
            """)
        .param("reference", reference)
        .param(
            "references",
            List.of(
                reference, reference.toUpperCase(Locale.ROOT), reference.toLowerCase(Locale.ROOT)))
        .query(Long.class)
        .optional();
  }

  Optional<Keyed> findKeyed(String openedBy, String key) {
    return jdbc.sql(
            """
            select id, request_digest as digest from customer_case
             where opened_by = :by and request_key = :key
            """)
        .param("by", openedBy)
        .param("key", key)
        .query(RecordMapper.of(Keyed.class))
        .optional();
  }

  void setKey(long id, String key, String digest) {
    jdbc.sql("update customer_case set request_key = :key, request_digest = :digest where id = :id")
        .param("id", id)
        .param("key", key)
        .param("digest", digest)
        .update();
  }

  /**
   * How the customer came to us, and the case with which the problem began. Only for the
   * transaction that has opened it.
   */
  void setOrigin(long id, CaseChannel channel, Long previousId) {
    jdbc.sql("update customer_case set channel = :channel, previous_id = :previous where id = :id")
        .param("id", id)
        .param("channel", channel.name())
        .param("previous", previousId, Types.BIGINT)
        .update();
    if (channel.isByCustomer()) {
      jdbc.sql("update customer_case set opened_by = null where id = :id").param("id", id).update();
      jdbc.sql(
              "update customer_case_event set recorded_by = null, by_customer = true"
                  + " where case_id = :id and step = 'OPEN'")
          .param("id", id)
          .update();
    }
  }

  Optional<CustomerCase> find(long id) {
    return jdbc.sql(SELECT + " where k.id = :id").param("id", id).query(CASE).optional();
  }

  /**
   * Locks the case until the transaction ends, so that its steps are taken one after the other.
   *
   * @throws NotAllowedException when there is none
   */
  CustomerCase lock(long id) {
    jdbc.sql("select id from customer_case where id = :id for update")
        .param("id", id)
        .query(Long.class)
        .optional()
        .orElseThrow(() -> new NotAllowedException("refusal.case.unknown"));
    return find(id).orElseThrow();
  }

  /**
   * The same of the case that goes on for it, where another one has taken it in. That one alone is
   * locked: who joins cases holds it and changes those that it has taken in.
   */
  CustomerCase lockSurvivor(long id) {
    var known = find(id).map(CustomerCase::joinedToId).orElse(id);
    var locked = lock(known);
    return locked.joinedToId() == null ? locked : lockSurvivor(locked.joinedToId());
  }

  /** The cases that this one has taken in, in order. */
  List<CustomerCase> takenIn(long id) {
    return jdbc.sql(SELECT + " where k.joined_to_id = :id order by k.id")
        .param("id", id)
        .query(CASE)
        .list();
  }

  /** Numbers of the case and of those that it has taken in. */
  List<Long> withJoined(long id) {
    return jdbc.sql("select id from customer_case where id = :id or joined_to_id = :id")
        .param("id", id)
        .query(Long.class)
        .list();
  }

  /** When the customer turned to us first, of the case and of those that it has taken in. */
  Instant received(long id) {
    return jdbc.sql(
            """
            select min(coalesce(received_at, opened_at)) as received from customer_case
             where id = :id or joined_to_id = :id
            """)
        .param("id", id)
        .query((row, number) -> row.getObject("received", OffsetDateTime.class).toInstant())
        .single();
  }

  private static final String PLACES = "select id, owner_id from customer_case where";

  private static final String IDS = "select id from customer_case where";

  private static final String OPEN_OF_OWNERS = " owner_id in (:people) and closed_at is null";

  /** Open cases have clocks. */
  private static final String OPEN_OF_LEAVERS =
      """
       id in (select n.case_id from customer_case_clock n
                join person o on o.id = n.owner_id where not o.active)
         and closed_at is null
      """;

  private static final String AND_WITH_PARTNER = " and state = 'WITH_PARTNER' order by id";

  /** Locks the open cases of these owners. */
  List<CaseMoves.Place> lockOwnedBy(Collection<String> people) {
    return jdbc.sql(PLACES + OPEN_OF_OWNERS + " order by id for update")
        .param("people", people)
        .query(RecordMapper.of(CaseMoves.Place.class))
        .list();
  }

  /** Numbers of the cases of these owners that partner departments work on. */
  List<Long> withPartnerOwnedBy(Collection<String> people) {
    return jdbc.sql(IDS + OPEN_OF_OWNERS + AND_WITH_PARTNER)
        .param("people", people)
        .query(Long.class)
        .list();
  }

  /** Locks the open cases whose owners have left. */
  List<CaseMoves.Place> lockOfLeavers() {
    return jdbc.sql(PLACES + OPEN_OF_LEAVERS + " order by id for update")
        .query(RecordMapper.of(CaseMoves.Place.class))
        .list();
  }

  /** Numbers of the cases of owners who have left that partner departments work on. */
  List<Long> withPartnerOfLeavers() {
    return jdbc.sql(IDS + OPEN_OF_LEAVERS + AND_WITH_PARTNER).query(Long.class).list();
  }

  /** Only for the transaction that has locked them. */
  void move(Collection<CaseMoves.Move> moves, String by, String note, Instant now) {
    var rows =
        moves.stream()
            .map(
                it ->
                    new MapSqlParameterSource("id", it.from().id())
                        .addValue("owner", it.toId())
                        .addValue("by", by, Types.VARCHAR)
                        .addValue("note", note, Types.VARCHAR)
                        .addValue("now", at(now)))
            .toArray(MapSqlParameterSource[]::new);
    keyed.batchUpdate("update customer_case set owner_id = :owner where id = :id", rows);
    keyed.batchUpdate(
        """
        insert into customer_case_event (case_id, cycle, step, recorded_at, recorded_by,
                                         by_customer, note, state_before, state_after,
                                         owner_department, owner_heritage)
        select k.id, k.cycle, 'MOVE', cast(:now as timestamp with time zone),
               cast(:by as varchar(64)), false, cast(:note as varchar(4000)), k.state, k.state,
               p.department_id, p.heritage
          from customer_case k left join person p on p.id = k.owner_id
         where k.id = :id
        """,
        rows);
  }

  /** The first is taken in by the second, with all that it has taken in before. */
  void setJoined(long id, long survivorId) {
    jdbc.sql(
            """
            update customer_case set joined_to_id = :survivor
             where id = :id or joined_to_id = :id
            """)
        .param("id", id)
        .param("survivor", survivorId)
        .update();
  }

  /** The case that goes on with the same problem and is still open. */
  Optional<CustomerCase> openSuccessor(long id) {
    return jdbc.sql(
            SELECT
                + " where k.closed_at is null and (k.previous_id = :id or k.id in"
                + " (select s.joined_to_id from customer_case s where s.previous_id = :id))"
                + " order by k.id desc fetch first row only")
        .param("id", id)
        .query(CASE)
        .optional();
  }

  /** Only for the transaction that has locked it. */
  void save(CaseChange change, Instant now) {
    jdbc.sql(
            """
            update customer_case
               set state = :state, kind = :kind, priority = :priority, cycle = :cycle, comfort = :comfort,
                   not_comfortable = :notComfortable, not_comfortable_now = :notComfortableNow,
                   comfort_asked = :asked, ask_comfort_at = :askAt, find_out_due_at = :findOut,
                   cycle_began_at = case when :begins then :now else cycle_began_at end,
                   closed_at = case when :over then coalesce(closed_at, :now) else null end
             where id = :id
            """)
        .param("id", change.before.id())
        .param("state", change.state.name())
        .param("kind", change.kind.name())
        .param("priority", change.priority.name())
        .param("cycle", change.cycle())
        .param("comfort", change.comfort == null ? null : change.comfort.name(), Types.VARCHAR)
        .param("notComfortable", change.notComfortable)
        .param("notComfortableNow", change.notComfortableNow)
        .param("asked", change.comfortAsked)
        .param("askAt", at(change.askComfortAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("findOut", at(change.findOutDueAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("begins", change.beginsCycle)
        .param("over", change.state.isOver())
        .param("now", at(now))
        .update();
  }

  /**
   * Adds a step to the history.
   *
   * @return its id
   */
  long addEvent(CaseEvent event) {
    var id = new GeneratedKeyHolder();
    keyed.update(
        """
        insert into customer_case_event (case_id, cycle, step, recorded_at, recorded_by,
                                         by_customer, note, state_before, state_after, due_at,
                                         happened_at, kind, owner_department, owner_heritage)
        values (:case, :cycle, :step, :at, :by, :byCustomer, :note, :before, :after, :due,
                :happened, (select k.kind from customer_case k where k.id = :case),
                (select p.department_id from customer_case k join person p on p.id = k.owner_id
                  where k.id = :case),
                (select p.heritage from customer_case k join person p on p.id = k.owner_id
                  where k.id = :case))
        """,
        new MapSqlParameterSource("case", event.caseId())
            .addValue("cycle", event.cycle())
            .addValue("step", event.step().name())
            .addValue("at", at(event.at()))
            .addValue("by", event.by(), Types.VARCHAR)
            .addValue("byCustomer", event.byCustomer())
            .addValue("note", event.note(), Types.VARCHAR)
            .addValue(
                "before", event.before() == null ? null : event.before().name(), Types.VARCHAR)
            .addValue("after", event.after().name())
            .addValue("due", at(event.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("happened", at(event.happenedAt()), Types.TIMESTAMP_WITH_TIMEZONE),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  private static final String EVENTS =
      """
      select e.id, e.case_id, e.cycle, e.step, e.recorded_at as at, e.recorded_by as by,
             p.name as by_name, e.by_customer, e.note, e.state_before as before,
             e.state_after as after, e.due_at, e.happened_at
        from customer_case_event e left join person p on p.id = e.recorded_by
      """;

  /** The history without news and calls, in order. */
  List<CaseEvent> events(long caseId) {
    return jdbc.sql(EVENTS + " where e.case_id = :id order by e.id")
        .param("id", caseId)
        .query(EVENT)
        .list();
  }

  /** The last step that led to another state. */
  Optional<CaseEvent> lastMove(long caseId) {
    return jdbc.sql(
            EVENTS
                + " where e.case_id = :id"
                + " and (e.state_before is null or e.state_before <> e.state_after)"
                + " order by e.id desc fetch first row only")
        .param("id", caseId)
        .query(EVENT)
        .optional();
  }

  /** Numbers of cases in which the customer is to be asked again, locked; others are left out. */
  List<Long> lockToAsk(Instant now, int most) {
    return jdbc.sql(
            """
            select id from customer_case where ask_comfort_at <= :now order by ask_comfort_at, id
             fetch first :most rows only for update skip locked
            """)
        .param("now", at(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Puts the next question about comfort off, and changes nothing else. */
  void askAt(long id, Instant moment) {
    jdbc.sql("update customer_case set ask_comfort_at = :moment where id = :id")
        .param("moment", at(moment), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id)
        .update();
  }

  /** Corrects how often the customer was asked about comfort, and changes nothing else. */
  void setAsked(long id, int asked) {
    jdbc.sql("update customer_case set comfort_asked = :asked where id = :id")
        .param("asked", asked)
        .param("id", id)
        .update();
  }

  /** Numbers of the cases of this customer, in order. */
  List<Long> ofCustomer(long customerId) {
    return jdbc.sql("select id from customer_case where customer_id = :customer order by id")
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }

  /** What people wrote in these is no longer on record; figures stay. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql(
            """
            update customer_case
               set subject = '…', need = '…', request_key = null,
                   request_digest = null
             where id in (:ids)
            """)
        .param("ids", ids)
        .update();
    jdbc.sql(
            "update customer_case_event set note = null where case_id in (:ids) and note is not null")
        .param("ids", ids)
        .update();
  }
}
