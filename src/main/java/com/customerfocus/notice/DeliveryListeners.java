package com.customerfocus.notice;

import com.customerfocus.support.WithoutMessages;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * Tells the rooms that want to know what became of mails, in the transaction that records it. Each
 * is told behind a savepoint: what a failing one wrote is undone, the result of sending and what
 * others wrote are not. A lost conflict about locks is not the listener's failure: it undoes the
 * whole transaction, which the sender repeats.
 *
 * <p>They are looked up on first use, because a listener may itself need the service that records
 * notices.
 */
@Component
class DeliveryListeners {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryListeners.class);

  private final SingletonSupplier<List<DeliveryListener>> listeners;
  private final TransactionTemplate savepoint;

  DeliveryListeners(
      ObjectProvider<DeliveryListener> listeners, PlatformTransactionManager transactions) {
    this.listeners = SingletonSupplier.of(() -> listeners.orderedStream().toList());
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  void delivered(Collection<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    for (var listener : listeners.obtain()) {
      try {
        tell(listener, it -> it.delivered(notices));
      } catch (PessimisticLockingFailureException e) {
        throw e;
      } catch (RuntimeException e) {
        notices.forEach(notice -> tellAlone(listener, notice, it -> it.delivered(List.of(notice))));
      }
    }
  }

  void bounced(Notice notice, Bounce bounce) {
    for (var listener : listeners.obtain()) {
      tellAlone(listener, notice, it -> it.bounced(notice, bounce));
    }
  }

  private void tellAlone(
      DeliveryListener listener, Notice notice, Consumer<DeliveryListener> what) {
    try {
      tell(listener, what);
    } catch (PessimisticLockingFailureException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error(
          "{} was not told what became of notice {}",
          listener.getClass().getSimpleName(),
          notice.id(),
          WithoutMessages.of(e));
    }
  }

  private void tell(DeliveryListener listener, Consumer<DeliveryListener> what) {
    savepoint.executeWithoutResult(status -> what.accept(listener));
  }
}
