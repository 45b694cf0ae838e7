package com.customerfocus.customercase.followup;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.followup.FollowUp.Outcome;
import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/**
 * Tables {@code case_follow_up_plan}, {@code case_follow_up_case} and {@code case_follow_up}, and
 * the locks of {@code case_follow_up_lock}.
 */
@Repository
class FollowUps {

  private static final String SELECT =
      """
      select f.id, f.plan_id, p.customer_id, f.days, f.due_on, f.asked_at, f.person_id, f.outcome,
             f.ended_at, f.ended_by, b.name as ended_by_name, f.answer, f.note, f.came_back_id
        from case_follow_up f
        join case_follow_up_plan p on p.id = f.plan_id
        left join person b on b.id = f.ended_by
      """;

  private static final RecordMapper<FollowUp> FOLLOW_UP = RecordMapper.of(FollowUp.class);

  /** Rows of {@code case_follow_up_lock}. */
  private static final int SLOTS = 32;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  FollowUps(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /**
   * Lets no other transaction plan or cancel follow-ups of these customers until this one ends. All
   * at once, so that no two transactions wait for each other.
   */
  void lock(Collection<Long> customerIds) {
    customerIds.stream()
        .map(id -> Math.floorMod(Long.hashCode(id), SLOTS))
        .distinct()
        .sorted()
        // One after the other, as no database promises an order of the locks of one statement.
        .forEach(
            slot ->
                jdbc.sql("select slot from case_follow_up_lock where slot = :slot for update")
                    .param("slot", slot)
                    .query(Integer.class)
                    .single());
  }

  /** Follow-ups of cases of one customer. */
  record Plan(long id, LocalDate closedOn) {}

  /** Those of this customer that are not over, of cases closed on this day or later. */
  List<Plan> plans(long customerId, LocalDate closedSince) {
    return jdbc.sql(
            """
            select p.id, p.closed_on from case_follow_up_plan p
             where p.customer_id = :customer and p.closed_on >= :since
               and exists (select 1 from case_follow_up f
                            where f.plan_id = p.id and f.outcome is null)
             order by p.closed_on, p.id
            """)
        .param("customer", customerId)
        .param("since", closedSince)
        .query(RecordMapper.of(Plan.class))
        .list();
  }

  /**
   * @return its id
   */
  long add(long customerId, LocalDate closedOn, List<FollowUpRules.Planned> followUps) {
    var id = new GeneratedKeyHolder();
    keyed.update(
        "insert into case_follow_up_plan (customer_id, closed_on) values (:customer, :closed)",
        new MapSqlParameterSource("customer", customerId).addValue("closed", closedOn),
        id,
        new String[] {"id"});
    var plan = id.getKeyAs(Long.class);
    keyed.batchUpdate(
        """
        insert into case_follow_up (plan_id, days, due_on, ask_at)
        values (:plan, :days, :on, :from)
        """,
        followUps.stream()
            .map(
                it ->
                    new MapSqlParameterSource("plan", plan)
                        .addValue("days", it.days())
                        .addValue("on", it.on())
                        .addValue("from", at(it.from())))
            .toArray(MapSqlParameterSource[]::new));
    return plan;
  }

  /** A run of a case that was closed shares these. */
  void join(long plan, long caseId, int cycle) {
    jdbc.sql(
            """
            insert into case_follow_up_case (plan_id, case_id, cycle) values (:plan, :case, :cycle)
            """)
        .param("plan", plan)
        .param("case", caseId)
        .param("cycle", cycle)
        .update();
  }

  /** A case is open again. */
  void leave(long caseId, Instant now) {
    jdbc.sql(
            """
            update case_follow_up_case set left_at = :now
             where case_id = :case and left_at is null
            """)
        .param("case", caseId)
        .param("now", at(now))
        .update();
  }

  /** Locked: those that are not over and that no closed case has any more. */
  List<Long> lockWithoutCase(long customerId) {
    return jdbc.sql(
            """
            select f.id from case_follow_up f
             where f.outcome is null
               and f.plan_id in (select p.id from case_follow_up_plan p
                                  where p.customer_id = :customer
                                    and not exists (select 1 from case_follow_up_case c
                                                     where c.plan_id = p.id
                                                       and c.left_at is null))
             order by f.id for update
            """)
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }

  /** At most this many whose day has come, locked; those of another node are left out. */
  List<Long> lockDue(Instant now, int most) {
    return jdbc.sql(
            """
            select id from case_follow_up where ask_at <= :now order by ask_at, id
             fetch first :most rows only for update skip locked
            """)
        .param("now", at(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Only for the transaction that has locked it. */
  void askLater(long id, Instant at) {
    jdbc.sql("update case_follow_up set ask_at = :at where id = :id")
        .param("at", at(at))
        .param("id", id)
        .update();
  }

  List<FollowUp> find(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + " where f.id in (:ids) order by f.id")
            .param("ids", ids)
            .query(FOLLOW_UP)
            .list();
  }

  Optional<FollowUp> find(long id) {
    return find(List.of(id)).stream().findFirst();
  }

  List<FollowUp> ofCustomer(long customerId) {
    return jdbc.sql(SELECT + " where p.customer_id = :customer order by f.id")
        .param("customer", customerId)
        .query(FOLLOW_UP)
        .list();
  }

  /** Those that a case has or shares, in order. */
  List<FollowUp> ofCase(long caseId) {
    return jdbc.sql(
            SELECT
                + """
                 where f.plan_id in (select plan_id from case_follow_up_case where case_id = :case)
                 order by f.id
                """)
        .param("case", caseId)
        .query(FOLLOW_UP)
        .list();
  }

  /** Numbers of the closed cases that share these follow-ups, the last one closed first. */
  List<Long> cases(long plan) {
    return jdbc.sql(
            """
            select k.id
              from case_follow_up_case c join customer_case k on k.id = c.case_id
             where c.plan_id = :plan and c.left_at is null
             order by k.closed_at desc, k.id desc
            """)
        .param("plan", plan)
        .query(Long.class)
        .list();
  }

  /**
   * The case of follow-ups that was closed last.
   *
   * @param ownerId employee id
   */
  record LastCase(long planId, String ownerId, String customerName, String subject) {

    /** Customer and need. */
    String title() {
      return customerName == null ? subject : customerName + ", " + subject;
    }
  }

  /** By plan; none where all are open again. */
  Map<Long, LastCase> lastCases(Collection<Long> plans) {
    return plans.isEmpty()
        ? Map.of()
        : jdbc
            .sql(
                """
                select plan_id, owner_id, customer_name, subject
                  from (select c.plan_id, k.owner_id, u.name as customer_name, k.subject,
                               row_number() over (partition by c.plan_id
                                                  order by k.closed_at desc, k.id desc) as place
                          from case_follow_up_case c
                          join customer_case k on k.id = c.case_id
                          left join customer u on u.id = k.customer_id
                         where c.plan_id in (:plans) and c.left_at is null) l
                 where place = 1
                """)
            .param("plans", plans)
            .query(RecordMapper.of(LastCase.class))
            .list()
            .stream()
            .collect(Collectors.toMap(LastCase::planId, Function.identity()));
  }

  void asked(Collection<CaseFollowUpAssignment> due, Instant now) {
    keyed.batchUpdate(
        """
        update case_follow_up set asked_at = :now, person_id = :person, ask_at = null
         where id = :id
        """,
        due.stream()
            .map(
                it ->
                    new MapSqlParameterSource("id", it.followUpId())
                        .addValue("person", it.personId())
                        .addValue("now", at(now)))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** These come on other days. */
  void move(Map<Long, FollowUpRules.Planned> days) {
    keyed.batchUpdate(
        "update case_follow_up set due_on = :on, ask_at = :from where id = :id",
        days.entrySet().stream()
            .map(
                it ->
                    new MapSqlParameterSource("id", it.getKey())
                        .addValue("on", it.getValue().on())
                        .addValue("from", at(it.getValue().from())))
            .toArray(MapSqlParameterSource[]::new));
  }

  /** Ends those without an answer of the customer. */
  void end(Collection<Long> ids, Outcome outcome, Instant now) {
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              update case_follow_up set outcome = :outcome, ended_at = :now, ask_at = null
               where id in (:ids) and outcome is null
              """)
          .param("ids", ids)
          .param("outcome", outcome.name())
          .param("now", at(now))
          .update();
    }
  }

  /** Whether it was still open. */
  boolean answer(long id, FollowUp.Answer answer, String note, String by, Instant now) {
    return jdbc.sql(
                """
                update case_follow_up
                   set outcome = 'DONE', ended_at = :now, ended_by = :by, answer = :answer,
                       note = :note
                 where id = :id and outcome is null and asked_at is not null
                """)
            .param("id", id)
            .param("answer", answer.name())
            .param("note", note, Types.VARCHAR)
            .param("by", by)
            .param("now", at(now))
            .update()
        == 1;
  }

  void cameBack(long id, long caseId) {
    jdbc.sql("update case_follow_up set came_back_id = :case where id = :id")
        .param("id", id)
        .param("case", caseId)
        .update();
  }

  /** Locks those of this customer that are not over: no sweep makes tasks of them meanwhile. */
  void lockOpen(long customerId) {
    jdbc.sql(
            """
            select id from case_follow_up
             where outcome is null
               and plan_id in (select id from case_follow_up_plan where customer_id = :customer)
             order by id for update
            """)
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }

  /** The customer is asked no more. */
  void refuseOpen(long customerId, Instant now) {
    jdbc.sql(
            """
            update case_follow_up set outcome = 'REFUSED', ended_at = :now, ask_at = null
             where outcome is null
               and plan_id in (select id from case_follow_up_plan where customer_id = :customer)
            """)
        .param("customer", customerId)
        .param("now", at(now))
        .update();
  }

  /** What people noted about this customer is no longer on record; figures stay. */
  void removeWords(long customerId) {
    jdbc.sql(
            """
            update case_follow_up set note = null
             where note is not null
               and plan_id in (select id from case_follow_up_plan where customer_id = :customer)
            """)
        .param("customer", customerId)
        .update();
  }
}
