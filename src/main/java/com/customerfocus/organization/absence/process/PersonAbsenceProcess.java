package com.customerfocus.organization.absence.process;

import com.customerfocus.engine.variable.Variable;
import com.customerfocus.organization.absence.AbsenceEntry;
import com.customerfocus.organization.absence.AbsenceReport.Problem;
import java.util.Date;
import java.util.List;

/** Every id and name of {@code processes/person-absence.bpmn}. */
public final class PersonAbsenceProcess {

  public static final String KEY = "person-absence";

  static final String ABSENCE_REPORTED = "absenceReported";
  static final String RECORD_ABSENCE = "recordAbsence";
  static final String CORRECT_ABSENCE = "correctAbsence";
  static final String CHANGE_ABSENCE = "changeAbsence";
  static final String ABSENCE_OVER = "absenceOver";
  static final String ABSENCE_ENDED = "absenceEnded";
  static final String LEFT_AS_IT_WAS = "leftAsItWas";
  static final String BACK_AS_PLANNED = "backAsPlanned";
  static final String ENDED_ELSEWHERE = "endedElsewhere";

  static final String MESSAGE_ENDED = "absence.ended";

  /** Employee id of the person who reported it. */
  static final Variable<String> REPORTER_ID = Variable.of("reporterId", String.class);

  /** The last entry. */
  static final Variable<AbsenceEntry> ABSENCE = Variable.json("absence", AbsenceEntry.class);

  /** Outcome of the entry. */
  static final Variable<String> OUTCOME = Variable.of("outcome", String.class);

  /** The absent person and the days. */
  static final Variable<String> ABSENCE_TITLE = Variable.of("absenceTitle", String.class);

  /** The same with the substitute, HTML. */
  static final Variable<String> ABSENCE_TEXT = Variable.of("absenceText", String.class);

  static final Variable<Date> UNTIL_AT = Variable.of("untilAt", Date.class);
  static final Variable<Problems> PROBLEMS = Variable.json("problems", Problems.class);

  /** Errors to correct. */
  record Problems(List<Problem> list) {}

  private PersonAbsenceProcess() {}
}
