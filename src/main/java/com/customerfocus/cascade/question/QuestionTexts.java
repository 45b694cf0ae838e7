package com.customerfocus.cascade.question;

import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.cascade.question.QuestionStep.Kind;
import com.customerfocus.worktime.WorkingTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** What the form that answers a question shows, as HTML. Everything people wrote is escaped. */
@Service
@Transactional(readOnly = true)
public class QuestionTexts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final JdbcClient jdbc;
  private final WorkingTime workingTime;
  private final Clock clock;

  QuestionTexts(JdbcClient jdbc, WorkingTime workingTime, Clock clock) {
    this.jdbc = jdbc;
    this.workingTime = workingTime;
    this.clock = clock;
  }

  /**
   * Who asks what about which memo, and whom the question was with before. Days are those of the
   * manager in charge.
   */
  public String questionHtml(long questionId) {
    var html = new StringBuilder();
    jdbc.sql(
            """
            select a.name as asker, c.title, q.body, q.asked_at, q.due_at, m.name as manager,
                   w.site
              from question q
              join briefing up on up.id = q.with_briefing_id
              join person w on w.id = up.manager_id
              join cascade c on c.id = q.cascade_id
              join briefing b on b.id = q.briefing_id
              join person a on a.id = q.asked_by
              join person m on m.id = b.manager_id
             where q.id = :id
            """)
        .param("id", questionId)
        .query(
            row -> {
              html.append(question(row));
            });
    jdbc.sql(
            """
            select s.kind, s.done_at, s.word, coalesce(d.name, before.name) as by_name,
                   w.name as with_name, c.site
              from question_step s
              left join person d on d.id = s.by_id
              left join person w on w.id = s.with_id
              left join question_step earlier on earlier.id =
                (select max(e.id) from question_step e
                  where e.question_id = s.question_id and e.id < s.id)
              left join person before on before.id = earlier.with_id
              join question q on q.id = s.question_id
              join briefing up on up.id = q.with_briefing_id
              join person c on c.id = up.manager_id
             where s.question_id = :id
             order by s.id
            """)
        .param("id", questionId)
        .query(
            row -> {
              html.append(step(row));
            });
    return CascadeTexts.asOneBlock(html);
  }

  private String question(ResultSet row) throws SQLException {
    var asker = row.getString("asker");
    var manager = row.getString("manager");
    return """
        <p><strong>%s</strong> asked on %s about the memo <strong>%s</strong>:</p>\
        <blockquote>%s</blockquote>\
        <p>The answer %s due by %s and goes to %s.</p>"""
        .formatted(
            escaped(asker),
            day(row, "asked_at"),
            escaped(row.getString("title")),
            escaped(row.getString("body")).replace("\n", "<br>"),
            instant(row, "due_at").isAfter(clock.instant()) ? "is" : "was",
            day(row, "due_at"),
            asker.equals(manager)
                ? "%s and the whole team".formatted(escaped(asker))
                : "the whole team of %s".formatted(escaped(manager)));
  }

  private String step(ResultSet row) throws SQLException {
    var day = day(row, "done_at");
    var by = escaped(row.getString("by_name"));
    return switch (Kind.valueOf(row.getString("kind"))) {
      case PASSED_UP ->
          "<p>%s: %s passed it up to %s.%s</p>"
              .formatted(day, by, escaped(row.getString("with_name")), word(row));
      case ESCALATED ->
          "<p>%s: %s had not answered; it went to %s.</p>"
              .formatted(day, by, escaped(row.getString("with_name")));
      case ASKED, REMINDED, ANSWERED, WITHDRAWN -> "";
    };
  }

  private String day(ResultSet row, String column) throws SQLException {
    var zone = workingTime.calendar(row.getString("site")).zone();
    return DAY.format(instant(row, column).atZone(zone));
  }

  private static String word(ResultSet row) throws SQLException {
    var word = row.getString("word");
    return word == null ? "" : " “" + escaped(word).replace("\n", "<br>") + "”";
  }

  private static String escaped(String text) {
    return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
