package com.customerfocus.engine.retry;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;

/**
 * HTTP 409: another person changed the task first. The message is for the person whose command
 * failed; the web applications show it.
 */
class TaskConflictException extends ClientErrorException {

  static final String DONE =
      "This task is done already: somebody has completed it, or it was no longer needed. What you"
          + " entered was not recorded; copy what you want to keep, then reload your list.";

  static final String CLAIMED =
      "Somebody else has taken this task already. Reload your list to see what is left.";

  static final String BUSY =
      "Others are working on the same at this moment. Nothing was recorded: please try once more.";

  TaskConflictException(String message, Throwable cause) {
    super(message, Status.CONFLICT, cause);
  }
}
