package com.customerfocus.cascade.page;

import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.cascade.MemoChanges;
import com.customerfocus.cascade.briefing.LocalBrief;
import com.customerfocus.cascade.briefing.LocalBriefs;
import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.question.TeamQuestions;
import com.customerfocus.cascade.receipt.Acknowledgements;
import com.customerfocus.cascade.receipt.Receipt;
import com.customerfocus.cascade.receipt.ReceiptState;
import com.customerfocus.organization.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The memo as each person gets it, and what readers do on their personal pages. */
@Service
@Transactional(readOnly = true)
public class PersonalPageService {

  private record Row(
      long receiptId,
      Long briefingId,
      boolean briefingHeld,
      boolean anyQuestions,
      long cascadeId,
      Integer known,
      PersonalPageView memo) {

    boolean isCorrectedSinceKnown() {
      return known != null && known > 0 && known < memo.version();
    }
  }

  private final JdbcClient jdbc;
  private final LocalBriefs localBriefs;
  private final MemoChanges changes;
  private final Acknowledgements acknowledgements;
  private final QuestionService questions;
  private final Clock clock;

  PersonalPageService(
      JdbcClient jdbc,
      LocalBriefs localBriefs,
      MemoChanges changes,
      Acknowledgements acknowledgements,
      QuestionService questions,
      Clock clock) {
    this.jdbc = jdbc;
    this.localBriefs = localBriefs;
    this.changes = changes;
    this.acknowledgements = acknowledgements;
    this.questions = questions;
    this.clock = clock;
  }

  /** Empty when there is no such receipt or its cascade was withdrawn. Changes nothing. */
  public Optional<PersonalPageView> personalMemo(long receiptId) {
    return personalMemo(rows(List.of(receiptId), null), receiptId);
  }

  /**
   * The same for a reader who has this version before them; what changed since is in it.
   *
   * @param seen version of the memo
   */
  public Optional<PersonalPageView> personalMemo(long receiptId, int seen) {
    return personalMemo(rows(List.of(receiptId), seen), receiptId);
  }

  /**
   * Records, once, that the reader got the memo. Changes nothing when that is on record already, or
   * when the memo can no longer be acknowledged.
   *
   * @param version of the memo, as the reader has it before them
   * @return false when that version is out of date, so that the acknowledgement does not count
   */
  @Transactional
  public boolean acknowledge(long receiptId, int version) {
    return acknowledgements.acknowledge(receiptId, version);
  }

  /**
   * The reader asks a question, which goes to the own manager. The same question twice is asked
   * once.
   *
   * @param question as typed
   */
  @Transactional
  public QuestionOutcome ask(long receiptId, String question) {
    return questions.ask(receiptId, question);
  }

  private Optional<PersonalPageView> personalMemo(List<Row> rows, long receiptId) {
    return Optional.ofNullable(memos(rows).get(receiptId))
        .map(
            memo ->
                rows.get(0).anyQuestions()
                    ? memo.withQuestions(questions.seenBy(receiptId))
                    : memo);
  }

  /**
   * @param seen the version of the memo that the reader has before them, if that is known
   */
  private List<Row> rows(List<Long> receiptIds, Integer seen) {
    var now = clock.instant();
    return jdbc.sql(
            """
                select r.id, r.cascade_id, r.state, r.acknowledged_at, r.version,
                       c.version as memo_version, c.required_version,
                       case when c.required_version > 1
                            then (select max(a.version) from attestation a
                                   where a.receipt_id = r.id) end as attested, c.title, c.body, c.title_es, c.body_es,
                       c.figures, c.closes_at, s.name as sender, b.id as briefing_id,
                       b.held_at, p.id as person_id, p.name, p.mail, p.manager_id, p.department_id,
                       p.heritage, p.language, p.site, p.active, m.name as manager,
                       exists (select 1 from question q join briefing qb on qb.id = q.briefing_id
                                where qb.cascade_id = r.cascade_id
                                  and qb.manager_id in (r.briefed_by, r.person_id))
                         or exists (select 1 from question q
                                     where q.cascade_id = r.cascade_id
                                       and q.asked_by = r.person_id) as any_questions
                  from receipt r
                  join cascade c on c.id = r.cascade_id
                  join person p on p.id = r.person_id
                  join person s on s.id = c.launched_by
                  left join briefing b on b.cascade_id = r.cascade_id
                                      and b.manager_id = r.briefed_by
                  left join person m on m.id = b.manager_id
                 where r.id in (:ids) and c.state <> 'WITHDRAWN' and p.active
                """)
        .param("ids", receiptIds)
        .query((row, n) -> row(row, seen, now))
        .list();
  }

  private Map<Long, PersonalPageView> memos(List<Row> rows) {
    var held = rows.stream().filter(Row::briefingHeld).map(Row::briefingId).distinct().toList();
    var lines = localBriefs.of(held);
    return rows.stream()
        .collect(
            Collectors.toMap(
                Row::receiptId,
                row -> complete(row, lines.getOrDefault(row.briefingId(), List.of()))));
  }

  private static Row row(ResultSet row, Integer seen, Instant now) throws SQLException {
    var spanish = isSpanish(row.getString("language"));
    var receipt =
        new Receipt(
            row.getLong("id"),
            ReceiptState.valueOf(row.getString("state")),
            row.getInt("version"),
            row.getInt("required_version"),
            row.getInt("memo_version"),
            instant(row, "closes_at"),
            false,
            row.getBoolean("active"));
    // The pages say so before everyone has been asked again.
    var outdated = receipt.isReattestationDue();
    var reached = receipt.isComplete();
    var attested =
        reached ? Integer.valueOf(receipt.version()) : row.getObject("attested", Integer.class);
    var status = status(receipt, now);
    var briefing = row.getObject("briefing_id", Long.class);
    return new Row(
        row.getLong("id"),
        briefing,
        briefing != null && row.getObject("held_at") != null,
        row.getBoolean("any_questions"),
        row.getLong("cascade_id"),
        attested == null ? seen : attested,
        new PersonalPageView(
            row.getLong("id"),
            new Person(
                row.getString("person_id"),
                row.getString("name"),
                row.getString("mail"),
                row.getString("manager_id"),
                row.getString("department_id"),
                row.getString("heritage"),
                row.getString("language"),
                row.getString("site")),
            row.getString("sender"),
            translated(row, "title", spanish),
            translated(row, "body", spanish),
            row.getString("figures"),
            List.of(),
            status,
            outdated ? null : instant(row, "acknowledged_at"),
            new TeamQuestions(goTo(row, now), List.of()),
            row.getInt("memo_version"),
            status == PersonalPageView.Status.OPEN && attested != null && (outdated || !reached),
            null));
  }

  private static boolean isSpanish(String language) {
    return "es".equals(language);
  }

  /** As long as the memo can be confirmed it can be asked about, also by who has confirmed it. */
  private static String goTo(ResultSet row, Instant now) throws SQLException {
    return row.getBoolean("active") && now.isBefore(instant(row, "closes_at"))
        ? row.getString("manager")
        : null;
  }

  private static String translated(ResultSet row, String column, boolean spanish)
      throws SQLException {
    return spanish
        ? Objects.requireNonNullElse(row.getString(column + "_es"), row.getString(column))
        : row.getString(column);
  }

  private static PersonalPageView.Status status(Receipt receipt, Instant now) {
    if (receipt.isOpen(now)) {
      return PersonalPageView.Status.OPEN;
    }
    return switch (receipt.state()) {
      case ACKNOWLEDGED ->
          receipt.isReattestationDue()
              ? PersonalPageView.Status.CLOSED
              : PersonalPageView.Status.ACKNOWLEDGED;
      case EXCUSED -> PersonalPageView.Status.EXCUSED;
      case PENDING, BRIEFED, LAPSED -> PersonalPageView.Status.CLOSED;
    };
  }

  private PersonalPageView complete(Row row, List<LocalBrief> line) {
    var memo = row.memo();
    return new PersonalPageView(
        memo.receiptId(),
        memo.reader(),
        memo.senderName(),
        memo.title(),
        memo.body(),
        memo.figures(),
        line,
        memo.status(),
        memo.acknowledgedAt(),
        memo.questions(),
        memo.version(),
        memo.askedAgain(),
        row.isCorrectedSinceKnown()
            ? changes.between(
                row.cascadeId(), row.known(), memo.version(), isSpanish(memo.reader().language()))
            : null);
  }
}
