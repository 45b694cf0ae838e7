package com.customerfocus.customercase.process;

import com.customerfocus.customercase.CaseCourse;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseWord;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import com.customerfocus.handoff.HandoffRequest;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every id and name of {@code processes/stay-with-customer.bpmn}. */
public final class StayWithCustomerProcess {

  public static final String KEY = "stay-with-customer";

  static final String OPEN_CASE = "openCase";
  static final String RECORD_CASE = "recordCase";
  static final String CASE_REOPENED = "caseReopened";
  static final String SET_NEWS_CLOCKS = "setNewsClocks";
  static final String CASE_BEGUN = "caseBegun";
  static final String UNDERSTAND_NEED = "understandNeed";
  static final String RECORD_UNDERSTANDING = "recordUnderstanding";
  static final String WHO_CAN_PUT_IT_RIGHT = "whoCanPutItRight";
  static final String PUT_IT_RIGHT = "putItRight";
  public static final String INTRODUCE_CONTACT = "introduceContact";
  static final String INTRODUCTION_FAILED = "introductionFailed";
  static final String RECORD_INTRODUCTION = "recordIntroduction";
  static final String PARTNER_HANDOFF = "partnerHandoff";
  static final String RECORD_PARTNER_RESULT = "recordPartnerResult";
  static final String HAS_PARTNER_DELIVERED = "hasPartnerDelivered";
  static final String FIND_OUT = "findOut";
  static final String RECORD_SOLUTION = "recordSolution";
  static final String CHECK_COMFORT = "checkComfort";
  static final String COMFORT_ANSWERED = "comfortAnswered";
  static final String RECORD_COMFORT = "recordComfort";
  static final String COMFORT_SAID = "comfortSaid";
  static final String IS_COMFORTABLE = "isComfortable";
  static final String CLOSE_CASE = "closeCase";
  static final String IS_CLOSED = "isClosed";
  static final String FINISH_CASE = "finishCase";
  static final String RECORD_CLOSING = "recordClosing";
  static final String CASE_CLOSED = "caseClosed";
  static final String STAY_WITH_CUSTOMER = "stayWithCustomer";
  static final String RECORD_CONTACT = "recordContact";
  static final String IS_WITHDRAWN = "isWithdrawn";
  static final String CASE_WITHDRAWN = "caseWithdrawn";

  /** The customer has answered, or has been asked often enough. */
  static final String MESSAGE_COMFORT_ANSWERED = "case.comfortAnswered";

  /** The contact outside does not help, or has not taken over. */
  public static final String MESSAGE_INTRODUCTION_FAILED = "case.introductionFailed";

  /** A customer is not comfortable after all. */
  static final String MESSAGE_REOPENED = "case.reopened";

  /** What the start form or another program asks for. */
  static final Variable<CaseRequest> REQUEST = Variable.json("caseRequest", CaseRequest.class);

  /**
   * Employee id of the owner. Forms do not declare it, so only the program sets it before the case
   * is recorded.
   */
  static final Variable<String> OWNER_ID = Variable.of("ownerId", String.class);

  /** When the customer turned to us, where that was before; set and removed as the request is. */
  static final Variable<Date> RECEIVED_AT = Variable.of("receivedAt", Date.class);

  /** The state of the case, by which the process goes on. */
  static final Variable<String> STATE = Variable.of("caseState", String.class);

  /** Customer and need. */
  static final Variable<String> TITLE = Variable.of("caseTitle", String.class);

  /** By when the customer hears from us. */
  static final Variable<Date> NEWS_DUE_AT = Variable.of("newsDueAt", Date.class);

  /** Until when the owner finds out what is not known, or null. */
  static final Variable<Date> FIND_OUT_DUE_AT = Variable.of("findOutDueAt", Date.class);

  /** By when the owner or the contact outside goes on with an introduction, or null. */
  public static final Variable<Date> INTRODUCTION_DUE_AT =
      Variable.of("introductionDueAt", Date.class);

  /** The need, dates and history, HTML. */
  static final Variable<String> CASE_TEXT = Variable.of("caseText", String.class);

  /** What the owner says in the form of the work at hand. */
  static final Variable<CaseWord> WORK = Variable.json("work", CaseWord.class);

  /** What the owner says in the form that stays with the customer. */
  static final Variable<CaseWord> STAY = Variable.json("stay", CaseWord.class);

  /** What the called process asks a partner department for. */
  static final Variable<HandoffRequest> HANDOFF_REQUEST =
      Variable.json("handoffRequest", HandoffRequest.class);

  /** How the called process ended. */
  static final Variable<String> HANDOFF_STATE = Variable.of("handoffState", String.class);

  static final ReferenceKind CASE = new ReferenceKind("case");
  static final ReferenceKind WORK_FIELDS = new ReferenceKind("case-work");
  static final ReferenceKind STAY_FIELDS = new ReferenceKind("case-stay");

  /** What the form of an introduction shows; its room brings the source. */
  public static final ReferenceKind INTRODUCTION_FIELDS = new ReferenceKind("case-introduction");

  /** The group of that form, of which only the reference is set here. */
  private static final Variable<Object> INTRODUCTION = Variable.json("introduction", Object.class);

  /** The tasks of the owner. */
  static final Set<String> TASKS =
      Set.of(
          UNDERSTAND_NEED,
          PUT_IT_RIGHT,
          INTRODUCE_CONTACT,
          FIND_OUT,
          CHECK_COMFORT,
          FINISH_CASE,
          STAY_WITH_CUSTOMER);

  /** The steps of the tasks of a state, besides those that are always possible. */
  static final Set<CaseStep> OF_WORK =
      EnumSet.of(
          CaseStep.PUT_RIGHT,
          CaseStep.ASK_PARTNER,
          CaseStep.INTRODUCE,
          CaseStep.FIND_OUT,
          CaseStep.WAIT_FOR_ANSWER,
          CaseStep.SOLVED,
          CaseStep.LOOK_AGAIN,
          CaseStep.COMFORTABLE,
          CaseStep.NOT_COMFORTABLE,
          CaseStep.CLOSE);

  static final Set<CaseStep> OF_UNDERSTANDING =
      EnumSet.of(
          CaseStep.PUT_RIGHT,
          CaseStep.ASK_PARTNER,
          CaseStep.INTRODUCE,
          CaseStep.FIND_OUT,
          CaseStep.WAIT_FOR_ANSWER);

  static final Set<CaseStep> OF_SOLUTION = EnumSet.of(CaseStep.SOLVED, CaseStep.LOOK_AGAIN);

  static final Set<CaseStep> OF_COMFORT =
      EnumSet.of(CaseStep.COMFORTABLE, CaseStep.NOT_COMFORTABLE);

  static final Set<CaseStep> OF_CLOSING = EnumSet.of(CaseStep.CLOSE);

  static final Set<CaseStep> OF_STAY =
      EnumSet.of(
          CaseStep.UPDATE,
          CaseStep.CORRECT,
          CaseStep.CALL,
          CaseStep.NOTE,
          CaseStep.CHANGE_PRIORITY,
          CaseStep.CHANGE_KIND,
          CaseStep.ANSWERED,
          CaseStep.WITHDRAW);

  /** What the process knows from the first step on. */
  static void begin(VariableScope scope, CaseCourse course) {
    // The tables have the request from now on.
    REQUEST.remove(scope);
    if (RECEIVED_AT.find(scope).isPresent()) {
      RECEIVED_AT.remove(scope);
    }
    // Never set again: the engine reads what it replaces, which is the whole text.
    CASE_TEXT.setReference(scope, CASE.of(course.now().id()));
    set(scope, course);
    STAY.setReference(scope, STAY_FIELDS.of(course.now().id()));
  }

  /** What the process knows after a step of the work at hand. */
  public static void set(VariableScope scope, CaseCourse course) {
    setState(scope, course);
    if (course.now().state() == CaseState.INTRODUCING) {
      INTRODUCTION.setReference(scope, INTRODUCTION_FIELDS.of(course.now().id()));
      INTRODUCTION_DUE_AT.set(scope, null);
    }
    if (course.handoff() != null) {
      HANDOFF_REQUEST.set(scope, course.handoff());
    }
    // The next form begins anew.
    WORK.setReference(scope, WORK_FIELDS.of(course.now().id()));
  }

  /** What the process knows after a contact. */
  static void setContact(VariableScope scope, CaseCourse course) {
    setState(scope, course);
    STAY.setReference(scope, STAY_FIELDS.of(course.now().id()));
  }

  private static void setState(VariableScope scope, CaseCourse course) {
    var now = course.now();
    STATE.set(scope, now.state().name());
    TITLE.set(scope, now.title());
    OWNER_ID.set(scope, now.ownerId());
    NEWS_DUE_AT.set(scope, date(now.newsDueAt()));
    FIND_OUT_DUE_AT.set(scope, date(now.findOutDueAt()));
  }

  /** Variables of an instance that goes on with a case that was closed. */
  static Map<String, Object> ofReopened(CaseCourse course) {
    var variables = ofAnswered(course);
    TITLE.put(variables, course.now().title());
    CASE_TEXT.putReference(variables, CASE.of(course.now().id()));
    WORK.putReference(variables, WORK_FIELDS.of(course.now().id()));
    STAY.putReference(variables, STAY_FIELDS.of(course.now().id()));
    return variables;
  }

  /** What the process has to know of an answer that the customer gave elsewhere. */
  public static Map<String, Object> ofAnswered(CaseCourse course) {
    var variables = new HashMap<String, Object>();
    STATE.put(variables, course.now().state().name());
    // The case may have another owner since the last step.
    OWNER_ID.put(variables, course.now().ownerId());
    return variables;
  }

  private static Date date(Instant moment) {
    return moment == null ? null : Date.from(moment);
  }

  private StayWithCustomerProcess() {}
}
