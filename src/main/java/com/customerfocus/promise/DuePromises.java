package com.customerfocus.promise;

import com.customerfocus.support.WithoutMessages;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Promises kept by a delivery, before their date and when it has passed. */
@Component
class DuePromises {

  private static final Logger LOG = LoggerFactory.getLogger(DuePromises.class);

  private static final int BATCH = 50;

  /** After this time the sweep tries again what has failed. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final Promises promises;
  private final PromiseService service;
  private final PromiseWorkflow workflow;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate savepoint;
  private final Clock clock;

  DuePromises(
      Promises promises,
      PromiseService service,
      PromiseWorkflow workflow,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.promises = promises;
    this.service = service;
    this.workflow = workflow;
    this.events = events;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  /**
   * Looks at some of the promises whose moment has come; says whether there may be more. One that
   * fails is tried again later, so that it does not hold up the others.
   */
  @Transactional
  public boolean lookAtDue() {
    var due = promises.lockToLookAt(clock.instant(), BATCH);
    due.forEach(this::lookAtOrSkip);
    return due.size() == BATCH;
  }

  private void lookAtOrSkip(long promiseId) {
    try {
      savepoint.executeWithoutResult(status -> lookAt(promiseId));
    } catch (RuntimeException e) {
      LOG.error(
          "Promise {} could not be looked at; next try in {}",
          promiseId,
          AGAIN,
          WithoutMessages.of(e));
      promises.lookAt(promiseId, clock.instant().plus(AGAIN));
    }
  }

  private void lookAt(long promiseId) {
    var promise = promises.find(promiseId).orElseThrow();
    if (!promise.state().isPending() || promise.isDelivered()) {
      promises.lookAt(promiseId, null);
    } else if (clock.instant().isBefore(promise.due())) {
      service.atRisk(promiseId);
      promises.lookAt(promiseId, promise.due());
    } else {
      promises.lookAt(promiseId, null);
      workflow.broken(promise);
      events.publishEvent(new Promise.DatePassed(promise));
    }
  }
}
