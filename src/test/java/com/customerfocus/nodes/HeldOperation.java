package com.customerfocus.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * Holds an operation of nodes in the middle, for a fault to strike there: its write waits in the
 * database until this is closed.
 */
class HeldOperation implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final TwoNodes nodes;
  private final Connection holder;
  private final int lock;

  /**
   * Prepares the hold.
   *
   * @param write the event of a trigger: {@code update of state on notice for each row}
   */
  HeldOperation(TwoNodes nodes, String write) throws SQLException {
    this.nodes = nodes;
    this.lock = Math.abs(write.hashCode());
    nodes
        .database()
        .execute(
            """
            create or replace function wait_while_held() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
              return new;
            end $$
            """);
    nodes
        .database()
        .execute(
            "create trigger hold_%d before %s execute function wait_while_held(%d)"
                .formatted(lock, write, lock));
    this.holder = nodes.database().getDataSource().getConnection();
  }

  /** From now on nodes wait in the middle of the operation. */
  void begin() throws SQLException {
    try (var statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(%d)".formatted(lock));
    }
  }

  /** Waits until this node is in the middle of it. */
  void await(String node) {
    Awaitility.await().atMost(PATIENCE).until(() -> held().contains(node));
  }

  /**
   * Waits until a node is in the middle of it.
   *
   * @return its name
   */
  String awaitAny() {
    return Awaitility.await().atMost(PATIENCE).until(this::held, nodes -> !nodes.isEmpty()).get(0);
  }

  /** Names of the waiting nodes. */
  private List<String> held() {
    return nodes
        .database()
        .queryForList(
            """
            select distinct application_name from pg_locks join pg_stat_activity using (pid)
             where locktype = 'advisory' and not granted and objid = ?
             order by 1
            """,
            String.class,
            lock);
  }

  /** Lets all nodes go on. */
  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
