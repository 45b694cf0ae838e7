package com.customerfocus.handoff.rating;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds a person, once, to say how a handoff went. Its subject is the rating. */
@Component
class RatingReminderRenderer extends MailRenderer<RatingReminderRenderer.Waiting> {

  static final String KIND = "rating-reminder";

  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, person_id from handoff_rating where id in (:ratings)
      """;

  private static final RecordMapper<Waiting> WAITING = RecordMapper.of(Waiting.class);

  /**
   * A rating that was not given.
   *
   * @param department name of the other side's
   * @param customer name, or null
   */
  record Waiting(long id, String department, String customer, String subject, Instant endsAt) {

    private String title() {
      return customer == null ? subject : customer + ", " + subject;
    }
  }

  private final JdbcClient jdbc;

  RatingReminderRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  @Override
  protected Function<Notice, Waiting> find(Collection<Notice> notices) {
    var waiting =
        jdbc
            .sql(
                """
                select r.id, coalesce(d.name, r.to_department) as department,
                       c.name as customer, h.subject, r.ends_at
                  from handoff_rating r
                  join handoff h on h.id = r.handoff_id
                  left join customer c on c.id = h.customer_id
                  left join department d on d.id = r.to_department
                 where r.id in (:ratings) and r.rated_at is null and r.unanswered_at is null
                """)
            .param("ratings", subjects(notices))
            .query(WAITING)
            .list()
            .stream()
            .collect(Collectors.toMap(Waiting::id, Function.identity()));
    return notice -> waiting.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Waiting waiting) {
    mail.subject("rating.reminder.subject", waiting.department(), waiting.title())
        .paragraph("rating.reminder.intro", waiting.department(), waiting.endsAt())
        .quote(waiting.title())
        .tasksButton()
        .footer("rating.mail.automatic");
  }
}
