package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TasklistUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people act on one handoff at the same moment, as Tasklist sends it. */
@CustomerFocusTest
class HandoffConcurrencyTests {

  private static final int ROUNDS = 10;

  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final CascadeSteps rows;
  private final String program;

  @Autowired
  HandoffConcurrencyTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      CascadeSteps rows,
      @LocalServerPort int port) {
    this.importer = importer;
    this.steps = steps;
    this.rows = rows;
    this.program = "http://localhost:" + port;
  }

  @Test
  void ofTwoMembersWhoAcceptAtTheSameMomentOneHasIt() throws Exception {
    HandoffSteps.departments(importer);
    var luis = new TasklistUser(program, "luis", "secret");
    var lars = new TasklistUser(program, "lars", "secret");
    var accept = Map.<String, Object>of("decision", "ACCEPT", "date", "2026-03-04T16:00");
    for (var round = 0; round < ROUNDS; round++) {
      var handoff = steps.asked();
      var task = steps.task(handoff, ACCEPT_HANDOFF).getId();

      var statuses =
          atTheSameMoment(
              () -> luis.complete(task, "word", accept).statusCode(),
              () -> lars.complete(task, "word", accept).statusCode());

      assertThat(statuses).containsOnlyOnce(204);
      var id = HandoffSteps.id(handoff);
      assertThat(rows.count("select count(*) from promise where source_id = ?", id)).isOne();
      assertThat(events(id, "ACCEPT")).isOne();
      assertThat(clocks(id, "time-to-own")).isOne();
      assertThat(clocks(id, "time-to-deliver")).isOne();
      var winner = statuses.get(0) == 204 ? "luis" : "lars";
      assertThat(steps.task(handoff, DELIVER).getAssignee()).isEqualTo(winner);
      assertThat(
              rows.count(
                  "select count(*) from promise p join handoff h on h.promise_id = p.id"
                      + " where h.id = ? and h.owner_id = ? and p.made_by = ?",
                  id,
                  winner,
                  winner))
          .isOne();
    }
  }

  @Test
  void whatIsDeliveredWhileItIsWithdrawnIsOneOfBoth() throws Exception {
    HandoffSteps.departments(importer);
    var luis = new TasklistUser(program, "luis", "secret");
    var oscar = new TasklistUser(program, "oscar", "secret");
    for (var round = 0; round < ROUNDS; round++) {
      var handoff = steps.accepted();
      var deliver = steps.task(handoff, DELIVER).getId();
      var follow = steps.task(handoff, PartnerHandoffProcess.FOLLOW_HANDOFF).getId();

      atTheSameMoment(
          () ->
              luis.complete(
                      deliver,
                      "word",
                      Map.of("decision", "DELIVER", "note", "It stands there now."))
                  .statusCode(),
          () ->
              oscar
                  .complete(
                      follow, "followUp", Map.of("decision", "WITHDRAW", "note", "It has closed."))
                  .statusCode());

      var id = HandoffSteps.id(handoff);
      assertThat(events(id, "WITHDRAW")).as("may be withdrawn after the delivery, too").isOne();
      assertThat(events(id, "DELIVER")).isLessThanOrEqualTo(1);
      assertThat(steps.open(handoff)).isEmpty();
      assertThat(
              rows.count(
                  "select count(*) from service_clock where subject_id = ? and ended_at is null",
                  id))
          .isZero();
      assertThat(
              rows.count(
                  "select count(*) from promise where source_id = ? and state = 'WITHDRAWN'", id))
          .isOne();
    }
  }

  private long events(long id, String step) {
    return rows.count(
        "select count(*) from handoff_event where handoff_id = ? and step = ?", id, step);
  }

  private long clocks(long id, String metric) {
    return rows.count(
        "select count(*) from service_clock where subject_id = ? and metric = ?", id, metric);
  }

  private static List<Integer> atTheSameMoment(Callable<Integer> one, Callable<Integer> other)
      throws Exception {
    var start = new CyclicBarrier(2);
    var people = Executors.newFixedThreadPool(2);
    try {
      var first =
          people.submit(
              () -> {
                start.await();
                return one.call();
              });
      var second =
          people.submit(
              () -> {
                start.await();
                return other.call();
              });
      return List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
    } finally {
      people.shutdown();
    }
  }
}
