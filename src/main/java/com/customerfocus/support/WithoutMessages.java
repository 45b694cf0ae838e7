package com.customerfocus.support;

import java.sql.SQLException;

/**
 * A failure and its causes for the log: classes, SQL states and places, but no messages. These may
 * quote a customer's data, and a name in the log could not be removed on request.
 */
public final class WithoutMessages extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Throwable failure;

  private WithoutMessages(Throwable failure) {
    super(
        inShort(failure),
        failure.getCause() == null ? null : new WithoutMessages(failure.getCause()),
        false,
        true);
    setStackTrace(failure.getStackTrace());
    this.failure = failure;
  }

  /** The failure itself, for filters of the log that decide by its kind. */
  public Throwable failure() {
    return failure;
  }

  /** The failure as the log may show it. */
  public static Throwable of(Throwable failure) {
    return new WithoutMessages(failure);
  }

  private static String inShort(Throwable failure) {
    var name = failure.getClass().getName();
    return failure instanceof SQLException sql
        ? "%s, SQL state %s".formatted(name, sql.getSQLState())
        : name;
  }
}
