package com.customerfocus.customercase.escalation.process;

import com.customerfocus.customercase.escalation.DecisionEntry;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;

/** Every id and name of {@code processes/case-escalation.bpmn}. */
final class CaseEscalationProcess {

  static final String KEY = "case-escalation";

  static final String CASE_ESCALATED = "caseEscalated";
  static final String DECIDE_CASE = "decideCase";
  static final String ESCALATION_LAPSED = "escalationLapsed";
  static final String RECORD_CASE_DECISION = "recordCaseDecision";
  static final String CASE_DECIDED = "caseDecided";
  static final String NOTHING_TO_DECIDE = "nothingToDecide";

  static final String MESSAGE_ESCALATED = "case.escalated";

  /** The case has ended. */
  static final String MESSAGE_ESCALATION_LAPSED = "case.escalationLapsed";

  /** Employee id of the manager. */
  static final Variable<String> MANAGER_ID = Variable.of("managerId", String.class);

  /** By when the manager decides. */
  static final Variable<Date> DECIDE_BY = Variable.of("decideBy", Date.class);

  /** Customer and need. */
  static final Variable<String> TITLE = Variable.of("caseTitle", String.class);

  /** Why the case is escalated, and the case, HTML. */
  static final Variable<String> ESCALATION_TEXT = Variable.of("escalationText", String.class);

  /** What the manager decides. */
  static final Variable<DecisionEntry> DECISION =
      Variable.json("caseDecision", DecisionEntry.class);

  static final ReferenceKind ESCALATION_KIND = new ReferenceKind("case-escalation");

  private CaseEscalationProcess() {}
}
