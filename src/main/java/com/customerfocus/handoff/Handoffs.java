package com.customerfocus.handoff;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.idempotency.KeyedRecords.Keyed;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code handoff}, {@code handoff_event} and {@code handoff_follower}. Events are only
 * added.
 */
@Repository
class Handoffs {

  private static final String ROWS =
      """
      select h.id, h.subject, h.need, h.tried, h.told, h.done_when, h.customer_id,
             c.name as customer_name, c.tier, h.priority,
             h.requester_id, coalesce(r.name, h.requester_id) as requester_name,
             h.requester_department, coalesce(rd.name, h.requester_department)
               as requester_department_name,
             h.partner_department, coalesce(pd.name, h.partner_department)
               as partner_department_name,
             h.parent_id, h.state, h.wished_at, h.due_at, h.proposed_at, h.owner_id,
             o.name as owner_name, h.stand_in_id, h.promise_id, h.asked_times,
             h.time_to_own as targets_time_to_own, h.time_to_deliver as targets_time_to_deliver,
             h.time_to_answer as targets_time_to_answer, h.targets_rule,
             h.requested_at, h.accepted_at, h.delivered_at, h.ended_at
        from %s h
        left join person r on r.id = h.requester_id
        left join person o on o.id = h.owner_id
        left join department rd on rd.id = h.requester_department
        left join department pd on pd.id = h.partner_department
        left join customer c on c.id = h.customer_id
      """;

  static final String SELECT = ROWS.formatted("handoff");

  /**
   * Waits for the row, which is as the transaction before has left it. Names of people, departments
   * and customers are those of the moment at which it began to wait.
   */
  private static final String LOCKED =
      ROWS.formatted("(select * from handoff where id = :id for update)");

  static final RecordMapper<Handoff> HANDOFF = RecordMapper.of(Handoff.class);
  private static final RecordMapper<HandoffEvent> EVENT = RecordMapper.of(HandoffEvent.class);

  private static final List<String> OPEN =
      Arrays.stream(HandoffState.values())
          .filter(state -> !state.isOver())
          .map(HandoffState::name)
          .toList();

  private static final List<String> ENDING_TASKS =
      Arrays.stream(HandoffStep.values()).filter(HandoffStep::endsTask).map(Enum::name).toList();

  /** In place of words that were removed with a customer's data. */
  static final String REMOVED = "…";

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  Handoffs(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /**
   * A new row.
   *
   * @param customerId null without a customer
   */
  record NewRow(
      HandoffRequest request,
      String subject,
      Long customerId,
      Priority priority,
      String requesterId,
      String requesterDepartment,
      String partnerDepartment,
      Instant wishedAt,
      Instant now) {}

  long add(NewRow row) {
    var id = new GeneratedKeyHolder();
    var request = row.request();
    keyed.update(
        """
        insert into handoff (subject, need, tried, told, done_when, customer_id, priority,
                             requester_id, requester_department, partner_department, parent_id,
                             state, wished_at, asked_times, requested_at)
        values (:subject, :need, :tried, :told, :done, :customer, :priority, :requester,
                :requesterDepartment, :partner, :parent, 'REQUESTED', :wished, 1, :now)
        """,
        new MapSqlParameterSource("subject", row.subject())
            .addValue("need", request.need())
            .addValue("tried", request.tried())
            .addValue("told", request.told())
            .addValue("done", request.doneWhen())
            .addValue("customer", row.customerId(), Types.BIGINT)
            .addValue("priority", row.priority().name())
            .addValue("requester", row.requesterId())
            .addValue("requesterDepartment", row.requesterDepartment())
            .addValue("partner", row.partnerDepartment())
            .addValue("parent", request.parent(), Types.BIGINT)
            .addValue("wished", at(row.wishedAt()))
            .addValue("now", at(row.now())),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  Optional<Keyed> findKeyed(String requester, String key) {
    return jdbc.sql(
            """
            select id, request_digest as digest from handoff
             where requester_id = :requester and request_key = :key
            """)
        .param("requester", requester)
        .param("key", key)
        .query(RecordMapper.of(Keyed.class))
        .optional();
  }

  void setKey(long id, String key, String digest) {
    jdbc.sql("update handoff set request_key = :key, request_digest = :digest where id = :id")
        .param("id", id)
        .param("key", key)
        .param("digest", digest)
        .update();
  }

  /** Id of the customer with this reference. */
  Optional<Long> customer(String reference) {
    return jdbc.sql("select id from customer where reference = :reference")
        .param("reference", reference)
        .query(Long.class)
        .optional();
  }

  /** The reference of a handoff's customer, if it has one. */
  Optional<String> customerReference(Handoff handoff) {
    return jdbc.sql("select reference from customer where id = :id")
        .param("id", handoff.customerId(), Types.BIGINT)
        .query(String.class)
        .optional();
  }

  Optional<Handoff> find(long id) {
    return jdbc.sql(SELECT + " where h.id = :id").param("id", id).query(HANDOFF).optional();
  }

  /** The handoffs for parts of this one, in order. */
  List<Handoff> parts(long id) {
    return jdbc.sql(SELECT + " where h.parent_id = :id order by h.id")
        .param("id", id)
        .query(HANDOFF)
        .list();
  }

  /** Of those that are not over and have targets. */
  List<Handoff.TargetKind> openKinds() {
    return jdbc.sql(
            """
            select distinct h.state, h.partner_department, h.priority, c.tier,
                   h.time_to_own as targets_time_to_own,
                   h.time_to_deliver as targets_time_to_deliver,
                   h.time_to_answer as targets_time_to_answer, h.targets_rule
              from handoff h left join customer c on c.id = h.customer_id
             where h.state in (:open) and h.targets_rule is not null
            """)
        .param("open", OPEN)
        .query(RecordMapper.of(Handoff.TargetKind.class))
        .list();
  }

  /** Those of these kinds; SQL finds candidates by department, state and rule. */
  List<Handoff.Brief> open(Set<Handoff.TargetKind> kinds) {
    return jdbc
        .sql(
            """
            select h.id, h.subject, c.name as customer_name, h.state, h.partner_department, h.priority, c.tier,
                   h.time_to_own as targets_time_to_own,
                   h.time_to_deliver as targets_time_to_deliver,
                   h.time_to_answer as targets_time_to_answer, h.targets_rule
              from handoff h left join customer c on c.id = h.customer_id
             where h.state in (:states) and h.partner_department in (:departments)
               and h.targets_rule in (:rules)
             order by h.id
            """)
        .param("states", kinds.stream().map(it -> it.state().name()).distinct().toList())
        .param(
            "departments",
            kinds.stream().map(Handoff.TargetKind::partnerDepartment).distinct().toList())
        .param("rules", kinds.stream().map(it -> it.targets().rule()).distinct().toList())
        .query(RecordMapper.of(Handoff.Brief.class))
        .list()
        .stream()
        .filter(it -> kinds.contains(it.kind()))
        .toList();
  }

  /**
   * Locks the handoff until the transaction ends, so that its steps are taken one after the other.
   *
   * @throws NotAllowedException when there is none
   */
  Handoff lock(long id) {
    return jdbc.sql(LOCKED)
        .param("id", id)
        .query(HANDOFF)
        .optional()
        .orElseThrow(() -> new NotAllowedException("refusal.handoff.unknown"));
  }

  /** Only for the transaction that has locked it. */
  void save(HandoffChange change, Instant now) {
    var targets = change.targets;
    jdbc.sql(
            """
            update handoff
               set state = :state, subject = :subject, need = :need, done_when = :done,
                   priority = :priority, partner_department = :partner, wished_at = :wished,
                   due_at = :due, proposed_at = :proposed, owner_id = :owner,
                   promise_id = :promise, asked_times = :times, time_to_own = :own,
                   time_to_deliver = :deliver, time_to_answer = :answer, targets_rule = :rule,
                   accepted_at = case when :state = 'ACCEPTED' and accepted_at is null
                                      then :now else accepted_at end,
                   delivered_at = case when :state = 'DELIVERED' then :now
                                       when :state = 'ACCEPTED' then null
                                       else delivered_at end,
                   ended_at = case when :over then :now else ended_at end
             where id = :id
            """)
        .param("id", change.before.id())
        .param("state", change.state.name())
        .param("subject", change.subject)
        .param("need", change.need)
        .param("done", change.doneWhen)
        .param("priority", change.priority.name())
        .param("partner", change.partner)
        .param("wished", at(change.wishedAt))
        .param("due", at(change.dueAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("proposed", at(change.proposedAt), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("owner", change.ownerId, Types.VARCHAR)
        .param("promise", change.promiseId, Types.BIGINT)
        .param("times", change.askedTimes)
        .param("own", targets == null ? null : targets.timeToOwn(), Types.VARCHAR)
        .param("deliver", targets == null ? null : targets.timeToDeliver(), Types.VARCHAR)
        .param("answer", targets == null ? null : targets.timeToAnswer(), Types.VARCHAR)
        .param("rule", targets == null ? null : targets.rule(), Types.VARCHAR)
        .param("over", change.state.isOver())
        .param("now", at(now))
        .update();
  }

  /** Only for the transaction that has locked it. */
  void setTargets(long id, HandoffTargets targets) {
    jdbc.sql(
            """
            update handoff set time_to_own = :own, time_to_deliver = :deliver,
                               time_to_answer = :answer, targets_rule = :rule
             where id = :id
            """)
        .param("id", id)
        .param("own", targets.timeToOwn())
        .param("deliver", targets.timeToDeliver())
        .param("answer", targets.timeToAnswer())
        .param("rule", targets.rule())
        .update();
  }

  /** Only for the transaction that has locked it. */
  void setStandIn(long id, String person) {
    jdbc.sql("update handoff set stand_in_id = :person where id = :id")
        .param("id", id)
        .param("person", person, Types.VARCHAR)
        .update();
  }

  /**
   * The departments that had the work so far, in order: of a part, the one that asked for the
   * whole; the requester; those that were asked.
   */
  List<String> hadBy(long id) {
    return jdbc.sql(
            """
            select department from (
              select p.requester_department as department, -2 as place
                from handoff h join handoff p on p.id = h.parent_id where h.id = :id
              union all
              select requester_department, -1 from handoff where id = :id
              union all
              select department, id from handoff_event
               where handoff_id = :id and step in ('REQUEST', 'ASK_ANOTHER')) had
             order by place
            """)
        .param("id", id)
        .query(String.class)
        .list();
  }

  /**
   * Adds a step to the history.
   *
   * @return its id
   */
  long addEvent(HandoffEvent event) {
    var id = new GeneratedKeyHolder();
    var priority = event.priority();
    keyed.update(
        """
        insert into handoff_event (handoff_id, step, recorded_at, recorded_by, note, possible,
                                   reason, state_before, state_after, department, person_id,
                                   old_due_at, new_due_at, recipient_id, priority_before,
                                   priority_after, came_back)
        values (:handoff, :step, :at, :by, :note, :possible, :reason, :before, :after,
                :department, :person, :oldDue, :newDue, :recipient, :priorityBefore,
                :priorityAfter, :cameBack)
        """,
        new MapSqlParameterSource("handoff", event.handoffId())
            .addValue("step", event.step().name())
            .addValue("at", at(event.at()))
            .addValue("by", event.by())
            .addValue("note", event.note())
            .addValue("possible", event.possible())
            .addValue("reason", event.reason() == null ? null : event.reason().name())
            .addValue("before", event.before() == null ? null : event.before().name())
            .addValue("after", event.after().name())
            .addValue("department", event.department())
            .addValue("person", event.personId())
            .addValue("oldDue", at(event.oldDue()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("newDue", at(event.newDue()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("recipient", event.recipientId())
            .addValue("cameBack", event.cameBack())
            .addValue("priorityBefore", priority == null ? null : priority.from().name())
            .addValue("priorityAfter", priority == null ? null : priority.to().name()),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  /**
   * Only for the transaction that has locked the handoff.
   *
   * @return false when the person follows it already
   */
  boolean addFollower(long handoffId, String personId, Instant now) {
    return jdbc.sql(
                """
                insert into handoff_follower (handoff_id, person_id, joined_at)
                select cast(:handoff as bigint), cast(:person as varchar(64)),
                       cast(:now as timestamp with time zone)
                 where not exists (select 1 from handoff_follower
                                    where handoff_id = :handoff and person_id = :person)
                """)
            .param("handoff", handoffId)
            .param("person", personId)
            .param("now", at(now))
            .update()
        > 0;
  }

  private static final String EVENTS =
      """
      select e.id, e.handoff_id, e.step, e.recorded_at as at, e.recorded_by as by,
             p.name as by_name, e.note, e.possible, e.reason, e.state_before as before,
             e.state_after as after, e.department, e.came_back, e.person_id, c.name as person_name,
             e.old_due_at as old_due, e.new_due_at as new_due, e.recipient_id,
             r.name as recipient_name, e.priority_before as priority_from,
             e.priority_after as priority_to, null as late_metric, cast(null as int) as late_breaches,
             null as late_department
        from handoff_event e
        left join person p on p.id = e.recorded_by
        left join person c on c.id = e.person_id
        left join person r on r.id = e.recipient_id
      """;

  // What was late stands in a table of its own; it is part of the history all the same. Its own ids
  // would be those of other steps.
  private static final String BREACHES =
      """
      select -b.id, b.handoff_id, 'BREACH' as step, b.recorded_at as at, null as by, null as by_name,
             null as note, null as possible, null as reason, b.state as before, b.state as after,
             b.partner_department as department, false as came_back, null as person_id, null as person_name,
             null as old_due, b.due_at as new_due, b.told_id as recipient_id,
             r.name as recipient_name, null as priority_from, null as priority_to,
             b.metric as late_metric, b.breaches as late_breaches,
             coalesce(d.name, b.holder) as late_department
        from handoff_breach b
        left join person r on r.id = b.told_id
        left join department d on d.id = b.holder
      """;

  /** The history, in order. */
  List<HandoffEvent> events(long handoffId) {
    return jdbc.sql(
            EVENTS
                + " where e.handoff_id = :id union all "
                + BREACHES
                + " where b.handoff_id = :id order by at, id")
        .param("id", handoffId)
        .query(EVENT)
        .list();
  }

  /** Whether the person took a step in it, or has it. */
  boolean tookStep(long handoffId, String personId) {
    return jdbc.sql(
            """
            select exists (select 1 from handoff_event
                            where handoff_id = :id and recorded_by = :person and step <> 'JOIN')
                or exists (select 1 from handoff where id = :id and owner_id = :person)
            """)
        .param("id", handoffId)
        .param("person", personId)
        .query(Boolean.class)
        .single();
  }

  /** The last step that ended a task. */
  HandoffEvent lastMove(long handoffId) {
    return jdbc.sql(
            EVENTS
                + " where e.handoff_id = :id"
                + " and e.step in (:steps)"
                + " order by e.id desc fetch first row only")
        .param("id", handoffId)
        .param("steps", ENDING_TASKS)
        .query(EVENT)
        .single();
  }

  /** Numbers of the handoffs about this customer, in order. */
  List<Long> ofCustomer(long customerId) {
    return jdbc.sql("select id from handoff where customer_id = :customer order by id")
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }

  /** Numbers of the promises made in handoffs about this customer. */
  List<Long> promisesOfCustomer(long customerId) {
    return jdbc.sql(
            "select promise_id from handoff"
                + " where customer_id = :customer and promise_id is not null order by promise_id")
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }

  /** What people wrote in these is no longer on record; dates, states and steps stay. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql(
            """
            update handoff
               set subject = :removed, need = :removed, tried = null, told = null,
                   done_when = :removed,
                   request_key = null, request_digest = null
             where id in (:ids)
            """)
        .param("ids", ids)
        .param("removed", REMOVED)
        .update();
    jdbc.sql(
            """
            update handoff_event set note = null, possible = null
             where handoff_id in (:ids) and (note is not null or possible is not null)
            """)
        .param("ids", ids)
        .update();
  }
}
