package com.customerfocus.handoff.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableEffects.Line;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Óscar asked Logistics on Monday, 2 March 2026, 9:00, when the last row of the table said 4 h, 3 d
 * and 1 d. Another table says 6 h, 2 d and 1 d.
 */
@CustomerFocusTest
class TargetChangesTests {

  private static final String OWN = "time-to-own";
  private static final String DELIVER = "time-to-deliver";

  private final TargetChanges effects;
  private final HandoffService handoffs;
  private final ServiceClocks clocks;
  private final HandoffSteps steps;
  private final TransactionOperations transactions;
  private DecisionTable other;
  private final CountedDatabase database;

  @Autowired
  TargetChangesTests(
      TargetChanges effects,
      HandoffService handoffs,
      ServiceClocks clocks,
      HandoffSteps steps,
      TransactionOperations transactions,
      CountedDatabase database) {
    this.effects = effects;
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.steps = steps;
    this.transactions = transactions;
    this.database = database;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer) throws Exception {
    HandoffSteps.departments(importer);
    var xml = Files.readString(Path.of("processes/handoff-clocks.dmn"));
    var last = xml.lastIndexOf("<rule ");
    other =
        DecisionTables.read(
            xml.substring(0, last)
                + xml.substring(last).replace("\"4 h\"", "\"6 h\"").replace("\"3 d\"", "\"2 d\""));
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() {
    var id = HandoffSteps.id(steps.asked());

    var preview = effects.preview(other, 10);

    assertThat(preview.count()).isEqualTo(2);
    assertThat(preview.lines())
        .extracting(Line::subject)
        .containsOnly(id + ", A van for the pump of the mill");
    assertThat(preview.lines())
        .extracting(line -> line.change().inEnglish())
        .containsExactly("Time to own: 6 h instead of 4 h", "Time to deliver: 2 d instead of 3 d");
    assertThat(effects.preview(other, 1).count()).isEqualTo(2);
    assertThat(effects.preview(other, 1).lines()).hasSize(1);
    assertThat(clock(id, OWN).dueAt()).isEqualTo(Instant.parse("2026-03-02T13:00:00Z"));
  }

  @Test
  void clocksTargetsAndTheTaskFollowTheNewTable() {
    var asked = steps.asked();
    var id = HandoffSteps.id(asked);

    assertThat(apply()).isEqualTo(2);

    var due = Instant.parse("2026-03-02T15:00:00Z");
    assertThat(clock(id, OWN).dueAt()).isEqualTo(due);
    assertThat(clock(id, OWN).target().rule()).isEqualTo("7: All others");
    assertThat(handoff(id).targets().timeToDeliver()).isEqualTo("2 d");
    var task = steps.task(asked, "acceptHandoff");
    assertThat(task.getDueDate()).isEqualTo(due);
    assertThat(task.getName()).contains("15:00").doesNotContain("13:00");
    assertThat(apply()).as("once more").isZero();

    steps.accept(asked);
    assertThat(clock(id, DELIVER).target().amount().days()).isEqualTo(2);
  }

  @Test
  void aClockThatHasEndedNeverChanges() {
    var accepted = steps.asked();
    steps.accept(accepted);
    var id = HandoffSteps.id(accepted);
    var own = clock(id, OWN);
    var due = steps.task(accepted, "deliver").getDueDate();

    assertThat(apply()).isEqualTo(1);

    assertThat(clock(id, OWN).dueAt()).isEqualTo(own.dueAt());
    assertThat(clock(id, OWN).target()).isEqualTo(own.target());
    assertThat(clock(id, DELIVER).target().amount().days()).isEqualTo(2);
    assertThat(handoff(id).targets().timeToOwn()).isEqualTo("4 h");
    assertThat(steps.task(accepted, "deliver").getDueDate())
        .as("the promised date stands")
        .isEqualTo(due);
  }

  @Test
  void whatIsDeliveredOrOverIsLeftAlone() {
    var delivered = steps.asked();
    steps.accept(delivered);
    steps.deliver(delivered);
    var over = steps.asked();
    steps.accept(over);
    steps.deliver(over);
    steps.confirm(over);

    assertThat(effects.preview(other, 10).lines()).isEmpty();
    assertThat(apply()).isZero();
  }

  private int apply() {
    return transactions.execute(transaction -> effects.apply(other, 7));
  }

  @Test
  void onlyWhatReallyChangesIsRead() {
    steps.asked();
    apply();
    steps.asked();
    var more = handoffs.openKinds().size();
    for (var i = 0; i < 5; i++) {
      steps.asked();
    }
    assertThat(handoffs.openKinds()).as("of the same kinds").hasSize(more);

    apply();
    database.startCounting();
    assertThat(apply()).isZero();

    assertThat(database.executions()).filteredOn(sql -> sql.contains("from handoff")).hasSize(1);
  }

  private Handoff.Brief handoff(long id) {
    return handoffs.open(Set.copyOf(handoffs.openKinds())).stream()
        .filter(it -> it.id() == id)
        .findFirst()
        .orElseThrow();
  }

  private ServiceClock clock(long id, String metric) {
    return clocks.clocks(new ClockSubject("handoff", id)).stream()
        .filter(it -> it.metric().equals(metric))
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
