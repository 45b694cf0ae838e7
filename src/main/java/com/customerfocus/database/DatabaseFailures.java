package com.customerfocus.database;

import com.customerfocus.support.Sentence;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** Which failures say that the database cannot be worked with at all, whatever it is asked. */
public final class DatabaseFailures {

  /** What people read meanwhile. */
  public static final Sentence BUSY = new Sentence("refusal.busy");

  /**
   * Of H2: reading or writing its file failed, the file is damaged, the database was closed for it,
   * or is being closed. Its SQL states are the same, also where Spring sums up a batch in an
   * exception of its own.
   */
  private static final Set<Integer> CLOSED = Set.of(90028, 90030, 90031, 90067, 90098, 90121);

  /** "General error" of H2, which names the cause in an exception of this package only. */
  private static final int GENERAL = 50000;

  private static final String STORE = "org.h2.mvstore.";

  /** Of PostgreSQL: no connection; no room, no memory or no connections left; shutting down. */
  private static final Set<String> AWAY = Set.of("08", "53");

  private static final String SHUTTING_DOWN = "57P0";

  /** What the pool says of a connection that it has thrown away in the middle of a transaction. */
  private static final String THROWN_AWAY = "Connection is closed";

  private DatabaseFailures() {}

  /** Whether the database is away, full or closed; trying again at once is of no use. */
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

  /** Whether this connection to H2 is of no use any more; a new one opens the database again. */
  static boolean isClosed(SQLException said) {
    return isOfH2(said)
        && (CLOSED.contains(said.getErrorCode())
            || said.getErrorCode() == GENERAL
                && causes(said).anyMatch(cause -> cause.getClass().getName().startsWith(STORE)));
  }

  private static boolean isOfH2(SQLException said) {
    return said.getClass().getName().startsWith("org.h2.");
  }

  /** The last of the causes, in its own words. */
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
