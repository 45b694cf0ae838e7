package com.customerfocus.customercase.escalation;

import com.customerfocus.notice.NoticeService;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells owners by mail what managers have decided. */
@Component
class EscalationNews {

  private final NoticeService notices;

  EscalationNews(NoticeService notices) {
    this.notices = notices;
  }

  /**
   * The owner reads what was decided, unless they decided it.
   *
   * @param owner employee id of the owner up to the decision
   * @param by login of the person who decided
   */
  void decided(long escalationId, String owner, String by) {
    if (!owner.equals(by)) {
      notices.record(
          DecidedRenderer.KIND,
          """
          select e.id as subject_id, 0 as occasion, p.id as person_id
            from customer_case_escalation e join person p on p.id = :owner
           where e.id = :escalation
          """,
          Map.of("escalation", escalationId, "owner", owner));
    }
  }
}
