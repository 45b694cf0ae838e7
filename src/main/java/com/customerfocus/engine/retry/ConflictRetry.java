package com.customerfocus.engine.retry;

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
 * Of two who do something about the same thing at the same moment one may lose: the database or the
 * engine takes back wholly what that one did. It is done again then, and finds what the other has
 * done, so that nobody is told of it who could only press the same button once more.
 */
public final class ConflictRetry {

  private static final Logger LOG = LoggerFactory.getLogger(ConflictRetry.class);

  /**
   * Whoever loses because of what another one changed has most often waited for that one's end:
   * there is nothing to wait for in between.
   */
  private static final int MOST_ATTEMPTS = 5;

  /**
   * SQL states of H2 and PostgreSQL: could not be put in an order with others, deadlock, changed
   * meanwhile.
   */
  private static final Set<String> SERIALIZATION_FAILURE = Set.of("40001", "40P01", "90131");

  /**
   * Waited too long for a lock, of either. Has kept a connection from others all that time already,
   * and is not done again.
   */
  private static final Set<String> LOCK_TIMEOUT = Set.of("55P03", "HYT00");

  /**
   * Done by somebody else already, and what it refers to is gone or has got something more, of
   * either. May be so whoever else does what, and is done again once only, to find out.
   */
  private static final Set<String> CONSTRAINT_VIOLATION = Set.of("23505", "23503", "23506");

  /**
   * Whatever the engine reads twice may have ended in between: then it falls over its own feet...
   */
  private static final String ENGINE_ENTITIES = "org.camunda.bpm.engine.impl.persistence.entity.";

  /** ... or says this of the instance. */
  private static final String ENDED = "Cannot restore state of process instance";

  private ConflictRetry() {}

  /** What may be done more than once, in a transaction that begins and ends with it. */
  interface Attempt<T, X extends Throwable> {
    T make() throws X;
  }

  /** Whoever began the transaction that this is a part of may do all of it again. */
  public static boolean inTransaction() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  /**
   * @throws RuntimeException of the last attempt, or of the first that was violation: what is
   *     done again after that need not be quite the same, as with what has got an id meanwhile
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
          LOG.warn("Lost to others {} times one after the other", number, e);
          throw e;
        }
        if (hasSqlState(CONSTRAINT_VIOLATION, e)) {
          violation = e;
        }
      }
    }
  }

  /** Others keep somebody from doing it at this moment, who may try again later. */
  static boolean isBusy(RuntimeException failure) {
    return isOfDatabaseOrEngine(failure)
        && (isChangedMeanwhile(failure) || hasSqlState(SERIALIZATION_FAILURE, failure) || hasSqlState(LOCK_TIMEOUT, failure));
  }

  /** What our own code makes of it is an answer, not a loss. */
  private static boolean isConflict(RuntimeException failure) {
    return isEndedMeanwhile(failure)
        || isOfDatabaseOrEngine(failure)
            && (isChangedMeanwhile(failure)
                || hasSqlState(SERIALIZATION_FAILURE, failure)
                || hasSqlState(CONSTRAINT_VIOLATION, failure));
  }

  private static boolean isOfDatabaseOrEngine(RuntimeException failure) {
    return failure instanceof DataAccessException || failure instanceof ProcessEngineException;
  }

  /** The engine does not ask whether what it has read a moment ago is still there. */
  private static boolean isEndedMeanwhile(RuntimeException failure) {
    if (failure instanceof ProcessEngineException) {
      return failure.getMessage() != null && failure.getMessage().startsWith(ENDED);
    }
    if (failure instanceof MissingVariable) {
      // Another has completed the task while this one read it; the instance's variables are gone.
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
