package com.customerfocus.cascade.question;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import com.customerfocus.text.Translated;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells a manager which questions there are to answer, those that came together in one letter. Its
 * subject is the first of the steps that brought them.
 */
@Component
class QuestionAskedRenderer implements NoticeRenderer {

  static final String KIND = "question-asked";

  /** Who is to answer after these steps. */
  static final String RECIPIENTS =
      """
      select min(s.id) as subject_id, p.id as person_id, p.mail as address, p.language
        from question_step s
        join person p on p.id = s.with_id
       where s.id in (:steps)
       group by p.id, p.mail, p.language
      """;

  /**
   * One question of a letter.
   *
   * @param step the first of the steps that brought it
   * @param recipient name of who is to answer
   * @param site where the recipient works, or null
   * @param title title of the memo, in the recipient's language if it was written in it
   * @param text as typed
   */
  record Waiting(
      long step,
      String recipient,
      String site,
      String title,
      Instant due,
      String askedBy,
      String text) {}

  private final JdbcClient jdbc;
  private final QuestionMails letters;

  QuestionAskedRenderer(JdbcClient jdbc, QuestionMails letters) {
    this.jdbc = jdbc;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var waiting = waiting(notices.stream().map(Notice::subjectId).toList());
    var written = new HashMap<Long, MailContent>();
    for (var notice : notices) {
      if (waiting.containsKey(notice.subjectId())) {
        written.put(notice.id(), letters.asked(waiting.get(notice.subjectId()), notice.language()));
      }
    }
    return written;
  }

  /** By the first step of each. What was answered, passed up or withdrawn since is left out. */
  private Map<Long, List<Waiting>> waiting(List<Long> steps) {
    return jdbc
        .sql(
            """
            select s.id as step, p.name as recipient, p.site, q.due_at as due, a.name as asked_by, q.body as text,
                   %s as title
              from question_step s
              join question first on first.id = s.question_id
              join question q on q.cascade_id = first.cascade_id and q.state = 'OPEN'
                             and q.asked_by = first.asked_by
              join question_step came on came.question_id = q.id and came.done_at = s.done_at
                                     and came.with_id = s.with_id and came.id >= s.id
              join briefing b on b.id = q.with_briefing_id and b.manager_id = s.with_id
              join cascade c on c.id = q.cascade_id
              join person p on p.id = s.with_id
              join person a on a.id = q.asked_by
             where s.id in (:steps)
             order by q.id
            """
                .formatted(Translated.sql("c.title", "p.language")))
        .param("steps", steps)
        .query(RecordMapper.of(Waiting.class))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Waiting::step));
  }
}
