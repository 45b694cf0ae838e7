package com.customerfocus.testing;

import static org.awaitility.Awaitility.await;

import com.customerfocus.CustomerFocusApplication;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The program as somebody runs it who starts it without a profile: a process of its own, with its
 * database in a file below the folder it is started in. It can be killed and started again.
 */
public class SeparateProgram implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  private final Path folder;
  private final List<String> settings;
  private final int port;
  private Process process;

  /**
   * @param folder an empty one; the database comes to lie in it
   * @param settings such as {@code spring.mail.host=127.0.0.1}
   */
  public SeparateProgram(Path folder, List<String> settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    try (var free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
  }

  public String address() {
    return "http://localhost:" + port;
  }

  /** Starts it and waits until this user can log in with password {@code secret}. */
  public void start(String user) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Two compilers less to start: the program lives for seconds only.
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classpath(), CustomerFocusApplication.class.getName()));
    command.add("--server.port=" + port);
    settings.forEach(setting -> command.add("--" + setting));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("CUSTOMERFOCUS_ADMINISTRATOR_ID", "admin");
    builder.environment().put("CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD", "admin-secret");
    process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    await()
        .atMost(LONGEST_START)
        .ignoreExceptionsInstanceOf(IOException.class)
        .untilAsserted(() -> logIn(user));
  }

  private void logIn(String user) throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("The program ended at its start:\n" + output());
    }
    new TasklistUser(address(), user, "secret");
  }

  /** Everything the tests run with but their own classes, which the program would take for its. */
  private static String classpath() {
    var tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).toAbsolutePath().toString().equals(tests))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What it wrote, in all its lives. */
  public String output() throws IOException {
    return Files.readString(log());
  }

  private Path log() {
    return folder.resolve("program.log");
  }

  /** SIGKILL: it gets no chance to finish anything. */
  public void kill() {
    process.destroyForcibly();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("The program cannot be killed");
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
