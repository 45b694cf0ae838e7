package com.customerfocus.handoff.process;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.Variable;
import com.customerfocus.handoff.HandoffCourse;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffWord;
import java.io.InputStream;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;

/** Every id and name of {@code processes/partner-handoff.bpmn}. */
final class PartnerHandoffProcess {

  static final String KEY = "partner-handoff";

  static final String HANDOFF_WANTED = "handoffWanted";
  static final String RECORD_REQUEST = "recordRequest";
  static final String REQUEST_RECORDED = "requestRecorded";
  static final String SET_CLOCKS = "setClocks";
  static final String ACCEPT_HANDOFF = "acceptHandoff";
  static final String RECORD_PARTNER_ANSWER = "recordPartnerAnswer";
  static final String IS_ACCEPTED = "isAccepted";
  static final String WHAT_DOES_PARTNER_SAY = "whatDoesPartnerSay";
  static final String AGREE_ON_DATE = "agreeOnDate";
  static final String ANSWER_PARTNER = "answerPartner";
  static final String CHOOSE_ANOTHER_WAY = "chooseAnotherWay";
  static final String RECORD_REQUESTER_ANSWER = "recordRequesterAnswer";
  static final String IS_DATE_AGREED = "isDateAgreed";
  static final String REQUEST_TAKEN_BACK = "requestTakenBack";
  static final String DELIVER = "deliver";
  static final String RECORD_DELIVERY = "recordDelivery";
  static final String IS_DELIVERED = "isDelivered";
  static final String WHAT_INSTEAD = "whatInstead";
  static final String NOT_POSSIBLE = "notPossible";
  static final String NEW_DATE_ASKED = "newDateAsked";
  static final String AGREE_ON_NEW_DATE = "agreeOnNewDate";
  static final String RECORD_NEW_DATE = "recordNewDate";
  static final String NEW_DATE_ANSWERED = "newDateAnswered";
  static final String CONFIRM_RESULT = "confirmResult";
  static final String CONFIRMATION_OVERDUE = "confirmationOverdue";
  static final String DEEM_CONFIRMED = "deemConfirmed";
  static final String RECORD_CONFIRMATION = "recordConfirmation";
  static final String IS_CONFIRMED = "isConfirmed";
  static final String ASK_FOR_RATINGS = "askForRatings";
  static final String HANDOFF_CONFIRMED = "handoffConfirmed";
  static final String FOLLOW_HANDOFF = "followHandoff";
  static final String RECORD_REQUESTER_CHANGE = "recordRequesterChange";
  static final String IS_WITHDRAWN = "isWithdrawn";
  static final String HANDOFF_WITHDRAWN = "handoffWithdrawn";

  /** What the start form, a calling process or another part asks for. */
  static final Variable<HandoffRequest> REQUEST =
      Variable.json("handoffRequest", HandoffRequest.class);

  /** Files of the start form, an answer and a delivery, until they are attached. */
  static final Variable<InputStream> FILE_1 = Variable.of("file1", InputStream.class);

  static final Variable<InputStream> FILE_2 = Variable.of("file2", InputStream.class);

  static final Variable<InputStream> FILE_3 = Variable.of("file3", InputStream.class);

  static final List<Variable<InputStream>> FILES = List.of(FILE_1, FILE_2, FILE_3);

  /** Employee id of the person who asks. Forms do not declare it, so only the program sets it. */
  static final Variable<String> REQUESTER_ID = Variable.of("requesterId", String.class);

  /** Customer, need and due date. */
  static final Variable<String> SUBJECT = Variable.of("handoffSubject", String.class);

  /** What the requester waits for: customer, partner, need and date. */
  static final Variable<String> TITLE = Variable.of("handoffTitle", String.class);

  /** Until when the requester waits: the promised date, else the wished one. */
  static final Variable<Date> EXPECTED_AT = Variable.of("expectedAt", Date.class);

  /** The state of the handoff, by which the process goes on. */
  static final Variable<String> STATE = Variable.of("handoffState", String.class);

  /** Whether the partner has just asked for a later date. */
  static final Variable<Boolean> ASKS_FOR_NEW_DATE = Variable.of("asksForNewDate", Boolean.class);

  /** Candidate group of the partner's tasks. */
  static final Variable<String> PARTNER_GROUP = Variable.of("partnerGroup", String.class);

  /** Employee id of the person of the partner whose task it is; null while the group has it. */
  static final Variable<String> HOLDER_ID = Variable.of("holderId", String.class);

  /**
   * Employee id of the person who answers for the partner and has been told that the delivery is
   * late; unset while it is not.
   */
  static final Variable<String> OVERSEER_ID = Variable.of("overseerId", String.class);

  /** Until when the side whose turn it is has time, or null. */
  static final Variable<Date> DUE_AT = Variable.of("dueAt", Date.class);

  /** The need, dates and history, HTML. */
  static final Variable<String> HANDOFF_TEXT = Variable.of("handoffText", String.class);

  /** What a person says in a form. */
  static final Variable<HandoffWord> WORD = Variable.json("word", HandoffWord.class);

  /** What the requester says in the form that follows the handoff. */
  static final Variable<HandoffWord> FOLLOW_UP = Variable.json("followUp", HandoffWord.class);

  /** What the requester says about a new date. */
  static final Variable<HandoffWord> NEW_DATE = Variable.json("newDate", HandoffWord.class);

  /**
   * How the requester says it went, together with the confirmation. Only ratings, which know
   * handoffs, read it.
   */
  static final Variable<Record> RATING = Variable.json("rating", Record.class);

  static final ReferenceKind HANDOFF = new ReferenceKind("handoff");
  static final ReferenceKind WORD_FIELDS = new ReferenceKind("handoff-word");
  static final ReferenceKind FOLLOW_UP_FIELDS = new ReferenceKind("handoff-follow-up");
  static final ReferenceKind NEW_DATE_FIELDS = new ReferenceKind("handoff-new-date");

  /** The task of the side whose turn it is, by state. */
  static final Map<HandoffState, String> TASKS =
      Map.of(
          HandoffState.REQUESTED, ACCEPT_HANDOFF,
          HandoffState.ASKED_BACK, ANSWER_PARTNER,
          HandoffState.DATE_PROPOSED, AGREE_ON_DATE,
          HandoffState.DECLINED, CHOOSE_ANOTHER_WAY,
          HandoffState.ACCEPTED, DELIVER,
          HandoffState.DELIVERED, CONFIRM_RESULT);

  /** All tasks of the person who asks. */
  static final Set<String> TASKS_OF_REQUESTER =
      Set.of(
          ANSWER_PARTNER,
          AGREE_ON_DATE,
          CHOOSE_ANOTHER_WAY,
          AGREE_ON_NEW_DATE,
          CONFIRM_RESULT,
          FOLLOW_HANDOFF);

  static final Set<HandoffStep> OF_ACCEPT =
      EnumSet.of(
          HandoffStep.ACCEPT,
          HandoffStep.PROPOSE_DATE,
          HandoffStep.DECLINE,
          HandoffStep.ASK_BACK,
          HandoffStep.GIVE_TO_COLLEAGUE,
          HandoffStep.GIVE_BACK);
  static final Set<HandoffStep> OF_REQUESTER =
      EnumSet.of(
          HandoffStep.AGREE_ON_DATE,
          HandoffStep.REFUSE_DATE,
          HandoffStep.ANSWER,
          HandoffStep.REQUEST,
          HandoffStep.ASK_ANOTHER,
          HandoffStep.WITHDRAW);
  static final Set<HandoffStep> OF_DELIVER =
      EnumSet.of(
          HandoffStep.DELIVER,
          HandoffStep.ASK_FOR_NEW_DATE,
          HandoffStep.HAND_ON,
          HandoffStep.GIVE_UP,
          HandoffStep.GIVE_TO_COLLEAGUE,
          HandoffStep.GIVE_BACK);
  static final Set<HandoffStep> OF_CONFIRM = EnumSet.of(HandoffStep.CONFIRM, HandoffStep.REOPEN);
  static final Set<HandoffStep> OF_FOLLOW =
      EnumSet.of(HandoffStep.CHANGE_PRIORITY, HandoffStep.WITHDRAW);
  static final Set<HandoffStep> OF_NEW_DATE =
      EnumSet.of(HandoffStep.AGREE_ON_NEW_DATE, HandoffStep.REFUSE_NEW_DATE);

  /** What the process knows from the first step on. */
  static void begin(VariableScope scope, HandoffCourse course) {
    // The tables have the request from now on.
    REQUEST.remove(scope);
    // Never set again: the engine reads what it replaces, which is the whole text.
    HANDOFF_TEXT.setReference(scope, HANDOFF.of(course.handoff().id()));
    set(scope, course);
  }

  /** What the process knows after a step. */
  static void set(VariableScope scope, HandoffCourse course) {
    var handoff = course.handoff();
    // The tables have the files from now on.
    FILES.forEach(file -> file.remove(scope));
    if (handoff.state() == HandoffState.ACCEPTED) {
      // A rating belongs to the confirmation it came with, not to a result that was reopened.
      RATING.remove(scope);
    } else {
      OVERSEER_ID.remove(scope);
    }
    STATE.set(scope, handoff.state().name());
    SUBJECT.set(scope, course.subject());
    if (course.waitsFor() != null) {
      TITLE.set(scope, course.waitsFor());
    }
    EXPECTED_AT.set(scope, Date.from(handoff.expectedAt()));
    PARTNER_GROUP.set(scope, Groups.DEPARTMENT_PREFIX + handoff.partnerDepartment());
    HOLDER_ID.set(scope, course.holderId());
    REQUESTER_ID.set(scope, handoff.requesterId());
    DUE_AT.set(scope, course.dueAt() == null ? null : Date.from(course.dueAt()));
    ASKS_FOR_NEW_DATE.set(scope, course.asksForNewDate());
    // The next form begins anew.
    WORD.setReference(scope, WORD_FIELDS.of(handoff.id()));
    FOLLOW_UP.setReference(scope, FOLLOW_UP_FIELDS.of(handoff.id()));
    NEW_DATE.setReference(scope, NEW_DATE_FIELDS.of(handoff.id()));
  }

  private PartnerHandoffProcess() {}
}
