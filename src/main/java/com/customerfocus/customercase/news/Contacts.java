package com.customerfocus.customercase.news;

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

/**
 * Table {@code customer_case_contact}. Rows are added; afterwards only the fate of a mail changes.
 */
@Repository
class Contacts {

  private static final String SELECT =
      """
      select c.id, c.case_id, c.cycle, c.way, c.words, c.happened_at as at, c.recorded_at,
             c.recorded_by as by, p.name as by_name, c.told_at, c.accepted_at, c.bounced_at,
             c.due_at, c.corrects_id,
             exists (select 1 from customer_case_contact later
                      where later.corrects_id = c.id and later.bounced_at is null)
               as is_corrected,
             c.sender, c.sender_name
        from customer_case_contact c
        left join person p on p.id = c.recorded_by
      """;

  private static final RecordMapper<Contact> CONTACT = RecordMapper.of(Contact.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  Contacts(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /** A contact before it is on record; see {@link Contact}. */
  record New(
      long caseId,
      int cycle,
      Contact.Way way,
      String words,
      Instant at,
      Instant now,
      String by,
      Instant toldAt,
      Instant dueAt,
      Long correctsId,
      String sender,
      String senderName,
      Long mailId) {}

  /**
   * Adds one.
   *
   * @return its number
   */
  long add(New contact) {
    var id = new GeneratedKeyHolder();
    keyed.update(
        """
        insert into customer_case_contact (case_id, cycle, way, words, happened_at, recorded_at,
                                           recorded_by, told_at, due_at, corrects_id, sender,
                                           sender_name, mail_id)
        values (:case, :cycle, :way, :words, :at, :now, :by, :told, :due, :corrects, :sender,
                :senderName, :mail)
        """,
        new MapSqlParameterSource("case", contact.caseId())
            .addValue("cycle", contact.cycle())
            .addValue("way", contact.way().name())
            .addValue("words", contact.words())
            .addValue("at", at(contact.at()))
            .addValue("now", at(contact.now()))
            .addValue("by", contact.by(), Types.VARCHAR)
            .addValue("told", at(contact.toldAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("due", at(contact.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("corrects", contact.correctsId(), Types.BIGINT)
            .addValue("sender", contact.sender(), Types.VARCHAR)
            .addValue("senderName", contact.senderName(), Types.VARCHAR)
            .addValue("mail", contact.mailId(), Types.BIGINT),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  Optional<Contact> find(long id) {
    return jdbc.sql(SELECT + " where c.id = :id").param("id", id).query(CONTACT).optional();
  }

  /** All of a case, in the order in which they were recorded. */
  List<Contact> ofCase(long caseId) {
    return ofCases(List.of(caseId));
  }

  /** The same of several cases. */
  List<Contact> ofCases(Collection<Long> cases) {
    return jdbc.sql(SELECT + " where c.case_id in (:cases) order by c.id")
        .param("cases", cases)
        .query(CONTACT)
        .list();
  }

  /** The one that was recorded last in a case. */
  Optional<Contact> last(long caseId) {
    return jdbc.sql(SELECT + " where c.case_id = :case order by c.id desc fetch first row only")
        .param("case", caseId)
        .query(CONTACT)
        .optional();
  }

  /** Number of what we said or noted last, of what was on record in a case at this moment. */
  Optional<Long> lastOfOurs(long caseId, Instant by) {
    return jdbc.sql(
            """
            select id from customer_case_contact
             where case_id = :case and recorded_at <= :by and way in ('MAIL', 'CALL', 'NOTE')
             order by id desc fetch first row only
            """)
        .param("case", caseId)
        .param("by", at(by))
        .query(Long.class)
        .optional();
  }

  /** A contact counts for the run of the case that goes on in which its own was taken in. */
  private static final String IN_PRESENT_RUN =
      """
       (j.joined_to_id is null and k.cycle = c.cycle
        or j.joined_to_id is not null and j.cycle = c.cycle and j.closed_at >= k.began_at)
      """;

  /** Those of the present run of these cases that are open, and of cases taken in meanwhile. */
  List<Contact> ofPresentCycle(Collection<Long> cases) {
    return jdbc.sql(
            SELECT
                + """
                 join customer_case j on j.id = c.case_id
                 join customer_case_clock k on k.case_id = coalesce(j.joined_to_id, j.id) and
                """
                + IN_PRESENT_RUN
                + " where j.id in (:cases) or j.joined_to_id in (:cases) order by c.id")
        .param("cases", cases)
        .query(CONTACT)
        .list();
  }

  /**
   * A case that another one has taken in.
   *
   * @param beganAt when its last run began
   */
  record Joined(long id, long survivorId, Instant beganAt, Instant joinedAt) {}

  /** Those of these cases that others have taken in. */
  List<Joined> joined(Collection<Long> cases) {
    return cases.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, joined_to_id as survivor_id, cycle_began_at as began_at,
                       closed_at as joined_at
                  from customer_case where id in (:cases) and joined_to_id is not null
                """)
            .param("cases", cases)
            .query(RecordMapper.of(Joined.class))
            .list();
  }

  /** Numbers of the cases that these contacts belong to, or that go on for them. */
  List<Long> casesOf(Collection<Long> ids) {
    return jdbc.sql(
            """
            select distinct coalesce(j.joined_to_id, j.id)
              from customer_case_contact c join customer_case j on j.id = c.case_id
             where c.id in (:ids) order by 1
            """)
        .param("ids", ids)
        .query(Long.class)
        .list();
  }

  /** The mail server has taken these mails; when their news was due is kept with them. */
  void accepted(Collection<Long> ids, Instant now) {
    jdbc.sql(
            """
            update customer_case_contact
               set accepted_at = :now,
                   due_at = (select k.news_due_at
                               from customer_case j
                               join customer_case_clock k
                                 on k.case_id = coalesce(j.joined_to_id, j.id)
                              where j.id = customer_case_contact.case_id and %s)
             where id in (:ids) and accepted_at is null
            """
                .formatted(IN_PRESENT_RUN.replace("c.cycle", "customer_case_contact.cycle")))
        .param("now", at(now))
        .param("ids", ids)
        .update();
  }

  /** A mail did not reach the customer. */
  void bounced(long id, Instant now) {
    jdbc.sql(
            "update customer_case_contact set bounced_at = :now, due_at = null"
                + " where id = :id and bounced_at is null")
        .param("now", at(now))
        .param("id", id)
        .update();
  }

  /** What was said in these cases is no longer on record; when and which way stays. */
  void removeWords(Collection<Long> cases) {
    jdbc.sql(
            """
            update customer_case_contact
               set words = '…', sender = null, sender_name = null, mail_id = null
             where case_id in (:cases)
            """)
        .param("cases", cases)
        .update();
  }
}
