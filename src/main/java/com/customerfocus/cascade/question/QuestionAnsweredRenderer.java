package com.customerfocus.cascade.question;

import com.customerfocus.cascade.briefing.RecipientMails;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings an answer to each of the team that asked, with the personal link. Its subject is the
 * receipt, its occasion the question.
 */
@Component
class QuestionAnsweredRenderer implements NoticeRenderer {

  static final String KIND = "question-answered";

  /** The team, its manager, and the asker, who may be in another by now; who answered knows. */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, q.id as occasion, r.person_id, p.mail as address, p.language
        from question q
        join briefing b on b.id = q.briefing_id
        join receipt r on r.cascade_id = b.cascade_id
                      and (r.briefed_by = b.manager_id
                           or r.person_id in (b.manager_id, q.asked_by))
        join person p on p.id = r.person_id
       where q.id = :question and r.person_id <> :answerer and p.active
      """;

  /**
   * A question with its answer.
   *
   * @param askedBy name
   * @param answeredBy name
   * @param answer Markdown
   */
  record Answered(long id, String askedBy, String text, String answeredBy, String answer) {}

  private final JdbcClient jdbc;
  private final RecipientMails personal;
  private final QuestionMails letters;

  QuestionAnsweredRenderer(JdbcClient jdbc, RecipientMails personal, QuestionMails letters) {
    this.jdbc = jdbc;
    this.personal = personal;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var answers = answers(notices.stream().map(Notice::occasion).distinct().toList());
    return personal.write(
        notices.stream().filter(notice -> answers.containsKey(notice.occasion())).toList(),
        (notice, memo, link) -> letters.answered(memo, answers.get(notice.occasion()), link));
  }

  private Map<Long, Answered> answers(List<Long> questions) {
    return jdbc
        .sql(
            """
            select q.id, a.name as asked_by, q.body as text, m.name as answered_by, q.answer
              from question q
              join person a on a.id = q.asked_by
              join person m on m.id = q.answered_by
             where q.id in (:questions) and q.state = 'ANSWERED'
            """)
        .param("questions", questions)
        .query(RecordMapper.of(Answered.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Answered::id, answered -> answered));
  }
}
