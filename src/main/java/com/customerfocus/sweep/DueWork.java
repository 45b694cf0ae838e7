package com.customerfocus.sweep;

import com.customerfocus.support.WithoutMessages;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what has come due so that one that fails holds up no other: a batch at once behind a
 * savepoint, and one by one only where that fails. A lost conflict about locks undoes the whole
 * batch, which the next run repeats.
 */
@Component
public class DueWork {

  private static final Logger LOG = LoggerFactory.getLogger(DueWork.class);

  private final TransactionTemplate transaction;
  private final TransactionTemplate savepoint;

  DueWork(PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Does a batch in one transaction.
   *
   * @param name of one of them, for the log, such as {@code clock of case 12}
   * @param most of a batch
   * @param take locks up to this number of those that are due
   * @param act what to do with some of them
   * @param later keeps one that failed from being taken again too soon
   * @return whether there may be more
   */
  public <T> boolean doSome(
      Function<T, String> name,
      int most,
      IntFunction<List<T>> take,
      Consumer<List<T>> act,
      Consumer<T> later) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              var due = take.apply(most);
              if (!due.isEmpty()) {
                atOnceOrOneByOne(name, due, act, later);
              }
              return due.size() == most;
            }));
  }

  private <T> void atOnceOrOneByOne(
      Function<T, String> name, List<T> due, Consumer<List<T>> act, Consumer<T> later) {
    try {
      savepoint.executeWithoutResult(status -> act.accept(due));
    } catch (PessimisticLockingFailureException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.debug("Not at once, as one of {} failed", due.size(), WithoutMessages.of(e));
      due.forEach(each -> alone(name, each, act, later));
    }
  }

  private <T> void alone(
      Function<T, String> name, T due, Consumer<List<T>> act, Consumer<T> later) {
    try {
      savepoint.executeWithoutResult(status -> act.accept(List.of(due)));
    } catch (PessimisticLockingFailureException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("The {} failed and is tried again later", name.apply(due), WithoutMessages.of(e));
      later.accept(due);
    }
  }
}
