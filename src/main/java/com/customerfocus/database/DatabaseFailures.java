package com.customerfocus.database;

import com.customerfocus.support.Sentence;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Recognizes failures of the database as a whole: away, full or closed. */
public final class DatabaseFailures {

  /** What people read meanwhile. */
  public static final Sentence BUSY = new Sentence("refusal.busy");

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

  private DatabaseFailures() {}

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
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
