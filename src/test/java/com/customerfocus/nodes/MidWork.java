package com.customerfocus.nodes;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Keeps nodes from ending what they are doing, so that whatever strikes does so when it hurts most:
 * mails have been sent and are not yet on record as sent, a job is half done. Until it is closed,
 * what is to be held waits in the database.
 */
class MidWork implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int MAILS = 1;
  private static final int JOBS = 2;

  private final TwoNodes nodes;
  private final Connection holder;

  /**
   * What nodes are told that are to be held.
   *
   * @param bounded more settings, unless the test takes its time
   */
  static String[] settings(String... bounded) {
    var always =
        Stream.of(
            // So that neither node has to wait long for some to send.
            "customer-focus.notices.interval=200ms",
            // A look for reminders writes notices, too: it would be held with the briefings it has
            // locked, nobody could complete those, and no node would get a job.
            "customer-focus.cascades.remind-every=1h");
    // As shipped, what a dead node had is free after a minute, its mails after two.
    var soonFree =
        Stream.of(
            "camunda.bpm.job-execution.lock-time-in-millis=5000",
            "customer-focus.notices.lease=5s");
    return Boolean.getBoolean("thorough")
        ? always.toArray(String[]::new)
        : Stream.of(always, soonFree, Stream.of(bounded))
            .flatMap(Function.identity())
            .toArray(String[]::new);
  }

  MidWork(TwoNodes nodes) throws SQLException {
    this.nodes = nodes;
    this.holder = nodes.database().getDataSource().getConnection();
    execute(
        """
        create function wait_while_held() returns trigger language plpgsql as $$
        begin
          perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
          return new;
        end $$
        """);
    execute(
        """
        create trigger hold_mails before update of state on notice
        for each row execute function wait_while_held(%d)
        """
            .formatted(MAILS));
    execute(
        """
        create trigger hold_jobs before insert on notice
        for each statement execute function wait_while_held(%d)
        """
            .formatted(JOBS));
    hold(MAILS);
  }

  private void hold(int what) throws SQLException {
    execute("select pg_advisory_lock(%d)".formatted(what));
  }

  private void execute(String sql) throws SQLException {
    try (var statement = holder.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Waits until this node has sent mails and cannot write it down. */
  void awaitMailsOf(String node) {
    awaitWaiting(node, MAILS);
  }

  /** From now on no job that passes the memo on comes to its end. */
  void holdJobs() throws SQLException {
    hold(JOBS);
  }

  /** Waits until a node is in the middle of such a job; says which. */
  String awaitJob() {
    return await().atMost(PATIENCE).until(() -> waiting(JOBS), some -> !some.isEmpty()).get(0);
  }

  private void awaitWaiting(String node, int what) {
    await().atMost(PATIENCE).until(() -> waiting(what).contains(node));
  }

  /** Names of the nodes that are held. */
  private List<String> waiting(int what) {
    return nodes
        .database()
        .queryForList(
            """
            select distinct application_name from pg_locks join pg_stat_activity using (pid)
             where locktype = 'advisory' and not granted and objid = ?
             order by 1
            """,
            String.class,
            what);
  }

  /** Lets go what is held. */
  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
