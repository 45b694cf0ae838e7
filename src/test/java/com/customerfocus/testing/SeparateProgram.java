package com.customerfocus.testing;

import static org.awaitility.Awaitility.await;

import com.customerfocus.CustomerFocusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program started without a profile in a process of its own: with an H2 file in its folder, or
 * as a node on a PostgreSQL. It can be killed and restarted.
 */
public class SeparateProgram implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Path folder;
  private final List<String> settings;
  private final List<String> jvmOptions;
  private final int port;
  private Process process;

  /**
   * @param folder an empty one, for the database
   * @param settings such as {@code spring.mail.host=127.0.0.1}
   */
  public SeparateProgram(Path folder, List<String> settings) {
    this(folder, settings, fastStart());
  }

  /**
   * @param jvmOptions of its JVM, with the class path
   */
  SeparateProgram(Path folder, List<String> settings, List<String> jvmOptions) {
    this.folder = folder;
    this.settings = settings;
    this.jvmOptions = jvmOptions;
    this.port = Ports.free();
  }

  /**
   * A node on a PostgreSQL.
   *
   * @param folder an empty one, whose name becomes the node's name in the database's list of
   *     connections
   * @param database JDBC address, for user {@code postgres} without password
   * @param ownClasspath folders whose files this node has instead of, or besides, the program's
   */
  public static SeparateProgram node(
      Path folder, String database, List<String> settings, Path... ownClasspath)
      throws IOException {
    var all =
        Stream.concat(
            Stream.of(
                "spring.datasource.url=%s&ApplicationName=%s"
                    .formatted(database, folder.getFileName()),
                "spring.datasource.username=postgres",
                "spring.datasource.password="),
            settings.stream());
    return new SeparateProgram(
        Files.createDirectories(folder),
        all.toList(),
        ProgramArchive.options(List.of(ownClasspath)));
  }

  /**
   * The same program with another heap than half a gigabyte.
   *
   * @param most such as {@code 128m}
   */
  public SeparateProgram withHeap(String most) {
    var options = Stream.concat(Stream.of("-Xmx" + most), jvmOptions.stream());
    return new SeparateProgram(folder, settings, options.toList());
  }

  /** Options of a JVM that starts the program, with the class path. */
  public static List<String> fastStart() {
    return ProgramArchive.options(List.of());
  }

  public String address() {
    return "http://localhost:" + port;
  }

  public int port() {
    return port;
  }

  /** Starts it and waits until this user can log in with password {@code secret}. */
  public void start(String user) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Faster start: the program lives for seconds only.
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(jvmOptions);
    command.add(CustomerFocusApplication.class.getName());
    command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port));
    // Passwords of tests are hashed cheaply.
    command.add("--customer-focus.accounts.password-iterations=1000");
    settings.forEach(setting -> command.add("--" + setting));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CUSTOMERFOCUS_ADMINISTRATOR_ID", "admin");
    builder.environment().put("CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD", "admin-secret");
    process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    // The process ends with its parent, even when the test is cut off.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    await()
        .atMost(LONGEST_START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> logIn(user));
  }

  private void logIn(String user) throws IOException {
    if (!isAlive()) {
      throw new IllegalStateException("The program ended at its start:\n" + output());
    }
    new TasklistUser(address(), user, "secret");
  }

  /** Output of all its starts. */
  public String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("program.log");
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** SIGTERM: the program ends its current work. */
  public void stop() {
    process.destroy();
    awaitEnd();
  }

  /** SIGKILL: the program ends at once. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The program does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      kill();
    }
  }
}
