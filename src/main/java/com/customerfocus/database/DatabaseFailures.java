package com.customerfocus.database;

import com.customerfocus.support.Sentence;
import com.customerfocus.support.WithoutMessages;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Recognizes failures of the database as a whole, away, full or closed, and lost locks. */
public final class DatabaseFailures {

  /** What people read meanwhile. */
  public static final Sentence BUSY = new Sentence("refusal.busy");

  /** What people read whose transaction met the locks of others. */
  public static final Sentence LOCKED = new Sentence("refusal.task.busy");

  /**
   * H2 error codes: I/O error, corrupt file, database closed or closing. SQL states have the same
   * values, also where Spring replaces a batch's exception.
   */
  private static final Set<Integer> CLOSED = Set.of(90028, 90030, 90031, 90067, 90098, 90121);

  /** H2's "General error"; the cause is an exception of the package below. */
  private static final int GENERAL = 50000;

  private static final String STORE = "org.h2.mvstore.";

  /** Classes of SQL states of PostgreSQL: connection failure, insufficient resources. */
  private static final Set<String> AWAY = Set.of("08", "53");

  private static final String SHUTTING_DOWN = "57P0";

  /** Message of a connection that the pool evicted within a transaction. */
  private static final String THROWN_AWAY = "Connection is closed";

  /** SQL states of PostgreSQL and H2: serialization failure, deadlock, concurrent update. */
  private static final Set<String> UNDONE = Set.of("40001", "40P01", "90131");

  /** SQL states of PostgreSQL and H2: lock timeout. Spring calls H2's a timeout of the query. */
  private static final Set<String> LOCK_TIMEOUT = Set.of("55P03", "HYT00");

  private DatabaseFailures() {}

  /** Whether the database ended the transaction because of another one; a retry may succeed. */
  public static boolean isUndoneByOthers(Throwable failure) {
    return hasState(UNDONE, failure);
  }

  /**
   * Whether other transactions kept this one from its rows, by a lock for too long or by undoing
   * it. A retry may succeed, but after a lock timeout not at once.
   */
  public static boolean isLockedByOthers(Throwable failure) {
    return isUndoneByOthers(failure) || hasState(LOCK_TIMEOUT, failure);
  }

  private static boolean hasState(Set<String> states, Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof SQLException said
                    && said.getSQLState() != null
                    && states.contains(said.getSQLState()));
  }

  /** Whether the database is away, full or closed; an immediate retry is of no use. */
  public static boolean isAway(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException said && saysAway(said));
  }

  private static boolean saysAway(SQLException said) {
    var state = Objects.requireNonNullElse(said.getSQLState(), "");
    return isClosed(said)
        || CLOSED.stream().map(String::valueOf).anyMatch(state::equals)
        || THROWN_AWAY.equals(said.getMessage())
        || state.length() == 5 && AWAY.contains(state.substring(0, 2))
        || state.startsWith(SHUTTING_DOWN);
  }

  /** Whether this H2 connection is unusable; a new one opens the database again. */
  static boolean isClosed(SQLException said) {
    return isOfH2(said)
        && (CLOSED.contains(said.getErrorCode())
            || said.getErrorCode() == GENERAL
                && causes(said).anyMatch(cause -> cause.getClass().getName().startsWith(STORE)));
  }

  private static boolean isOfH2(SQLException said) {
    return said.getClass().getName().startsWith("org.h2.");
  }

  /** Message of the root cause. */
  static String rootOf(Throwable failure) {
    var root = causes(failure).reduce((outer, inner) -> inner).orElseThrow();
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getName())
        .lines()
        .findFirst()
        .orElse("");
  }

  private static Stream<Throwable> causes(Throwable failure) {
    var first = failure instanceof WithoutMessages shown ? shown.failure() : failure;
    return Stream.iterate(first, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
