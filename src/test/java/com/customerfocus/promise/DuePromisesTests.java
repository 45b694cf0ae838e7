package com.customerfocus.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.LogLines;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Promises kept by a delivery whose date has passed. */
@CustomerFocusTest
class DuePromisesTests {

  private final Promises promises;
  private final PromiseService service;
  private final PromiseWorkflow workflow;
  private final DeliveryPromises deliveries;
  private final PlatformTransactionManager transactions;
  private final OrganizationImporter importer;
  private final MovableClock clock;

  @Autowired
  DuePromisesTests(
      Promises promises,
      PromiseService service,
      PromiseWorkflow workflow,
      DeliveryPromises deliveries,
      PlatformTransactionManager transactions,
      OrganizationImporter importer,
      MovableClock clock) {
    this.promises = promises;
    this.service = service;
    this.workflow = workflow;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.importer = importer;
    this.clock = clock;
  }

  @Test
  void oneThatFailsIsTriedAgainLaterAndHoldsUpNoOther() {
    HandoffSteps.departments(importer);
    var failing = promise(1);
    var other = promise(2);
    var passed = new ArrayList<Long>();
    var isBroken = new AtomicBoolean(true);
    var due =
        new DuePromises(
            promises,
            service,
            workflow,
            event -> {
              var id = ((Promise.DatePassed) event).promise().id();
              if (isBroken.get() && id == failing) {
                throw new IllegalStateException("The van of Zenobia");
              }
              passed.add(id);
            },
            transactions,
            clock);
    clock.moveBy(Duration.ofDays(3));

    try (var log = new LogLines()) {
      lookAt(due);
      lookAt(due);

      assertThat(log.all())
          .anyMatch(it -> it.contains("could not be looked at"))
          .noneMatch(it -> it.contains("Zenobia"));
    }
    assertThat(passed).containsExactly(other);

    isBroken.set(false);
    clock.moveBy(Duration.ofMinutes(11));
    lookAt(due);
    assertThat(passed).isEqualTo(List.of(other, failing));
  }

  private void lookAt(DuePromises due) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> due.lookAtDue());
  }

  private long promise(long handoff) {
    return new TransactionTemplate(transactions)
        .execute(
            status ->
                deliveries.make(
                    new NewPromise(
                        "luis",
                        Party.person("oscar"),
                        "A van",
                        clock.instant().plus(Duration.ofDays(1)),
                        new PromiseSource("test", handoff))));
  }
}
