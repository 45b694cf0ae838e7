package com.customerfocus.customercase.goodwill;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.absence.PeopleAway;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks another manager in the transaction in which the one who is asked cannot decide any more: an
 * import, an absence, another owner of the case, two cases joined. Reads all that waits for a
 * manager, since who acts for whom also depends on people who are not asked; it is little.
 */
@Component
class ApprovalChanges {

  private final GoodwillRecords records;
  private final ApprovalService approvals;
  private final GoodwillJournal journal;

  ApprovalChanges(GoodwillRecords records, ApprovalService approvals, GoodwillJournal journal) {
    this.records = records;
    this.approvals = approvals;
    this.journal = journal;
  }

  /** After the cases of leavers have other owners, and before tasks of leavers go up the line. */
  @EventListener
  @Order(1)
  void changed(OrganizationChanged change) {
    if (!change.isDryRun() && !change.leavers().isEmpty()) {
      approvals.askOthers(records.waiting());
    }
  }

  @EventListener
  void away(PeopleAway absences) {
    approvals.askOthers(records.waiting());
  }

  /** The new owner may be the manager who is asked. */
  @EventListener
  void moved(CaseMoves.Moved moved) {
    if (moved.tells()) {
      approvals.askOthers(records.waiting());
    }
  }

  /** The survivor has what waits for a manager, and may have another owner. */
  @EventListener
  void joined(CaseEvent.Recorded recorded) {
    var survivor = recorded.event().caseId();
    if (recorded.event().step() == CaseStep.TAKE_IN) {
      records.follow(survivor).forEach(id -> journal.followed(id, recorded.event().by()));
      approvals.askOthers(records.waiting(List.of(survivor)));
    }
  }
}
