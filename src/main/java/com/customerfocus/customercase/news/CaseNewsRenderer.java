package com.customerfocus.customercase.news;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.ContactOccasion;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customer.CustomerMailRenderer;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a customer news of the own case. Its subject is the contact. */
@Component
class CaseNewsRenderer extends CustomerMailRenderer<CaseNewsRenderer.CaseNews> {

  static final String KIND = "case-news";

  private static final RecordMapper<CaseNews> NEWS = RecordMapper.of(CaseNews.class);

  private final JdbcClient jdbc;
  private final CaseLinks cases;

  CaseNewsRenderer(
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links,
      JdbcClient jdbc,
      CaseLinks cases) {
    super(KIND, ContactPurpose.OWN_CASE, mails, customers, links);
    this.jdbc = jdbc;
    this.cases = cases;
  }

  /**
   * What a mail tells.
   *
   * @param ownerName of the employee who wrote it
   * @param nextAt when the customer hears from us next
   * @param wrong what was said before and is not true, or null
   * @param isAsked whether the customer is asked about comfort now
   */
  record CaseNews(
      long id,
      long caseId,
      String subject,
      String ownerName,
      String words,
      Instant nextAt,
      String wrong,
      boolean isAsked) {}

  @Override
  protected Function<Notice, ContactOccasion> occasions(Collection<Notice> notices) {
    return notice -> NewsTimes.OWN_CASE;
  }

  @Override
  protected Function<Notice, CaseNews> find(Collection<Notice> notices) {
    var news =
        jdbc
            .sql(
                """
                select n.id, n.case_id, c.subject, coalesce(p.name, o.name, c.owner_id)
                         as owner_name, n.words, n.told_at as next_at, w.words as wrong,
                       case when c.state = 'CHECKING_COMFORT' and c.cycle = n.cycle
                            then true else false end as is_asked
                  from customer_case_contact n
                  join customer_case c on c.id = n.case_id
                  left join person p on p.id = n.recorded_by
                  left join person o on o.id = c.owner_id
                  left join customer_case_contact w on w.id = n.corrects_id
                 where n.id in (:contacts)
                """)
            .param("contacts", subjects(notices))
            .query(NEWS)
            .list()
            .stream()
            .collect(Collectors.toMap(CaseNews::id, Function.identity()));
    return notice -> news.get(notice.subjectId());
  }

  @Override
  protected void tell(Mail mail, CaseNews news) {
    mail.subject("case.mail.news.subject", news.subject())
        .paragraph("case.mail.news.intro", news.ownerName());
    if (news.wrong() != null) {
      mail.paragraph("case.mail.news.wrong").quote(news.wrong()).paragraph("case.mail.news.right");
    }
    mail.quote(news.words());
    if (news.nextAt() != null) {
      mail.paragraph("case.mail.news.next", news.nextAt());
    }
    if (news.isAsked()) {
      mail.paragraph("case.mail.comfort.question");
    }
    mail.personalButton(
            news.isAsked() ? "case.mail.comfort.button" : "case.mail.button",
            cases.urlFor(news.caseId()))
        .paragraph("case.mail.reply", news.ownerName());
  }
}
