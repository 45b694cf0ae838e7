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

/**
 * Tells a person, and their head, that they are thanked by name. Its subject is the rating, its
 * occasion tells the two apart. It says nothing of the score.
 */
@Component
class ThanksRenderer extends MailRenderer<ThanksRenderer.Copy> {

  static final String KIND = "handoff-thanks";

  private static final int TO_HEAD = 1;

  /**
   * The thanked person, and the head of their department; their manager when they are the head
   * themselves or there is none. The person who thanks knows.
   */
  static final String RECIPIENTS =
      """
      select told.subject_id, told.occasion, told.person_id
        from (select r.id as subject_id, 0 as occasion, r.thanked_id as person_id, r.rated_by
                from handoff_rating r where r.id = :rating
              union all
              select r.id, %d, case when h.id is null or h.id = t.id then t.manager_id else h.id end,
                     r.rated_by
                from handoff_rating r
                join person t on t.id = r.thanked_id
                left join department d on d.id = t.department_id
                left join person h on h.id = d.head_id and h.active
               where r.id = :rating) told
       where told.person_id is not null and told.person_id <> told.rated_by
      """
          .formatted(TO_HEAD);

  private static final RecordMapper<Thanks> THANKS = RecordMapper.of(Thanks.class);

  /**
   * What a person is thanked for.
   *
   * @param thanker name of the person who thanks
   * @param department of the side that thanks, name
   * @param customer name, or null
   */
  record Thanks(
      long id,
      String thanker,
      String department,
      String thanked,
      String customer,
      String subject,
      String thanks) {

    private String title() {
      return customer == null ? subject : customer + ", " + subject;
    }
  }

  /** One of the two mails. */
  record Copy(Thanks thanks, boolean isToHead) {}

  private final JdbcClient jdbc;

  ThanksRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  @Override
  protected Function<Notice, Copy> find(Collection<Notice> notices) {
    var found =
        jdbc
            .sql(
                """
                select r.id, coalesce(b.name, r.rated_by) as thanker,
                       coalesce(d.name, r.from_department) as department,
                       coalesce(t.name, r.thanked_id) as thanked, c.name as customer, h.subject,
                       r.thanks
                  from handoff_rating r
                  join handoff h on h.id = r.handoff_id
                  left join customer c on c.id = h.customer_id
                  left join department d on d.id = r.from_department
                  left join person b on b.id = r.rated_by
                  left join person t on t.id = r.thanked_id
                 where r.id in (:ratings) and r.thanks is not null
                """)
            .param("ratings", subjects(notices))
            .query(THANKS)
            .list()
            .stream()
            .collect(Collectors.toMap(Thanks::id, Function.identity()));
    return notice -> {
      var thanks = found.get(notice.subjectId());
      return thanks == null ? null : new Copy(thanks, notice.occasion() == TO_HEAD);
    };
  }

  @Override
  protected void write(Mail mail, Copy copy) {
    var thanks = copy.thanks();
    var key = copy.isToHead() ? "rating.thanks.head" : "rating.thanks";
    mail.subject(key + ".subject", thanks.thanker(), thanks.thanked())
        .paragraph(
            key + ".intro", thanks.thanker(), thanks.department(), thanks.thanked(), thanks.title())
        .quote(thanks.thanks())
        .footer("rating.thanks.automatic");
  }
}
