package com.customerfocus.customercase.legal;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.legal.LegalDuties.Duties;
import com.customerfocus.customercase.legal.LegalRules.Deadline;
import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_legal_deadline}. */
@Repository
class LegalDeadlines {

  private static final String SELECT =
      """
      select d.id, d.case_id, d.what, d.rule, d.zone, d.last_day, d.passes_at, d.reference,
             d.same_language, d.warned_at, d.passed_at, d.answered_at, d.ended_at
        from case_legal_deadline d
      """;

  /** Numbers of the case and of those that it has taken in. */
  private static final String CASES =
      "select k.id from customer_case k where k.id = :case or k.joined_to_id = :case";

  private static final RecordMapper<LegalDeadline> DEADLINE = RecordMapper.of(LegalDeadline.class);

  private final JdbcClient jdbc;

  LegalDeadlines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds it, unless the case has one of this kind already. */
  void add(long caseId, Duties duties, Deadline deadline) {
    jdbc.sql(
            """
            insert into case_legal_deadline (case_id, what, rule, zone, last_day, passes_at,
                                             reference, same_language, warn_at, look_at)
            select :case, :what, :rule, :zone, :last, cast(:passes as timestamp with time zone),
                   :reference, :language, cast(:warn as timestamp with time zone),
                   cast(:warn as timestamp with time zone)
             where not exists (select 1 from case_legal_deadline
                                where case_id = :case and what = :what)
            """)
        .param("case", caseId)
        .param("what", deadline.what().name())
        .param("rule", duties.rule())
        .param("zone", duties.zone())
        .param("last", deadline.lastDay())
        .param("passes", at(deadline.passesAt()))
        .param("reference", duties.needsReference())
        .param("language", duties.sameLanguage())
        .param("warn", at(deadline.warnAt()))
        .update();
  }

  /** The case is over, and those that it has taken in with it. */
  void end(long caseId, Instant now) {
    jdbc.sql(
            """
            update case_legal_deadline set ended_at = :now, look_at = null
             where ended_at is null and case_id in (%s)
            """
                .formatted(CASES))
        .param("case", caseId)
        .param("now", at(now))
        .update();
  }

  /** The customer has the answer; what passes after that needs none any more. */
  void answered(long caseId, Instant at) {
    jdbc.sql(
            """
            update case_legal_deadline set answered_at = :at, ended_at = :at, look_at = null
             where ended_at is null and case_id in (%s)
            """
                .formatted(CASES))
        .param("case", caseId)
        .param("at", at(at))
        .update();
  }

  boolean isAnswerOwed(long caseId) {
    return jdbc.sql(
                "select count(*) from case_legal_deadline where ended_at is null and case_id in (%s)"
                    .formatted(CASES))
            .param("case", caseId)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The case is open again; the law counts from when each was received, until it is answered. */
  void goOn(long caseId, Instant now) {
    jdbc.sql(
            """
            update case_legal_deadline
               set ended_at = null, look_at = case when warn_at > :now then warn_at else :now end
             where ended_at is not null and answered_at is null and passes_at > :now
               and case_id in (%s)
            """
                .formatted(CASES))
        .param("case", caseId)
        .param("now", at(now))
        .update();
  }

  /** At most this many to look at, locked; those of another node are left out. */
  List<Long> lockDue(Instant now, int most) {
    return jdbc.sql(
            """
            select id from case_legal_deadline where look_at <= :now order by look_at, id
             fetch first :most rows only for update skip locked
            """)
        .param("now", at(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** The owners of these are told that they come near; the sweep looks again when they pass. */
  void warned(Collection<Long> ids, Instant now) {
    jdbc.sql(
            """
            update case_legal_deadline
               set warned_at = coalesce(warned_at, :now), look_at = passes_at
             where id in (:ids)
            """)
        .param("ids", ids)
        .param("now", at(now))
        .update();
  }

  void passed(Collection<Long> ids, Instant now) {
    jdbc.sql(
            """
            update case_legal_deadline set passed_at = :now, look_at = null where id in (:ids)
            """)
        .param("ids", ids)
        .param("now", at(now))
        .update();
  }

  List<LegalDeadline> find(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + " where d.id in (:ids) order by d.id")
            .param("ids", ids)
            .query(DEADLINE)
            .list();
  }

  /** Those of all cases of a customer, in order. */
  List<LegalDeadline> ofCustomer(long customerId) {
    return jdbc.sql(
            SELECT
                + """
                 where d.case_id in (select k.id from customer_case k where k.customer_id = :customer)
                 order by d.id
                """)
        .param("customer", customerId)
        .query(DEADLINE)
        .list();
  }

  /** Those of a case and of the cases that it has taken in, the earliest first. */
  List<LegalDeadline> of(long caseId) {
    return jdbc.sql(SELECT + " where d.case_id in (%s) order by d.passes_at, d.id".formatted(CASES))
        .param("case", caseId)
        .query(DEADLINE)
        .list();
  }
}
