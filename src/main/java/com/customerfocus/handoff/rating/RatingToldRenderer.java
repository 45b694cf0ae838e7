package com.customerfocus.handoff.rating;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a person how the other side rated a handoff. Its subject is that rating. */
@Component
class RatingToldRenderer extends MailRenderer<RatingToldRenderer.Told> {

  static final String KIND = "rating-told";

  /**
   * The person of the other side who was asked; for one who has left the manager, else the head.
   */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, 0 as occasion,
             case when p.active then p.id
                  when m.active then m.id
                  else coalesce(d.head_id, o.person_id) end as person_id
        from handoff_rating r
        join handoff_rating o on o.handoff_id = r.handoff_id and o.id <> r.id
        join person p on p.id = o.person_id
        left join person m on m.id = p.manager_id
        left join department d on d.id = p.department_id
       where r.id in (:ratings)
      """;

  private static final RecordMapper<Told> TOLD = RecordMapper.of(Told.class);

  /**
   * A rating.
   *
   * @param rater name of the person who rated
   * @param department of the side that rated, name
   * @param customer name, or null
   * @param note or null
   */
  record Told(
      long id,
      String rater,
      String department,
      int score,
      String note,
      String customer,
      String subject) {

    private String title() {
      return customer == null ? subject : customer + ", " + subject;
    }
  }

  private final JdbcClient jdbc;

  RatingToldRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  @Override
  protected Function<Notice, Told> find(Collection<Notice> notices) {
    var told =
        jdbc
            .sql(
                """
                select r.id, coalesce(b.name, r.rated_by) as rater,
                       coalesce(d.name, r.from_department) as department, r.score, r.note,
                       c.name as customer, h.subject
                  from handoff_rating r
                  join handoff h on h.id = r.handoff_id
                  left join customer c on c.id = h.customer_id
                  left join department d on d.id = r.from_department
                  left join person b on b.id = r.rated_by
                 where r.id in (:ratings) and r.score is not null
                """)
            .param("ratings", subjects(notices))
            .query(TOLD)
            .list()
            .stream()
            .collect(Collectors.toMap(Told::id, Function.identity()));
    return notice -> told.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Told told) {
    mail.subject("rating.told.subject", told.department(), told.score(), told.title())
        .paragraph("rating.told.intro", told.rater(), told.department(), told.score())
        .quote(told.title());
    if (told.note() != null) {
      mail.paragraph("handoff.mail.note").quote(told.note());
    }
    mail.footer("rating.told.automatic");
  }
}
