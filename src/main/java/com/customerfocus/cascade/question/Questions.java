package com.customerfocus.cascade.question;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.cascade.question.QuestionStep.Kind;
import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Tables {@code question} and {@code question_step}. */
@Component
class Questions {

  /**
   * An open question.
   *
   * @param answeringBriefingId the briefing whose manager has to answer
   */
  record Open(long id, String askedBy, String text, long answeringBriefingId, Instant due) {}

  private final JdbcClient jdbc;

  Questions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long insert(
      long cascadeId,
      long briefingId,
      String askedBy,
      String text,
      long answeringBriefingId,
      Instant due,
      Instant now) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into question (cascade_id, briefing_id, asked_by, asked_at, body, state,
              answering_briefing_id, due_at)
            values (:cascade, :briefing, :asker, :now, :text, 'OPEN', :with, :due)
            """)
        .param("cascade", cascadeId)
        .param("briefing", briefingId)
        .param("asker", askedBy)
        .param("now", at(now))
        .param("text", text)
        .param("with", answeringBriefingId)
        .param("due", at(due))
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /**
   * Adds a step to the history.
   *
   * @return its id
   */
  long record(long questionId, QuestionStep step) {
    var id = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into question_step (question_id, kind, done_at, recorded_by, assignee_id, note)
            values (:question, :kind, :at, :by, :with, :note)
            """)
        .param("question", questionId)
        .param("kind", step.kind().name())
        .param("at", at(step.at()))
        .param("by", step.by())
        .param("with", step.with())
        .param("note", step.note())
        .update(id, "id");
    return id.getKeyAs(Long.class);
  }

  /** The question if it is open; locked against concurrent steps. */
  Optional<Open> lockOpen(long id) {
    return open(id, "for update");
  }

  /** The question if it is open. */
  Optional<Open> open(long id) {
    return open(id, "");
  }

  private Optional<Open> open(long id, String lock) {
    return jdbc.sql(
            """
            select id, asked_by, body as text, answering_briefing_id, due_at as due from question
             where id = :id and state = 'OPEN' %s
            """
                .formatted(lock))
        .param("id", id)
        .query(RecordMapper.of(Open.class))
        .optional();
  }

  /** Employee id of the manager who was asked last, who may no longer lead that team. */
  Optional<String> answerer(long id) {
    return jdbc.sql(
            """
            select assignee_id from question_step
             where question_id = :id and assignee_id is not null
             order by id desc fetch first 1 row only
            """)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  /** Puts another manager in charge. The caller holds the question's lock. */
  void moveTo(long id, long answeringBriefingId, Instant due) {
    jdbc.sql("update question set answering_briefing_id = :with, due_at = :due where id = :id")
        .param("id", id)
        .param("with", answeringBriefingId)
        .param("due", at(due))
        .update();
  }

  /**
   * Records the answer.
   *
   * @return false when the question is not open
   */
  boolean answered(long id, String answer, String by, Instant now) {
    return jdbc.sql(
                """
                update question set state = 'ANSWERED', answer = :answer, answered_by = :by,
                                    answered_at = :now
                 where id = :id and state = 'OPEN'
                """)
            .param("id", id)
            .param("answer", answer)
            .param("by", by)
            .param("now", at(now))
            .update()
        == 1;
  }

  /**
   * The team with which a person reads a memo.
   *
   * @param briefingId the team's briefing
   */
  record Reader(long cascadeId, String personId, long briefingId) {}

  /**
   * Locks the receipt until the transaction ends, so that a person asks one question at a time;
   * empty when its owner may not ask any more.
   */
  Optional<Reader> lockReader(long receiptId, Instant now) {
    return jdbc.sql("select id from receipt where id = :receipt for update")
        .param("receipt", receiptId)
        .query(Long.class)
        .optional()
        .flatMap(
            locked ->
                jdbc.sql(
                        """
                        select r.cascade_id, r.person_id, b.id as briefing_id
                          from receipt r
                          join briefing b on b.cascade_id = r.cascade_id
                                         and b.manager_id = r.briefed_by
                          join cascade c on c.id = r.cascade_id
                          join person p on p.id = r.person_id
                         where r.id = :receipt and p.active
                           and c.state <> 'WITHDRAWN' and c.closes_at > :now
                        """)
                    .param("receipt", locked)
                    .param("now", at(now))
                    .query(RecordMapper.of(Reader.class))
                    .optional());
  }

  /** Open questions of this person in this team. */
  List<String> waitingFor(long briefingId, String askedBy) {
    return jdbc.sql(
            """
            select body from question
             where briefing_id = :briefing and asked_by = :asker and state = 'OPEN'
            """)
        .param("briefing", briefingId)
        .param("asker", askedBy)
        .query(String.class)
        .list();
  }

  /** Questions visible to the receipt's owner: answered ones of the team, and the own ones. */
  List<TeamQuestions.Question> seenBy(long receiptId, Instant now) {
    return jdbc.sql(
            """
            select q.asked_by = r.person_id as own, a.name as asked_by, q.asked_at, q.body as text, w.name as waits_for, q.due_at as due,
                   q.due_at <= :now as overdue,
                   m.name as answered_by, q.answered_at, q.answer
              from receipt r
              join question q on q.id in (
                     select team.id
                       from briefing b
                       join question team on team.briefing_id = b.id and team.state = 'ANSWERED'
                      where b.cascade_id = r.cascade_id
                        and b.manager_id in (r.briefed_by, r.person_id)
                     union
                     select own.id from question own
                      where own.cascade_id = r.cascade_id and own.asked_by = r.person_id)
              join person a on a.id = q.asked_by
              join briefing up on up.id = q.answering_briefing_id
              join person w on w.id = up.manager_id
              left join person m on m.id = q.answered_by
             where r.id = :receipt
             order by q.id
            """)
        .param("receipt", receiptId)
        .param("now", at(now))
        .query(RecordMapper.of(TeamQuestions.Question.class))
        .list();
  }

  /**
   * Withdraws at most {@code limit} open questions of a withdrawn cascade (skip locked).
   *
   * @return their ids
   */
  List<Long> withdraw(long cascadeId, int limit, Instant now) {
    var open =
        jdbc.sql(
                """
                select id from question
                 where cascade_id = :cascade and state = 'OPEN'
                   and exists (select 1 from cascade c
                                where c.id = :cascade and c.state = 'WITHDRAWN')
                 fetch first :limit rows only
                   for update skip locked
                """)
            .param("cascade", cascadeId)
            .param("limit", limit)
            .query(Long.class)
            .list();
    if (!open.isEmpty()) {
      end(open, now);
    }
    return open;
  }

  private void end(Collection<Long> ids, Instant now) {
    jdbc.sql("update question set state = 'WITHDRAWN' where id in (:ids)")
        .param("ids", ids)
        .update();
    jdbc.sql(
            """
            insert into question_step (question_id, kind, done_at)
            select id, '%s', cast(:now as timestamp with time zone)
              from question where id in (:ids)
            """
                .formatted(Kind.WITHDRAWN))
        .param("ids", ids)
        .param("now", at(now))
        .update();
  }

  /** Whether a withdrawn cascade still has open questions. */
  boolean isAnyToWithdraw(long cascadeId) {
    return jdbc.sql(
            """
            select exists (select 1 from question q join cascade c on c.id = q.cascade_id
                            where q.cascade_id = :cascade and q.state = 'OPEN'
                              and c.state = 'WITHDRAWN')
            """)
        .param("cascade", cascadeId)
        .query(Boolean.class)
        .single();
  }
}
