package com.customerfocus.cascade.question;

import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import com.customerfocus.text.Translated;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a manager which questions there are to answer, those that came together in one mail. Its
 * subject is the first of the steps that brought them.
 */
@Component
class QuestionAskedRenderer extends MailRenderer<List<QuestionAskedRenderer.Waiting>> {

  static final String KIND = "question-asked";

  /** The managers who are to answer after these steps. */
  static final String RECIPIENTS =
      """
      select min(id) as subject_id, 0 as occasion, assignee_id as person_id
        from question_step where id in (:steps)
       group by assignee_id
      """;

  /**
   * One question of a mail.
   *
   * @param step the first of the steps that brought it
   * @param title title of the memo
   * @param text as typed
   */
  record Waiting(long step, Translated title, Instant due, String askedBy, String text) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  QuestionAskedRenderer(MailComposer mails, JdbcClient jdbc, Clock clock) {
    super(KIND, mails);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  protected Function<Notice, List<Waiting>> find(Collection<Notice> notices) {
    var waiting = waiting(subjects(notices));
    return notice -> waiting.get(notice.subjectId());
  }

  /** By the first step of each. What was answered, passed up or withdrawn since is left out. */
  private Map<Long, List<Waiting>> waiting(List<Long> steps) {
    return jdbc
        .sql(
            """
            select s.id as first_step, q.due_at, a.name as asked_by, q.body, c.title, c.title_es
              from question_step s
              join question first on first.id = s.question_id
              join question q on q.cascade_id = first.cascade_id and q.state = 'OPEN'
                             and q.asked_by = first.asked_by
              join question_step came on came.question_id = q.id and came.done_at = s.done_at
                                     and came.assignee_id = s.assignee_id and came.id >= s.id
              join briefing b on b.id = q.answering_briefing_id and b.manager_id = s.assignee_id
              join cascade c on c.id = q.cascade_id
              join person a on a.id = q.asked_by
             where s.id in (:steps)
             order by q.id
            """)
        .param("steps", steps)
        .query(
            (row, n) ->
                new Waiting(
                    row.getLong("first_step"),
                    new Translated(row.getString("title"), row.getString("title_es")),
                    instant(row, "due_at"),
                    row.getString("asked_by"),
                    row.getString("body")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Waiting::step));
  }

  @Override
  protected void write(Mail mail, List<Waiting> waiting) {
    var first = waiting.get(0);
    var key = waiting.size() == 1 ? "question.asked.one" : "question.asked.many";
    var isLate = !first.due().isAfter(clock.instant());
    mail.subject(key + ".subject", first.title())
        .paragraph(key + ".intro", first.askedBy(), first.title(), waiting.size());
    waiting.forEach(question -> mail.quote(question.text()));
    mail.paragraph(
            isLate ? "question.asked.overdue" : "question.asked.ask", mail.words().day(first.due()))
        .tasksButton()
        .footer("question.mail.automatic");
  }
}
