package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.ContactOccasion;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customer.CustomerMailRenderer;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.customercase.news.IntroductionMail;
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

/** Introduces the contact outside to the customer. Its subject is the contact in the case. */
@Component
class CustomerIntroducedRenderer
    extends CustomerMailRenderer<CustomerIntroducedRenderer.ForCustomer> {

  private final JdbcClient jdbc;
  private final CaseLinks cases;

  CustomerIntroducedRenderer(
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links,
      JdbcClient jdbc,
      CaseLinks cases) {
    super(IntroductionMail.KIND, ContactPurpose.INTRODUCTION, mails, customers, links);
    this.jdbc = jdbc;
    this.cases = cases;
  }

  /**
   * What such a mail tells of.
   *
   * @param toldId number of the contact in the case
   * @param nextAt when the customer hears from us next, or null
   */
  record ForCustomer(
      long toldId,
      long caseId,
      String subject,
      String ownerName,
      String contactName,
      String organization,
      String contactMail,
      String words,
      Instant nextAt) {}

  @Override
  protected Function<Notice, ContactOccasion> occasions(Collection<Notice> notices) {
    return notice -> IntroductionMails.OCCASION;
  }

  @Override
  protected Function<Notice, ForCustomer> find(Collection<Notice> notices) {
    var found =
        jdbc
            .sql(
                """
                select n.id as told_id, c.id as case_id, c.subject,
                       coalesce(p.name, o.name, c.owner_id) as owner_name, i.contact_name,
                       i.organization, i.contact_mail, n.words, n.told_at as next_at
                  from customer_case_contact n
                  join customer_introduction i on i.told_contact_id = n.id
                  join customer_case c on c.id = n.case_id
                  left join person p on p.id = n.recorded_by
                  left join person o on o.id = c.owner_id
                 where n.id in (:told) and i.state = 'INTRODUCED'
                """)
            .param("told", subjects(notices))
            .query(RecordMapper.of(ForCustomer.class))
            .list()
            .stream()
            .collect(Collectors.toMap(ForCustomer::toldId, Function.identity()));
    return notice -> found.get(notice.subjectId());
  }

  @Override
  protected void tell(Mail mail, ForCustomer about) {
    mail.subject("introduction.mail.customer.subject", about.contactName())
        .paragraph(
            "introduction.mail.customer.intro",
            about.ownerName(),
            about.contactName(),
            about.organization())
        .quote(about.words())
        .paragraph("introduction.mail.customer.reach", about.contactName(), about.contactMail())
        .paragraph("introduction.mail.customer.stay", about.ownerName());
    if (about.nextAt() != null) {
      mail.paragraph("case.mail.news.next", about.nextAt());
    }
    mail.personalButton("case.mail.button", cases.urlFor(about.caseId()))
        .paragraph("case.mail.reply", about.ownerName());
  }
}
