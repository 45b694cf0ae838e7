package com.customerfocus.customercase.introduction;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code customer_introduction}. Written only while the case is locked. */
@Repository
class Introductions {

  private static final String SELECT =
      """
      select id, case_id, cycle, state, contact_name, organization, contact_mail, language, consent,
             consent_from, consent_note, consent_at, consent_by, story, take_over_days, briefed_at,
             answer_due_at, agreed_at, agreed_by, answer, introduced_at, take_over_due_at, asked_at,
             confirmed_at, look_at, ended_at, outcome, customers_words
        from customer_introduction
      """;

  private static final String OPEN = "state in ('BRIEFED', 'AGREED', 'INTRODUCED')";

  private static final RecordMapper<Introduction> ROW = RecordMapper.of(Introduction.class);

  private static final int MOMENT = Types.TIMESTAMP_WITH_TIMEZONE;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  Introductions(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /** A contact and what the customer has agreed to. */
  record NewRow(
      long caseId,
      int cycle,
      IntroductionState state,
      String contactName,
      String organization,
      String contactMail,
      String language,
      Consent consent,
      String consentFrom,
      String consentNote,
      String story,
      int takeOverDays,
      Instant answerDueAt,
      String customersWords,
      String customerTold,
      Instant now,
      String by) {}

  long add(NewRow row) {
    var id = new GeneratedKeyHolder();
    var isCold = row.state() == IntroductionState.COLD;
    keyed.update(
        """
        insert into customer_introduction (case_id, cycle, state, contact_name, organization,
               contact_mail, language, consent, consent_from, consent_note, consent_at, consent_by,
               story, take_over_days, briefed_at, briefed_by, answer_due_at, look_at,
               customers_words, customer_told, introduced_at, ended_at)
        values (:case, :cycle, :state, :name, :organization, :mail, :language, :consent,
                :consentFrom, :consentNote, :consentAt, :consentBy, :story, :days, :now, :by, :due,
                :due, :customersWords, :told, :introducedAt, :introducedAt)
        """,
        new MapSqlParameterSource("case", row.caseId())
            .addValue("cycle", row.cycle())
            .addValue("state", row.state().name())
            .addValue("name", row.contactName())
            .addValue("organization", row.organization())
            .addValue("mail", row.contactMail(), Types.VARCHAR)
            .addValue("language", row.language())
            .addValue("consent", row.consent() == null ? null : row.consent().name(), Types.VARCHAR)
            .addValue("consentFrom", row.consentFrom(), Types.VARCHAR)
            .addValue("consentNote", row.consentNote(), Types.VARCHAR)
            .addValue("consentAt", isCold ? null : at(row.now()), MOMENT)
            .addValue("consentBy", isCold ? null : row.by(), Types.VARCHAR)
            .addValue("story", row.story(), Types.VARCHAR)
            .addValue("days", row.takeOverDays())
            .addValue("now", at(row.now()), MOMENT)
            .addValue("by", row.by())
            .addValue("due", at(row.answerDueAt()), MOMENT)
            .addValue("customersWords", row.customersWords(), Types.VARCHAR)
            .addValue("told", row.customerTold(), Types.VARCHAR)
            .addValue("introducedAt", isCold ? at(row.now()) : null, MOMENT),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  Optional<Introduction> find(long id) {
    return jdbc.sql(SELECT + " where id = :id").param("id", id).query(ROW).optional();
  }

  /** The one of this case that waits for the contact or the owner. */
  Optional<Introduction> open(long caseId) {
    return jdbc.sql(
            SELECT
                + " where case_id = :case and "
                + OPEN
                + " order by id desc"
                + " fetch first row only")
        .param("case", caseId)
        .query(ROW)
        .optional();
  }

  /** In order. */
  List<Introduction> ofCase(long caseId) {
    return jdbc.sql(SELECT + " where case_id = :case order by id")
        .param("case", caseId)
        .query(ROW)
        .list();
  }

  List<Introduction> ofCustomer(long customerId) {
    return jdbc.sql(
            SELECT
                + " where case_id in (select id from customer_case where customer_id = :customer)"
                + " order by id")
        .param("customer", customerId)
        .query(ROW)
        .list();
  }

  /**
   * @param answer the contact's own words, or null
   * @param by login of who notes it; null for the contact
   */
  void agree(long id, String answer, String by, Instant now) {
    jdbc.sql(
            """
            update customer_introduction
               set state = 'AGREED', agreed_at = :now, agreed_by = :by, look_at = null,
                   answer = coalesce(:answer, answer)
             where id = :id
            """)
        .param("id", id)
        .param("answer", answer, Types.VARCHAR)
        .param("by", by, Types.VARCHAR)
        .param("now", at(now))
        .update();
  }

  /**
   * Customer and contact know of each other from now on.
   *
   * @param mailId number of the mail to the customer, or null for a call
   */
  void introduce(
      long id, Long mailId, String customerTold, String contactWords, Instant due, Instant now) {
    jdbc.sql(
            """
            update customer_introduction
               set state = 'INTRODUCED', introduced_at = :now, told_contact_id = :mail,
                   customer_told = :told, contact_words = :words, take_over_due_at = :due,
                   look_at = :due
             where id = :id
            """)
        .param("id", id)
        .param("mail", mailId, Types.BIGINT)
        .param("told", customerTold)
        .param("words", contactWords, Types.VARCHAR)
        .param("due", at(due))
        .param("now", at(now))
        .update();
  }

  /** The contact is asked whether they took over. */
  void ask(long id, Instant lookAt, Instant now) {
    jdbc.sql("update customer_introduction set asked_at = :now, look_at = :look where id = :id")
        .param("id", id)
        .param("look", at(lookAt))
        .param("now", at(now))
        .update();
  }

  /** The contact says that they took over. */
  void confirm(long id, String answer, Instant now) {
    jdbc.sql(
            """
            update customer_introduction
               set confirmed_at = :now, look_at = null, answer = coalesce(:answer, answer)
             where id = :id
            """)
        .param("id", id)
        .param("answer", answer, Types.VARCHAR)
        .param("now", at(now))
        .update();
  }

  /**
   * @param end null when the contact took over
   */
  void end(long id, IntroductionEnd end, String answer, Instant now) {
    jdbc.sql(
            """
            update customer_introduction
               set state = :state, outcome = :outcome, ended_at = :now, look_at = null,
                   answer = coalesce(:answer, answer)
             where id = :id
            """)
        .param("id", id)
        .param(
            "state", (end == null ? IntroductionState.TOOK_OVER : IntroductionState.FAILED).name())
        .param("outcome", end == null ? null : end.name(), Types.VARCHAR)
        .param("answer", answer, Types.VARCHAR)
        .param("now", at(now))
        .update();
  }

  /**
   * Locks cases whose introductions are to be looked at; those that another transaction has are
   * left out.
   */
  List<Long> lockDue(Instant now, int most) {
    return jdbc.sql(
            """
            select id from customer_case
             where id in (select case_id from customer_introduction where look_at <= :now
                           order by look_at, id fetch first :most rows only)
             order by id for update skip locked
            """)
        .param("now", at(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** Only for the transaction that has locked the case. */
  void lookLater(long caseId, Instant at) {
    jdbc.sql(
            "update customer_introduction set look_at = :at"
                + " where case_id = :case and look_at is not null")
        .param("at", at(at))
        .param("case", caseId)
        .update();
  }

  /** How many began in this period, by state, and why nothing came of them. */
  List<Counted> count(Instant from, Instant to) {
    return jdbc.sql(
            """
            select state, outcome, count(*) as times,
                   sum(case when consent = 'OVERRIDE' then 1 else 0 end) as overrides
              from customer_introduction
             where briefed_at >= :from and briefed_at < :to
             group by state, outcome order by state, outcome
            """)
        .param("from", at(from))
        .param("to", at(to))
        .query(RecordMapper.of(Counted.class))
        .list();
  }

  /**
   * @param outcome null unless nothing came of them
   */
  record Counted(IntroductionState state, IntroductionEnd outcome, long times, long overrides) {}

  /** Contacts, stories and answers are no longer on record; figures stay. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql(
            """
            update customer_introduction
               set contact_name = '…', organization = '…', contact_mail = null,
                   consent_from = null, consent_note = null, story = null, answer = null,
                   customer_told = null, contact_words = null, customers_words = null,
                   look_at = null
             where id in (:ids)
            """)
        .param("ids", ids)
        .update();
  }
}
