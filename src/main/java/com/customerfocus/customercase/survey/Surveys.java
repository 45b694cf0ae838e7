package com.customerfocus.customercase.survey;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code case_survey}. */
@Repository
class Surveys {

  private static final String SELECT =
      """
      select s.id, s.case_id, s.customer_id, s.cycle, s.asked_at, s.to_owner, s.answered_at,
             s.satisfaction, s.recommend, s.choose_again, s.courtesy, s.helped
        from case_survey s
      """;

  private static final RecordMapper<Survey> SURVEY = RecordMapper.of(Survey.class);

  private final JdbcClient jdbc;

  Surveys(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Plans the questions after this run of a case, once. */
  void plan(long caseId, long customerId, int cycle, Instant askAt) {
    jdbc.sql(
            """
            insert into case_survey (case_id, customer_id, cycle, ask_at, to_owner)
            select :case, :customer, :cycle, cast(:ask as timestamp with time zone), false
             where not exists (select 1 from case_survey where case_id = :case and cycle = :cycle)
            """)
        .param("case", caseId)
        .param("customer", customerId)
        .param("cycle", cycle)
        .param("ask", at(askAt))
        .update();
  }

  /** The case is open again: those who were not asked yet are asked after its next end. */
  void withdraw(long caseId) {
    jdbc.sql("delete from case_survey where case_id = :case and asked_at is null")
        .param("case", caseId)
        .update();
  }

  /** At most this many that are due, locked; those of another node are left out. */
  List<Long> lockDue(Instant now, int most) {
    return jdbc.sql(
            """
            select id from case_survey where ask_at <= :now order by ask_at, id
             fetch first :most rows only for update skip locked
            """)
        .param("now", at(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Only for the transaction that has locked them: their mails are on their way. */
  void begun(Collection<Long> ids) {
    jdbc.sql("update case_survey set ask_at = null where id in (:ids)").param("ids", ids).update();
  }

  /** The mail server has accepted the mails. */
  void asked(Collection<Long> ids, Instant now) {
    jdbc.sql(
            """
            update case_survey
               set asked_at = coalesce(asked_at, :now),
                   to_owner = case when exists (
                       select 1
                         from customer_case k
                         join customer c on c.id = k.customer_id
                         join person p on p.id = k.owner_id
                        where k.id = case_survey.case_id and lower(p.mail) = lower(c.mail))
                     then true else false end
             where id in (:ids)
            """)
        .param("ids", ids)
        .param("now", at(now))
        .update();
  }

  /** The mail did not reach the customer. */
  void notAsked(long id) {
    jdbc.sql("update case_survey set asked_at = null where id = :id and answered_at is null")
        .param("id", id)
        .update();
  }

  Optional<Survey> find(long id) {
    return jdbc.sql(SELECT + " where s.id = :id").param("id", id).query(SURVEY).optional();
  }

  List<Survey> ofCustomer(long customerId) {
    return jdbc.sql(SELECT + " where s.customer_id = :customer order by s.id")
        .param("customer", customerId)
        .query(SURVEY)
        .list();
  }

  /** The present answers; those before are replaced, and count as given when the first were. */
  void answer(long id, SurveyAnswers answers, Instant now) {
    jdbc.sql(
            """
            update case_survey
               set answered_at = coalesce(answered_at, :now), changed_at = :now,
                   satisfaction = :satisfaction, recommend = :recommend, choose_again = :again,
                   courtesy = :courtesy, helped = :helped
             where id = :id and asked_at is not null
            """)
        .param("id", id)
        .param("now", at(now))
        .param("satisfaction", answers.satisfaction(), Types.INTEGER)
        .param("recommend", answers.recommend(), Types.INTEGER)
        .param("again", name(answers.chooseAgain()), Types.VARCHAR)
        .param("courtesy", name(answers.courtesy()), Types.VARCHAR)
        .param("helped", answers.helped(), Types.VARCHAR)
        .update();
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** What this customer wrote is no longer on record, and no more is asked; figures stay. */
  void removeWords(long customerId) {
    jdbc.sql(
            """
            update case_survey set helped = null
             where customer_id = :customer and helped is not null
            """)
        .param("customer", customerId)
        .update();
    jdbc.sql("delete from case_survey where customer_id = :customer and asked_at is null")
        .param("customer", customerId)
        .update();
  }
}
