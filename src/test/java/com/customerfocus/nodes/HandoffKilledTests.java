package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.Company;
import com.customerfocus.testing.TasklistUser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is killed in the middle of an acceptance: promise and history are written, the clock is
 * not. Nothing of it is left, and the same acceptance on the other node is on record once.
 */
@Tag("nodes")
class HandoffKilledTests {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String[] PARTS = {
    "promise",
    "promise_event",
    "handoff_event where step = 'ACCEPT'",
    "service_clock where metric = 'time-to-deliver'",
    "ACT_RU_TASK where TASK_DEF_KEY_ = 'deliver'"
  };

  private final String soon = LocalDate.now().plusDays(20) + "T12:00";

  @Test
  void anAcceptanceThatIsKilledInTheMiddleLeavesNothingAndIsTakenAgainOnce(@TempDir Path folder)
      throws Exception {
    try (var nodes =
        new TwoNodes(
                folder,
                company(),
                "customer-focus.organization.handoff-departments=Order Desk,Logistics")
            .start()) {
      ask(nodes);
      var luis = new TasklistUser(nodes.one().address(), "luis", "secret");
      var task = luis.groupTask("acceptHandoff").orElseThrow();
      var people = Executors.newSingleThreadExecutor();
      try (var clock = new HeldOperation(nodes, "insert on service_clock for each row")) {
        clock.begin();
        var acceptance = people.submit(() -> accept(luis, task));
        clock.await("one");
        nodes.one().kill();
        assertThat(acceptance).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class);
      } finally {
        people.shutdown();
      }
      await()
          .atMost(PATIENCE)
          .until(() -> nodes.count("pg_locks where locktype = 'advisory'") == 0);
      for (var part : PARTS) {
        assertThat(nodes.count(part)).as(part).isZero();
      }
      assertThat(nodes.count("handoff where state = 'REQUESTED' and promise_id is null")).isOne();
      assertThat(nodes.count("service_clock where state = 'RUNNING'")).isOne();

      var again = new TasklistUser(nodes.two().address(), "luis", "secret");
      assertThat(accept(again, task)).isEqualTo(204);

      for (var part : PARTS) {
        assertThat(nodes.count(part)).as(part).isOne();
      }
      assertThat(
              nodes.count(
                  "handoff h join promise p on p.id = h.promise_id and p.due_at = h.due_at"
                      + " where h.state = 'ACCEPTED' and h.owner_id = 'luis'"))
          .isOne();
      assertThat(nodes.count("service_clock where state = 'RUNNING'")).isOne();
      assertThat(nodes.count("service_turn where ended_at is null")).isOne();
    }
  }

  private void ask(TwoNodes nodes) throws IOException {
    new TasklistUser(nodes.one().address(), "oscar", "secret")
        .start(
            "partner-handoff",
            "handoffRequest",
            Map.of(
                "partner",
                "Logistics",
                "need",
                "A van for the pump",
                "doneWhen",
                "The pump stands in the mill.",
                "wished",
                soon));
  }

  private int accept(TasklistUser user, String task) throws IOException {
    return user.complete(task, "word", Map.of("decision", "ACCEPT", "date", soon)).statusCode();
  }

  private static Company company() {
    return new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("olga", "boss", "Order Desk", "department-head")
        .add("oscar", "olga", "Order Desk", "")
        .add("lena", "boss", "Logistics", "department-head")
        .add("luis", "lena", "Logistics", "");
  }
}
