package com.customerfocus.customercase.goodwill.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.goodwill.GoodwillApproval;
import com.customerfocus.customercase.goodwill.GoodwillCourse;
import com.customerfocus.customercase.goodwill.GoodwillRequest;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every id and name of {@code processes/goodwill.bpmn}. */
final class GoodwillProcess {

  static final String KEY = "goodwill";

  static final String OFFER_GOODWILL = "offerGoodwill";
  static final String RECORD_GOODWILL = "recordGoodwill";
  static final String MUST_BE_APPROVED = "mustBeApproved";
  static final String GOODWILL_GRANTED = "goodwillGranted";
  static final String APPROVE_GOODWILL = "approveGoodwill";
  static final String APPROVAL_OVERDUE = "approvalOverdue";
  static final String APPROVER_CHANGED = "approverChanged";
  static final String ESCALATE_GOODWILL = "escalateGoodwill";
  static final String RECORD_APPROVAL = "recordApproval";
  static final String GOODWILL_DECIDED = "goodwillDecided";

  /** Another manager is asked. */
  static final String MESSAGE_APPROVER_CHANGED = "goodwill.approverChanged";

  /** What the start form or another program offers. */
  static final Variable<GoodwillRequest> REQUEST =
      Variable.json("goodwillRequest", GoodwillRequest.class);

  /** Who offers it by the API. Forms do not declare it, so only the program sets it. */
  static final Variable<Actor> OFFERED_BY = Variable.json("goodwillOfferedBy", Actor.class);

  static final Variable<Boolean> APPROVAL_NEEDED = Variable.of("approvalNeeded", Boolean.class);

  /** Customer, kind and sum. */
  static final Variable<String> TITLE = Variable.of("goodwillTitle", String.class);

  /** Employee id of the manager who is asked. */
  static final Variable<String> APPROVER_ID = Variable.of("approverId", String.class);

  static final Variable<Date> APPROVE_BY = Variable.of("approveBy", Date.class);

  /** What is offered to whom and why, HTML. */
  static final Variable<String> GOODWILL_TEXT = Variable.of("goodwillText", String.class);

  /** What the manager says. */
  static final Variable<GoodwillApproval> APPROVAL =
      Variable.json("approval", GoodwillApproval.class);

  static final ReferenceKind GOODWILL = new ReferenceKind("goodwill");

  /** What the process knows once the goodwill is on record. */
  static void begin(VariableScope scope, GoodwillCourse course) {
    // The tables have them from now on.
    REQUEST.remove(scope);
    OFFERED_BY.remove(scope);
    APPROVAL_NEEDED.set(scope, course.isWaiting());
    TITLE.set(scope, course.title());
    GOODWILL_TEXT.setReference(scope, GOODWILL.of(course.id()));
    ask(scope, course);
  }

  /** What the process knows while this manager is asked. */
  static void ask(VariableScope scope, GoodwillCourse course) {
    APPROVER_ID.set(scope, course.approverId());
    APPROVE_BY.set(scope, date(course.approveBy()));
  }

  /** The same for a message. */
  static void ask(Map<String, Object> variables, GoodwillCourse course) {
    APPROVER_ID.put(variables, course.approverId());
    APPROVE_BY.put(variables, date(course.approveBy()));
  }

  private static Date date(Instant moment) {
    return moment == null ? null : Date.from(moment);
  }

  private GoodwillProcess() {}
}
