package com.customerfocus.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.audit.AuditEntry.Change;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Retention of the audit trail. */
@CustomerFocusTest
class AuditTrailTests {

  private static final AuditFilter ALL = new AuditFilter(null, null, null);

  private final AuditTrail audit;
  private final MovableClock clock;
  private final CountedDatabase database;
  private final JdbcTemplate rows;

  @Autowired
  AuditTrailTests(
      AuditTrail audit, MovableClock clock, CountedDatabase database, JdbcTemplate rows) {
    this.audit = audit;
    this.clock = clock;
    this.database = database;
    this.rows = rows;
  }

  @BeforeEach
  void empty() {
    rows.update("delete from audit_entry");
  }

  @Test
  void whatWasDoneIsKeptForTwoYears() {
    audit.record(entry());

    clock.moveBy(Duration.ofDays(730));
    audit.removeOld();
    assertThat(audit.entries(ALL, 0, 10)).hasSize(1);

    clock.moveBy(Duration.ofSeconds(1));
    audit.removeOld();
    assertThat(audit.entries(ALL, 0, 10)).isEmpty();
  }

  @Test
  void batchesRemoveAllThatIsOldAndNothingElse() {
    var before = entry();
    rows.batchUpdate(
        "insert into audit_entry (happened_at, user_id, action, entity, changes)"
            + " values (timestamp with time zone '2020-01-01 00:00:00Z', 'admin', 'Update', 'User',"
            + " '[]')",
        IntStream.range(0, 10_001).mapToObj(n -> new Object[0]).toList());
    audit.record(before);

    assertThat(audit.removeOld()).isTrue();
    assertThat(audit.removeOld()).isFalse();

    assertThat(audit.entries(ALL, 0, 10)).containsExactly(before);
  }

  @Test
  void theWordsOfAllEntriesOfAnInstanceGoInOneBatch() {
    audit.record(entry());
    audit.record(entry());
    database.startCounting();
    audit.removeWords(List.of("instance", "another"));

    assertThat(database.executions()).hasSize(2);
    assertThat(audit.entries(ALL, 0, 10))
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.taskName()).isNull())
        .allSatisfy(
            entry ->
                assertThat(entry.changes()).containsExactly(new Change("assignee", null, null)));
    audit.removeWords(List.of("another"));
  }

  private AuditEntry entry() {
    return new AuditEntry(
        clock.instant(),
        "admin",
        "Assign",
        "Task",
        "task",
        "Brief the team",
        "instance",
        "team-briefing",
        null,
        List.of(new Change("assignee", null, "ben")));
  }
}
