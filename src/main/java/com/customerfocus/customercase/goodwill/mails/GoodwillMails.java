package com.customerfocus.customercase.goodwill.mails;

import com.customerfocus.notice.NoticeService;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records mails about goodwill, in the transaction of what they tell. All of them go to employees:
 * no contact policy holds for them.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class GoodwillMails {

  private final NoticeService notices;

  GoodwillMails(NoticeService notices) {
    this.notices = notices;
  }

  /**
   * Tells a manager that goodwill waits for them.
   *
   * @param person employee id of the manager, or of who acts for that manager
   * @param askedAt when they are asked; each time is told of once
   */
  public void asked(long id, String person, Instant askedAt) {
    notices.record(
        ApprovalRenderer.KIND,
        """
        select g.id as subject_id, cast(:asked as bigint) as occasion, p.id as person_id
          from goodwill g join person p on p.id = :person
         where g.id = :goodwill
        """,
        Map.of("asked", askedAt.toEpochMilli(), "person", person, "goodwill", id));
  }

  /**
   * Tells owners, and those who offered it in their place, what became of goodwill; not the person
   * who did it.
   *
   * @param by login; null for the program
   */
  public void decided(Collection<Long> ids, String by) {
    if (!ids.isEmpty()) {
      notices.record(
          DecisionRenderer.KIND,
          """
          select g.id as subject_id, 0 as occasion, c.owner_id as person_id
            from goodwill g join customer_case c on c.id = g.case_id
           where g.id in (:ids) and c.owner_id <> :by
          union all
          select g.id as subject_id, 1 as occasion, g.offered_by as person_id
            from goodwill g join customer_case c on c.id = g.case_id
           where g.id in (:ids) and g.offered_by <> c.owner_id and g.offered_by <> :by
          """,
          Map.of("ids", ids, "by", by == null ? "" : by));
    }
  }
}
