package com.customerfocus.customercase.introduction;

import com.customerfocus.customercase.CaseCourse;
import java.time.Instant;

/** Business events of introductions for the case's process. They join the caller's transaction. */
public interface IntroductionWorkflow {

  /** The contact has ended it: the owner looks at the need again. */
  void contactFailed(CaseCourse course);

  /** The owner goes on by this moment, because of what the contact said. */
  void ownersTurn(long caseId, Instant due);
}
