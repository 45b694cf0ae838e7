package com.customerfocus.customercase.mails;

import com.customerfocus.customer.CustomerNotices;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeService;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records mails about cases, in the transaction of what they tell. None of them is news. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class CaseMails {

  private static final Set<String> KINDS = Set.of(CaseOpenedRenderer.KIND, ComfortRenderer.KIND);

  private static final String OWNER =
      """
      select n.id as subject_id, 0 as occasion, cast(:owner as varchar(64)) as person_id
        from customer_case_contact n
       where n.id = :contact
      """;

  private final CustomerNotices customers;
  private final NoticeService notices;
  private final OwnersInCharge owners;

  CaseMails(CustomerNotices customers, NoticeService notices, OwnersInCharge owners) {
    this.customers = customers;
    this.notices = notices;
    this.owners = owners;
  }

  /** Tells the customer who stays with them from now on, once in each run of a case. */
  public void opened(long caseId) {
    customers.record(
        CaseOpenedRenderer.KIND,
        """
        select id as subject_id, cast(cycle as bigint) as occasion, customer_id
          from customer_case where id = :case
        """,
        Map.of("case", caseId));
  }

  /** The customer is not told that after all: the address has had an automatic answer. */
  public void withholdOpened(long caseId) {
    notices.withhold(
        CaseOpenedRenderer.KIND, caseId, "The address had an automatic answer in the last days");
  }

  /** Asks the customer whether they are comfortable, once more. */
  public void asked(long caseId) {
    customers.record(
        ComfortRenderer.KIND,
        """
        select id as subject_id,
               cast(cycle * 10000 + not_comfortable_now * 10 + comfort_asked as bigint)
                 as occasion,
               customer_id
          from customer_case where id = :case
        """,
        Map.of("case", caseId));
  }

  /** Tells the owner, or who acts for the owner, that the customer wrote; also after the end. */
  public void wrote(long contactId) {
    tellOwner(CustomerWroteRenderer.KIND, OWNER, contactId);
  }

  private void tellOwner(String kind, String employees, long contactId) {
    notices.record(kind, employees, Map.of("contact", contactId, "owner", owners.of(contactId)));
  }

  /**
   * Tells the owner, or who acts for the owner, that news came back, so that another way has to be
   * found. Mails that were written before the owner could know that are no further reason.
   */
  public void bounced(long contactId) {
    tellOwner(
        NewsBouncedRenderer.KIND,
        OWNER
            + """
             and not exists (select 1 from customer_case_contact other
                              where other.case_id = n.case_id and other.cycle = n.cycle
                                and other.id <> n.id and other.bounced_at >= n.recorded_at)
            """,
        contactId);
  }

  /** Number of the case that a mail to its customer was about; empty for one of another kind. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Optional<Long> caseOf(Notice notice) {
    return KINDS.contains(notice.kind()) ? Optional.of(notice.subjectId()) : Optional.empty();
  }
}
