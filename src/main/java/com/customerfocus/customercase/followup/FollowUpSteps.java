package com.customerfocus.customercase.followup;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collects the cases that a transaction closes or opens again, for the end of it: a sweep closes
 * many at once, and their customers are locked together and for a short time.
 */
@Component
class FollowUpSteps {

  private final FollowUpPlanning planning;

  FollowUpSteps(FollowUpPlanning planning) {
    this.planning = planning;
  }

  @EventListener
  void on(CaseEvent.Recorded recorded) {
    var step = recorded.event().step();
    if (step == CaseStep.CLOSE || step == CaseStep.REOPEN) {
      ofTransaction().add(recorded);
    }
  }

  private Steps ofTransaction() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Steps.class::isInstance)
        .map(Steps.class::cast)
        .findFirst()
        .orElseGet(this::begin);
  }

  private Steps begin() {
    var steps = new Steps();
    TransactionSynchronizationManager.registerSynchronization(steps);
    return steps;
  }

  /** Those of one transaction. */
  private final class Steps implements TransactionSynchronization {

    private final List<CaseEvent.Recorded> steps = new ArrayList<>();
    private boolean isOver;

    private void add(CaseEvent.Recorded step) {
      if (isOver) {
        planning.follow(List.of(step));
      } else {
        steps.add(step);
      }
    }

    /** In the transaction: it rolls back when this fails. */
    @Override
    public void beforeCommit(boolean readOnly) {
      isOver = true;
      planning.follow(steps);
    }
  }
}
