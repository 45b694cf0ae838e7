package com.customerfocus.engine.retry;

import com.customerfocus.database.DatabaseFailures;
import com.customerfocus.engine.variable.MissingVariable;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Retries a transaction that was rolled back because of a concurrent one: optimistic lock,
 * deadlock, serialization failure or constraint violation. The new attempt sees what the other
 * transaction has committed, so people need not press the same button again.
 */
public final class ConflictRetry {

  private static final Logger LOG = LoggerFactory.getLogger(ConflictRetry.class);

  /**
   * No pause between attempts: most losers of a conflict have already waited for the winner's
   * commit.
   */
  private static final int MOST_ATTEMPTS = 5;

  /**
   * SQL states of PostgreSQL and H2: unique and foreign key violations. A concurrent transaction or
   * a fault may be the cause: one retry shows which.
   */
  private static final Set<String> CONSTRAINT_VIOLATION = Set.of("23505", "23503", "23506");

  /**
   * Workaround for Camunda 7.24: commands throw NullPointerException in these classes when an
   * instance ended between two reads ...
   */
  private static final String ENGINE_ENTITIES = "org.camunda.bpm.engine.impl.persistence.entity.";

  /** ... or an exception with this message. */
  private static final String ENDED = "Cannot restore state of process instance";

  private ConflictRetry() {}

  /** An attempt with a transaction of its own, which may be repeated. */
  interface Attempt<T, X extends Throwable> {
    T make() throws X;
  }

  /** Whether a transaction is active: then only the code that began it may retry. */
  public static boolean inTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /**
   * @throws RuntimeException of the last attempt, or the first constraint violation: the retry
   *     after it may differ, for example by a generated id
   */
  static <T, X extends Throwable> T onConflict(Attempt<T, X> attempt) throws X {
    RuntimeException violation = null;
    for (var number = 1; ; number++) {
      try {
        return attempt.make();
      } catch (RuntimeException e) {
        if (!isConflict(e)) {
          throw e;
        }
        if (violation != null) {
          throw violation;
        }
        if (number == MOST_ATTEMPTS) {
          LOG.warn("Conflict in {} attempts in a row", number, e);
          throw e;
        }
        if (hasSqlState(CONSTRAINT_VIOLATION, e)) {
          violation = e;
        }
      }
    }
  }

  /** Whether concurrent transactions caused it and a later attempt may succeed. */
  static boolean isBusy(RuntimeException failure) {
    return isOfDatabaseOrEngine(failure)
        && (isChangedMeanwhile(failure) || DatabaseFailures.isLockedByOthers(failure));
  }

  /**
   * Exceptions of our own code are answers, never conflicts. A lock timeout is not retried: the
   * attempt has already held a connection for all of it.
   */
  private static boolean isConflict(RuntimeException failure) {
    return isEndedMeanwhile(failure)
        || isOfDatabaseOrEngine(failure)
            && (isChangedMeanwhile(failure)
                || DatabaseFailures.isUndoneByOthers(failure)
                || hasSqlState(CONSTRAINT_VIOLATION, failure));
  }

  private static boolean isOfDatabaseOrEngine(RuntimeException failure) {
    return failure instanceof DataAccessException || failure instanceof ProcessEngineException;
  }

  /** The engine does not check whether a row it read a moment ago still exists. */
  private static boolean isEndedMeanwhile(RuntimeException failure) {
    if (failure instanceof ProcessEngineException) {
      return failure.getMessage() != null && failure.getMessage().startsWith(ENDED);
    }
    if (failure instanceof MissingVariable) {
      // A concurrent command completed the task; the variables went with the instance.
      return true;
    }
    var frames = failure.getStackTrace();
    return failure instanceof NullPointerException
        && frames.length > 0
        && frames[0].getClassName().startsWith(ENGINE_ENTITIES);
  }

  private static boolean isChangedMeanwhile(RuntimeException failure) {
    return causes(failure).anyMatch(OptimisticLockingException.class::isInstance);
  }

  private static boolean hasSqlState(Set<String> states, RuntimeException failure) {
    return causes(failure)
        .filter(SQLException.class::isInstance)
        .map(cause -> ((SQLException) cause).getSQLState())
        .anyMatch(state -> state != null && states.contains(state));
  }

  private static Stream<Throwable> causes(RuntimeException failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause);
  }
}
