package com.customerfocus.customercase.joining.process;

import com.customerfocus.customercase.joining.JoiningEntry;
import com.customerfocus.engine.variable.Variable;

/** Every id and name of {@code processes/join-cases.bpmn}. */
final class JoinCasesProcess {

  static final String KEY = "join-cases";

  static final String JOIN_CASES = "joinCases";
  static final String RECORD_JOINING = "recordJoining";
  static final String ONE_CASE_GOES_ON = "oneCaseGoesOn";

  /** What the owner enters. */
  static final Variable<JoiningEntry> JOINING = Variable.json("caseJoining", JoiningEntry.class);

  private JoinCasesProcess() {}
}
