package com.customerfocus.cascade.escalation.process;

import com.customerfocus.cascade.escalation.EscalationDecision;
import com.customerfocus.cascade.escalation.UnblockingService.Candidate;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;
import java.util.List;

/** Every id and name of {@code processes/unblock-briefing.bpmn}. */
final class UnblockBriefingProcess {

  static final String KEY = "unblock-briefing";

  static final String BRIEFING_OVERDUE = "briefingOverdue";
  static final String ESCALATE_BRIEFING = "escalateBriefing";
  static final String NO_MANAGER_TO_ASK = "noManagerToAsk";
  static final String UNBLOCK_BRIEFING = "unblockBriefing";
  static final String UNBLOCK_OVERDUE = "unblockOverdue";
  static final String BRIEFING_HELD = "briefingHeld";
  static final String NOTHING_TO_UNBLOCK = "nothingToUnblock";
  static final String BRIEFING_UNBLOCKED = "briefingUnblocked";

  static final String MESSAGE_OVERDUE = "briefing.overdue";
  static final String MESSAGE_HELD = "briefing.held";

  static final Variable<Boolean> MANAGER_FOUND = Variable.of("managerFound", Boolean.class);
  static final Variable<Long> ESCALATION_ID = Variable.of("escalationId", Long.class);

  /** Employee id of the manager who is to unblock it. */
  static final Variable<String> UNBLOCKER_ID = Variable.of("unblockerId", String.class);

  static final Variable<Date> UNBLOCK_BY = Variable.of("unblockBy", Date.class);

  /** When it is escalated further without a decision. */
  static final Variable<Date> PASS_UP_AT = Variable.of("passUpAt", Date.class);

  /** Name of the manager whose briefing is overdue. */
  static final Variable<String> OVERDUE_NAME = Variable.of("overdueName", String.class);

  /** What is overdue and what was done about it so far, HTML. */
  static final Variable<String> OVERDUE_TEXT = Variable.of("overdueText", String.class);

  /** What the form shows first and sends back. */
  static final Variable<UnblockingForm> UNBLOCKING =
      Variable.json("unblocking", UnblockingForm.class);

  /** The form's fields: who could take the briefing over, and how it goes on. */
  record UnblockingForm(
      List<FormChoice> candidates,
      String decision,
      Integer days,
      String chosen,
      String typed,
      String reason) {

    private static final int USUAL_DAYS = 2;

    static UnblockingForm of(List<Candidate> candidates) {
      return new UnblockingForm(
          candidates.stream().map(it -> new FormChoice(it.label(), it.id())).toList(),
          null,
          USUAL_DAYS,
          null,
          null,
          null);
    }

    EscalationDecision entered() {
      return new EscalationDecision(decision, days, chosen, typed, reason);
    }
  }

  private UnblockBriefingProcess() {}
}
