package com.customerfocus.testing;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A test's own PostgreSQL, which can stop and restart with all committed data. */
public class PostgresServer implements AutoCloseable {

  /** For a start and for an end; a busy machine takes longer than the ten seconds by default. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final int port;
  private EmbeddedPostgres running;

  /**
   * Starts the server.
   *
   * @param folder of its data; empty, or left by an earlier server
   */
  public PostgresServer(Path folder) {
    this.folder = folder;
    this.port = Ports.free();
    start();
  }

  /** JDBC address of its database {@code postgres}, for user {@code postgres} without password. */
  public String url() {
    return "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
  }

  /** Restarts it after {@link #stopAtOnce}; it recovers as after a power cut. */
  public final void start() {
    try {
      running =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(PATIENCE)
              // The embedded one confirms before it has written, unless told.
              .setServerConfig("synchronous_commit", "on")
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends SIGQUIT, as {@code pg_ctl stop -m immediate}: it drops all connections and finishes
   * nothing.
   */
  public void stopAtOnce() throws IOException {
    var pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
    sendSigquit(pid);
    await()
        .atMost(PATIENCE)
        .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    running.close();
  }

  /** Java has no API for other signals. */
  private static void sendSigquit(long pid) throws IOException {
    try {
      var command = new ProcessBuilder("kill", "-QUIT", String.valueOf(pid));
      if (command.inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("SIGQUIT cannot be sent to " + pid);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
