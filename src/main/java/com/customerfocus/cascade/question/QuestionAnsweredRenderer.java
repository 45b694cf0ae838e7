package com.customerfocus.cascade.question;

import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.cascade.receipt.ReceiptMemos;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings an answer to each of the team that asked, with the personal link. Its subject is the
 * receipt, its occasion the question.
 */
@Component
class QuestionAnsweredRenderer extends MailRenderer<QuestionAnsweredRenderer.Answered> {

  static final String KIND = "question-answered";

  /**
   * The team, its manager, and the asker, who may be in another by now; the manager who answered
   * gets none.
   */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, q.id as occasion, r.person_id
        from question q
        join briefing b on b.id = q.briefing_id
        join receipt r on r.cascade_id = b.cascade_id
                      and (r.briefed_by = b.manager_id
                           or r.person_id in (b.manager_id, q.asked_by))
        join person p on p.id = r.person_id
       where q.id = :question and r.person_id <> :answerer and p.active
      """;

  /** What a mail tells of. */
  record Answered(ReceiptMemo memo, Question question) {}

  /**
   * A question with its answer.
   *
   * @param askedBy name
   * @param answeredBy name
   * @param answer Markdown
   */
  record Question(long id, String askedBy, String text, String answeredBy, String answer) {}

  private final JdbcClient jdbc;
  private final ReceiptMemos memos;

  QuestionAnsweredRenderer(MailComposer mails, JdbcClient jdbc, ReceiptMemos memos) {
    super(KIND, mails);
    this.jdbc = jdbc;
    this.memos = memos;
  }

  @Override
  protected Function<Notice, Answered> find(Collection<Notice> notices) {
    var questions = questions(notices.stream().map(Notice::occasion).distinct().toList());
    var found = memos.find(subjects(notices));
    return notice -> {
      var memo = found.get(notice.subjectId());
      var question = questions.get(notice.occasion());
      return memo == null || question == null ? null : new Answered(memo, question);
    };
  }

  private Map<Long, Question> questions(List<Long> ids) {
    return jdbc
        .sql(
            """
            select q.id, a.name as asked_by, q.body as text, m.name as answered_by, q.answer
              from question q
              join person a on a.id = q.asked_by
              join person m on m.id = q.answered_by
             where q.id in (:questions) and q.state = 'ANSWERED'
            """)
        .param("questions", ids)
        .query(RecordMapper.of(Question.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Question::id, question -> question));
  }

  @Override
  protected void write(Mail mail, Answered answered) {
    var memo = answered.memo();
    var question = answered.question();
    mail.subject("question.answered.subject", memo.title())
        .paragraph("question.answered.asked", question.askedBy(), memo.title())
        .quote(question.text())
        .paragraph("question.answered.answers", question.answeredBy())
        .markdown(question.answer())
        .paragraph("question.answered.page")
        .personalButton("question.answered.open", memo.link())
        .footer("memo.mail.personal")
        .footer("memo.mail.automatic");
  }
}
