package com.customerfocus.cascade.question;

import static com.customerfocus.support.Timestamps.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about questions. */
@Service
@Transactional(readOnly = true)
public class QuestionReports {

  /**
   * One question.
   *
   * @param askedBy employee id
   * @param team employee id of the manager whose team asks and gets the answer
   * @param with employee id of the manager who is to answer, or was at last
   * @param due until when it is to be answered
   * @param answer Markdown, null until then
   * @param answeredBy employee id, null until then
   * @param steps what happened to it, in order
   */
  public record Question(
      long id,
      QuestionState state,
      String question,
      String askedBy,
      Instant askedAt,
      String team,
      String with,
      Instant due,
      String answer,
      String answeredBy,
      Instant answeredAt,
      List<QuestionStep> steps) {}

  private final JdbcClient jdbc;

  QuestionReports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a cascade, the newest first. Two queries, however many there are. */
  public List<Question> questions(long cascadeId, int offset, int limit) {
    var steps = new HashMap<Long, List<QuestionStep>>();
    var questions =
        jdbc.sql(
                """
                select q.id, q.state, q.body, q.asked_by, q.asked_at, b.manager_id as team,
                       w.manager_id as answerer, q.due_at, q.answer, q.answered_by, q.answered_at
                  from question q
                  join briefing b on b.id = q.briefing_id
                  join briefing w on w.id = q.answering_briefing_id
                 where q.cascade_id = :cascade
                 order by q.id desc
                offset :offset rows fetch first :limit rows only
                """)
            .param("cascade", cascadeId)
            .param("offset", offset)
            .param("limit", limit)
            .query(
                (row, n) ->
                    new Question(
                        row.getLong("id"),
                        QuestionState.valueOf(row.getString("state")),
                        row.getString("body"),
                        row.getString("asked_by"),
                        instant(row, "asked_at"),
                        row.getString("team"),
                        row.getString("answerer"),
                        instant(row, "due_at"),
                        row.getString("answer"),
                        row.getString("answered_by"),
                        instant(row, "answered_at"),
                        steps.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())))
            .list();
    addSteps(steps);
    return questions;
  }

  private void addSteps(Map<Long, List<QuestionStep>> steps) {
    if (steps.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            select question_id, kind, done_at, recorded_by, assignee_id, note from question_step
             where question_id in (:questions)
             order by id
            """)
        .param("questions", steps.keySet())
        .query(
            row -> {
              steps
                  .get(row.getLong("question_id"))
                  .add(
                      new QuestionStep(
                          QuestionStep.Kind.valueOf(row.getString("kind")),
                          instant(row, "done_at"),
                          row.getString("recorded_by"),
                          row.getString("assignee_id"),
                          row.getString("note")));
            });
  }
}
