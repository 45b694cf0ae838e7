package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.customer.ContactOccasion;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.notice.Recipient;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records mails about introductions, in the transaction of what they tell. The mail to the customer
 * is news of the case and recorded there.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class IntroductionMails {

  /** Why the contact policy is asked. A customer who is lost has the case as they opened it. */
  public static final ContactOccasion OCCASION =
      new ContactOccasion(ContactPurpose.INTRODUCTION, true, false, false);

  private static final Set<String> TO_CONTACT =
      Set.of(BriefingRenderer.KIND, ContactIntroducedRenderer.KIND, TakenOverRenderer.KIND);

  private final NoticeService notices;

  IntroductionMails(NoticeService notices) {
    this.notices = notices;
  }

  /** Whether a mail went to a contact; its subject is the introduction then. */
  public static boolean isToContact(Notice notice) {
    return TO_CONTACT.contains(notice.kind());
  }

  /** Asks the contact whether they help. */
  public void brief(long introductionId) {
    toContact(BriefingRenderer.KIND, introductionId);
  }

  /** Introduces the customer to the contact. */
  public void introduce(long introductionId) {
    toContact(ContactIntroducedRenderer.KIND, introductionId);
  }

  /** Asks the contact whether they took over. */
  public void askWhetherTakenOver(long introductionId) {
    toContact(TakenOverRenderer.KIND, introductionId);
  }

  /** With times on the clock of the owner, as the contact's page has them. */
  private void toContact(String kind, long introductionId) {
    notices.recordAddressed(
        kind,
        """
        select i.id as subject_id, 0 as occasion,
               'contact:' || cast(i.id as varchar(20)) as recipient_id,
               i.contact_name as name, i.contact_mail as address, i.language, p.site
          from customer_introduction i join customer_case c on c.id = i.case_id
          left join person p on p.id = c.owner_id
         where i.id = :introduction
        """,
        Map.of("introduction", introductionId));
  }

  /** Tells the owner what the contact said, or that the owner is to ask; once for each. */
  public void tellOwner(long introductionId) {
    notices.record(
        IntroductionNewsRenderer.KIND,
        """
        select i.id as subject_id,
               case when i.outcome is not null then 4 when i.confirmed_at is not null then 3
                    when i.asked_at is not null then 2 else 1 end as occasion,
               c.owner_id as person_id
          from customer_introduction i join customer_case c on c.id = i.case_id
         where i.id = :introduction
        """,
        Map.of("introduction", introductionId));
  }

  /** Waits until no node records a result of the mails to this contact, and keeps nodes waiting. */
  public void lock(long introductionId) {
    notices.lock(Recipient.contact(introductionId));
  }

  /** Removes name and address of this contact from all mails; those that wait are not sent. */
  public void forget(long introductionId) {
    notices.forget(Recipient.contact(introductionId));
  }
}
