package com.customerfocus.engine;

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
final class TryAgain {

  private static final Logger LOG = LoggerFactory.getLogger(TryAgain.class);

  /** Whoever loses has waited for the one who won: there is nothing to wait for in between. */
  private static final int MOST_ATTEMPTS = 5;

  /**
   * SQL states of H2 and PostgreSQL: could not be put in an order with others, deadlock, waited too
   * long for a lock (of either), changed meanwhile, done by somebody else already, and what it
   * refers to is gone or has got something more (of either).
   */
  private static final Set<String> LOST =
      Set.of("40001", "40P01", "55P03", "HYT00", "90131", "23505", "23503", "23506");

  private TryAgain() {}

  /** What may be done more than once, in a transaction that begins and ends with it. */
  interface Attempt<T, X extends Throwable> {
    T make() throws X;
  }

  /** Whoever began the transaction that this is a part of may do all of it again. */
  static boolean isPartOfMore() {
    return TransactionSynchronizationManager.isActualTransactionActive();
  }

  static <T, X extends Throwable> T whenLost(Attempt<T, X> attempt) throws X {
    for (var number = 1; ; number++) {
      try {
        return attempt.make();
      } catch (RuntimeException e) {
        if (!isLost(e)) {
          throw e;
        }
        if (number == MOST_ATTEMPTS) {
          LOG.warn("Lost to others {} times one after the other", number, e);
          throw e;
        }
      }
    }
  }

  /** What our own code makes of it is an answer, not a loss. */
  static boolean isLost(RuntimeException failure) {
    return (failure instanceof DataAccessException || failure instanceof ProcessEngineException)
        && Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(TryAgain::saysLost);
  }

  private static boolean saysLost(Throwable cause) {
    return cause instanceof OptimisticLockingException
        || cause instanceof SQLException database
            && database.getSQLState() != null
            && LOST.contains(database.getSQLState());
  }
}
