package com.customerfocus.engine.retry;

import com.customerfocus.support.Sentence;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A concurrent change came first. The message is for the user whose action failed, in the language
 * of their browser; the web applications show it.
 */
class TaskConflictException extends ClientErrorException {

  static final Sentence DONE = new Sentence("refusal.task.done");
  static final Sentence CLAIMED = new Sentence("refusal.task.claimed");
  static final Sentence BUSY = new Sentence("refusal.task.busy");

  /** A colleague of this name has the task. */
  static Sentence claimedBy(String firstName, String lastName) {
    return new Sentence(
        "refusal.task.claimed-by",
        Stream.of(firstName, lastName)
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" ")));
  }

  /**
   * The task has ended.
   *
   * @param why told by its process
   */
  static Sentence ended(Sentence why) {
    return new Sentence("refusal.task.ended", why);
  }

  TaskConflictException(Sentence message, Throwable cause) {
    super(message.withoutTags().forReader(), Status.CONFLICT, cause);
  }
}
