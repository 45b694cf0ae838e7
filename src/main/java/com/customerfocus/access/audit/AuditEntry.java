package com.customerfocus.access.audit;

import java.time.Instant;
import java.util.List;

/**
 * One recorded operation. Ids are null where the operation has none.
 *
 * @param user the login that did it
 * @param action the engine's name of the operation, such as {@code Assign}
 * @param entity the engine's name of the object, such as {@code Task} or {@code Authorization}
 * @param taskName at that time
 * @param process key of the process
 * @param subject id of the job, batch, deployment or definition
 */
public record AuditEntry(
    Instant at,
    String user,
    String action,
    String entity,
    String taskId,
    String taskName,
    String processInstanceId,
    String process,
    String subject,
    List<Change> changes) {

  /**
   * One changed or descriptive property.
   *
   * @param from null when there was no value, or values of this property are not recorded
   * @param to likewise
   */
  public record Change(String property, String from, String to) {

    Change nameOnly() {
      return new Change(property, null, null);
    }
  }
}
