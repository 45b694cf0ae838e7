package com.customerfocus.customercase.mails;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.ContactOccasion;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customer.CustomerMailRenderer;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An automatic mail to a customer about the own case, which is its subject. */
abstract class CaseMailRenderer extends CustomerMailRenderer<CaseMailRenderer.AboutCase> {

  private static final ContactOccasion OWN_CASE =
      new ContactOccasion(ContactPurpose.OWN_CASE, true, false, false);

  private final JdbcClient jdbc;
  private final CaseLinks cases;

  CaseMailRenderer(
      String kind,
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links,
      JdbcClient jdbc,
      CaseLinks cases) {
    super(kind, ContactPurpose.OWN_CASE, mails, customers, links);
    this.jdbc = jdbc;
    this.cases = cases;
  }

  /**
   * What such a mail tells of.
   *
   * @param newsDueAt when the customer hears from us next, or null
   * @param isAsked whether the customer is asked about comfort now
   */
  record AboutCase(
      long id,
      String subject,
      String need,
      String ownerName,
      Instant newsDueAt,
      boolean isOpen,
      boolean isAsked) {}

  /** Whether the mail still applies. */
  abstract boolean applies(AboutCase about);

  /** Says it, without the button. */
  abstract void say(Mail mail, AboutCase about);

  @Override
  protected Function<Notice, ContactOccasion> occasions(Collection<Notice> notices) {
    return notice -> OWN_CASE;
  }

  @Override
  protected Function<Notice, AboutCase> find(Collection<Notice> notices) {
    var found =
        jdbc
            .sql(
                """
                select c.id, c.subject, c.need, coalesce(o.name, c.owner_id) as owner_name,
                       k.news_due_at,
                       case when c.closed_at is null then true else false end as is_open,
                       case when c.state = 'CHECKING_COMFORT' then true else false end as is_asked
                  from customer_case c
                  left join person o on o.id = c.owner_id
                  left join customer_case_clock k on k.case_id = c.id
                 where c.id in (:cases)
                """)
            .param("cases", subjects(notices))
            .query(RecordMapper.of(AboutCase.class))
            .list()
            .stream()
            .filter(this::applies)
            .collect(Collectors.toMap(AboutCase::id, Function.identity()));
    return notice -> found.get(notice.subjectId());
  }

  @Override
  protected final void tell(Mail mail, AboutCase about) {
    say(mail, about);
    mail.personalButton(
            about.isAsked() ? "case.mail.comfort.button" : "case.mail.button",
            cases.urlFor(about.id()))
        .paragraph("case.mail.reply", about.ownerName());
  }
}
