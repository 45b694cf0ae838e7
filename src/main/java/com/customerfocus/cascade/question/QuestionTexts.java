package com.customerfocus.cascade.question;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.text.FormHtml;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form that answers a question shows, as HTML for the manager in charge. */
@Service
@Transactional(readOnly = true)
public class QuestionTexts {

  private final JdbcClient jdbc;
  private final WorkingTime workingTime;
  private final FormHtml html;
  private final Clock clock;

  QuestionTexts(JdbcClient jdbc, WorkingTime workingTime, FormHtml html, Clock clock) {
    this.jdbc = jdbc;
    this.workingTime = workingTime;
    this.html = html;
    this.clock = clock;
  }

  /**
   * @param manager whose team the answer goes to
   * @param site where the manager in charge works, or null
   * @param language of the manager in charge, {@code en} or {@code es}
   */
  record Asked(
      String asker,
      String title,
      String body,
      Instant askedAt,
      Instant dueAt,
      String manager,
      String site,
      String language) {}

  /**
   * @param byName who did it or, where the clock did, with whom the question was before
   * @param note what they wrote, or null
   */
  record Step(String kind, Instant doneAt, String note, String byName, String withName) {}

  /**
   * Who asks what about which memo, and whom the question was with before. Days are those of the
   * manager in charge.
   */
  public String questionHtml(long questionId) {
    var question = question(questionId);
    return html.of(
        "question",
        Locale.forLanguageTag(question.language()),
        Map.of(
            "question", question,
            "overdue", !question.dueAt().isAfter(clock.instant()),
            "steps", steps(questionId),
            "zone", workingTime.calendar(question.site()).zone()));
  }

  private Asked question(long questionId) {
    return jdbc.sql(
            """
            select a.name as asker, c.title, q.body, q.asked_at, q.due_at, m.name as manager,
                   w.site, w.language
              from question q
              join briefing up on up.id = q.answering_briefing_id
              join person w on w.id = up.manager_id
              join cascade c on c.id = q.cascade_id
              join briefing b on b.id = q.briefing_id
              join person a on a.id = q.asked_by
              join person m on m.id = b.manager_id
             where q.id = :id
            """)
        .param("id", questionId)
        .query(RecordMapper.of(Asked.class))
        .single();
  }

  private List<Step> steps(long questionId) {
    return jdbc.sql(
            """
            select s.kind, s.done_at, s.note, coalesce(d.name, before.name) as by_name,
                   w.name as with_name
              from question_step s
              left join person d on d.id = s.recorded_by
              left join person w on w.id = s.assignee_id
              left join question_step earlier on earlier.id =
                (select max(e.id) from question_step e
                  where e.question_id = s.question_id and e.id < s.id)
              left join person before on before.id = earlier.assignee_id
             where s.question_id = :id
             order by s.id
            """)
        .param("id", questionId)
        .query(RecordMapper.of(Step.class))
        .list();
  }
}
