package com.customerfocus.customercase.followup.process;

import com.customerfocus.customercase.followup.CaseFollowUpAssignment;
import com.customerfocus.customercase.followup.FollowUpWord;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/** Every id and name of {@code processes/case-follow-up.bpmn}. */
final class CaseFollowUpProcess {

  static final String KEY = "case-follow-up";

  static final String FOLLOW_UP_DUE = "followUpDue";
  static final String ASK_CUSTOMER_AGAIN = "askCustomerAgain";
  static final String RECORD_CASE_FOLLOW_UP = "recordCaseFollowUp";
  static final String CUSTOMER_ASKED_AGAIN = "customerAskedAgain";

  static final String MESSAGE_FOLLOW_UP_DUE = "case.followUpDue";

  /** Customer and need. */
  static final Variable<String> TITLE = Variable.of("followUpTitle", String.class);

  /** Employee id of the last owner. */
  static final Variable<String> ASKER_ID = Variable.of("followUpAskerId", String.class);

  /** By when the customer is to be asked. */
  static final Variable<Date> ASK_BY = Variable.of("followUpAskBy", Date.class);

  /** What was promised, and the cases, HTML. */
  static final Variable<String> FOLLOW_UP_TEXT = Variable.of("followUpText", String.class);

  /** What the owner says in the form. */
  static final Variable<FollowUpWord> FOLLOW_UP = Variable.json("caseFollowUp", FollowUpWord.class);

  static final ReferenceKind TEXT = new ReferenceKind("case-follow-up");

  /** What the process knows. */
  static Map<String, Object> variables(CaseFollowUpAssignment due) {
    var variables = new HashMap<String, Object>();
    TITLE.put(variables, due.title());
    ASKER_ID.put(variables, due.personId());
    ASK_BY.put(variables, Date.from(due.due()));
    FOLLOW_UP_TEXT.putReference(variables, TEXT.of(due.followUpId()));
    return variables;
  }

  private CaseFollowUpProcess() {}
}
