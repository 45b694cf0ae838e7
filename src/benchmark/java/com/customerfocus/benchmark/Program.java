package com.customerfocus.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** All running nodes; one of them in this JVM. */
final class Program implements AutoCloseable {

  static final String ADMINISTRATOR = "admin";
  static final String PASSWORD = "secret";

  private final Database database;
  private final NodeHere here;
  private final List<Node> nodes = new ArrayList<>();

  private Program(Database database, NodeHere here) {
    this.database = database;
    this.here = here;
    nodes.add(here);
  }

  /**
   * @param folder for what the nodes write
   * @param more settings, such as {@code customer-focus.sweeps.every.reminders=1s}
   */
  static Program start(
      Settings settings, Database database, MailSink mails, Path folder, String... more)
      throws IOException {
    var production =
        Stream.of(
                database.settings().stream(),
                Stream.of(more),
                Stream.of(
                    "server.address=127.0.0.1",
                    "server.port=0",
                    "spring.mail.host=127.0.0.1",
                    "spring.mail.port=" + mails.port(),
                    "customer-focus.base-url=http://localhost",
                    "customer-focus.administrator.id=" + ADMINISTRATOR,
                    "customer-focus.administrator.password=" + PASSWORD,
                    "customer-focus.accounts.initial-password=" + PASSWORD,
                    // What is measured is not how long a password is hashed.
                    "customer-focus.accounts.password-iterations=1000"))
            .flatMap(Function.identity())
            .toList();
    var program = new Program(database, new NodeHere(production));
    try {
      for (var other = 2; other <= settings.nodes(); other++) {
        var log = folder.resolve("node-%d.log".formatted(other));
        program.nodes.add(new NodeBeside(production, log));
      }
      return program;
    } catch (IOException | RuntimeException e) {
      program.close();
      throw e;
    }
  }

  ConfigurableApplicationContext context() {
    return here.context();
  }

  ProcessEngine engine() {
    return context().getBean(ProcessEngine.class);
  }

  /** A connection beside the program; its statements are not counted. */
  JdbcTemplate aside() {
    return database.aside();
  }

  /** One number by that connection. */
  long count(String sql, Object... params) {
    return aside().queryForObject(sql, Long.class, params);
  }

  /** Address of the node in this JVM, such as {@code http://127.0.0.1:40123}. */
  URI address() {
    return here.address();
  }

  /** Addresses of all nodes. */
  List<URI> addresses() {
    return nodes.stream().map(Node::address).toList();
  }

  /** JDBC executions of all nodes since their start; a batch is one. */
  long executions() {
    return nodes.stream().mapToLong(Node::executions).sum();
  }

  /** Resets the peak. */
  void forgetPeakHeap() {
    nodes.forEach(Node::forgetPeakHeap);
  }

  /** Bytes, maximum of all nodes. */
  long peakHeap() {
    return nodes.stream().mapToLong(Node::peakHeap).max().orElseThrow();
  }

  @Override
  public void close() {
    // The other nodes first: the database ends with this JVM.
    try {
      nodes.stream().filter(node -> node != here).forEach(Node::close);
    } finally {
      here.close();
    }
  }
}
