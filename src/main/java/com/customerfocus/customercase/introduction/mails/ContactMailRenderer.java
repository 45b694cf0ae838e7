package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.customer.ContactDecision;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A mail to a contact outside about an introduction, which is its subject. It is not sent once the
 * contact policy no longer lets the customer be introduced. It has a link to the contact's own
 * page, and nothing with which one could act for the customer.
 */
abstract class ContactMailRenderer extends MailRenderer<ContactMailRenderer.ForContact> {

  private final CustomerContacts customers;
  private final IntroductionLinks links;
  private final JdbcClient jdbc;

  ContactMailRenderer(
      String kind,
      MailComposer mails,
      CustomerContacts customers,
      IntroductionLinks links,
      JdbcClient jdbc) {
    super(kind, mails);
    this.customers = customers;
    this.links = links;
    this.jdbc = jdbc;
  }

  /**
   * What such a mail tells of.
   *
   * @param words of the owner for the contact, or null
   */
  record ForContact(
      long id,
      String state,
      String customerName,
      String ownerName,
      String ownerMail,
      String story,
      String words,
      Instant answerDueAt,
      Instant takeOverDueAt,
      boolean isConfirmed) {}

  /** Whether the mail still applies. */
  abstract boolean applies(ForContact about);

  /** Says it, without the button. */
  abstract void say(Mail mail, ForContact about);

  /** Key of the button's label. */
  abstract String button();

  @Override
  public Addressees addressees(Collection<Notice> notices) {
    record Row(long id, long customerId) {}
    Map<Long, Long> customerOf =
        jdbc
            .sql(
                """
                select i.id, c.customer_id from customer_introduction i
                  join customer_case c on c.id = i.case_id where i.id in (:introductions)
                """)
            .param("introductions", subjects(notices))
            .query(RecordMapper.of(Row.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Row::id, Row::customerId));
    var decisions = customers.decide(customerOf.values(), IntroductionMails.OCCASION);
    var allowed = new ArrayList<Notice>();
    var refused = new HashMap<Long, String>();
    for (var notice : notices) {
      var decision = decisions.get(customerOf.get(notice.subjectId()));
      if (decision == null
          || decision == ContactDecision.NO
          || decision == ContactDecision.OWNER_NOTES) {
        refused.put(notice.id(), "Contact policy: %s for INTRODUCTION".formatted(decision));
      } else {
        allowed.add(notice);
      }
    }
    return new Addressees(allowed, refused);
  }

  @Override
  protected Function<Notice, ForContact> find(Collection<Notice> notices) {
    var found =
        jdbc
            .sql(
                """
                select i.id, i.state, k.name as customer_name,
                       coalesce(o.name, c.owner_id) as owner_name, o.mail as owner_mail, i.story,
                       i.contact_words as words, i.answer_due_at, i.take_over_due_at,
                       case when i.confirmed_at is null then false else true end as is_confirmed
                  from customer_introduction i
                  join customer_case c on c.id = i.case_id
                  join customer k on k.id = c.customer_id
                  left join person o on o.id = c.owner_id
                 where i.id in (:introductions)
                """)
            .param("introductions", subjects(notices))
            .query(RecordMapper.of(ForContact.class))
            .list()
            .stream()
            .filter(this::applies)
            .collect(Collectors.toMap(ForContact::id, Function.identity()));
    return notice -> found.get(notice.subjectId());
  }

  @Override
  protected final void write(Mail mail, ForContact about) {
    say(mail, about);
    mail.personalButton(button(), links.urlFor(about.id()));
    if (about.ownerMail() != null) {
      mail.paragraph("introduction.mail.reach", about.ownerName(), about.ownerMail());
    }
    mail.footer("introduction.mail.why");
  }
}
