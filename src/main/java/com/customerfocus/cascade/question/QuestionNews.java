package com.customerfocus.cascade.question;

import com.customerfocus.access.Actor;
import com.customerfocus.cascade.question.QuestionStep.Kind;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.support.ReaderTime;
import com.customerfocus.support.Sentence;
import com.customerfocus.worktime.WorkingTime;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What has become of a question, for a manager with whom it was before. */
@Service
@Transactional(readOnly = true)
public class QuestionNews {

  private final JdbcClient jdbc;
  private final WorkingTime workingTime;

  QuestionNews(JdbcClient jdbc, WorkingTime workingTime) {
    this.jdbc = jdbc;
    this.workingTime = workingTime;
  }

  /**
   * The last step of a question.
   *
   * @param recordedBy employee id, or null
   * @param byName of that person, or null
   * @param withName of the manager it is with, or null
   * @param site where the reader works, or null
   */
  record Last(
      Kind kind, Instant doneAt, String recordedBy, String byName, String withName, String site) {}

  /**
   * Who answered the question or has it now, and since when; empty when nothing has happened since
   * it was asked. Times are those of the reader.
   */
  public Optional<Sentence> latest(long questionId, Actor reader) {
    return jdbc.sql(
            """
            select s.kind, s.done_at, s.recorded_by, d.name as by_name, w.name as with_name, r.site
              from question_step s
              left join person d on d.id = s.recorded_by
              left join person w on w.id = s.assignee_id
              left join person r on r.id = :reader
             where s.question_id = :question
             order by s.id desc
             fetch first 1 row only
            """)
        .param("question", questionId)
        .param("reader", reader.id())
        .query(RecordMapper.of(Last.class))
        .optional()
        .flatMap(last -> said(last, reader));
  }

  private Optional<Sentence> said(Last last, Actor reader) {
    var at = ReaderTime.of(last.doneAt(), workingTime.calendar(last.site()).zone());
    var by = last.byName() == null ? last.recordedBy() : last.byName();
    return Optional.ofNullable(
        switch (last.kind()) {
          case ASKED -> null;
          case ANSWERED ->
              reader.id().equals(last.recordedBy())
                  ? new Sentence("refusal.question.answered-by-you", at)
                  : new Sentence("refusal.question.answered", by, at);
          case PASSED_UP -> new Sentence("refusal.question.passed-up", by, last.withName(), at);
          case ESCALATED -> new Sentence("refusal.question.escalated", last.withName(), at);
          case REMINDED -> new Sentence("refusal.question.reminded", last.withName(), at);
          case WITHDRAWN -> new Sentence("refusal.question.withdrawn", at);
        });
  }
}
