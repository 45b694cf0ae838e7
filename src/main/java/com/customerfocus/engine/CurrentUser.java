package com.customerfocus.engine;

import com.customerfocus.access.Groups;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Who completed the task that led here. */
public final class CurrentUser {

  private CurrentUser() {}

  /**
   * The id of the logged-in user in whose request this step runs. Fails in a job, where nobody is
   * logged in.
   */
  public static String of(DelegateExecution execution) {
    var authentication =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      throw new IllegalStateException("Nobody is logged in at " + execution.getCurrentActivityId());
    }
    return authentication.getUserId();
  }

  /** Whether {@link #of the same user} is an administrator. */
  public static boolean isAdministrator(DelegateExecution execution) {
    var authentication =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return authentication != null
        && authentication.getGroupIds() != null
        && authentication.getGroupIds().contains(Groups.ADMINISTRATORS);
  }
}
