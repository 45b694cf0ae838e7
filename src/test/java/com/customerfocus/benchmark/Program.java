package com.customerfocus.benchmark;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** All running nodes; one of them in this JVM. */
final class Program implements AutoCloseable {

  static final String ADMINISTRATOR = "admin";
  static final String PASSWORD = "secret";

  private final Database database;
  private final Node node;

  private Program(Database database, Node node) {
    this.database = database;
    this.node = node;
  }

  static Program start(Settings settings, Database database, MailSink mails) {
    var production =
        Stream.concat(
                database.settings().stream(),
                Stream.of(
                    "server.port=0",
                    "spring.mail.host=127.0.0.1",
                    "spring.mail.port=" + mails.port(),
                    "customer-focus.base-url=http://localhost",
                    "customer-focus.administrator.id=" + ADMINISTRATOR,
                    "customer-focus.administrator.password=" + PASSWORD,
                    "customer-focus.accounts.initial-password=" + PASSWORD))
            .toList();
    return new Program(database, new Node(production));
  }

  ConfigurableApplicationContext context() {
    return node.context();
  }

  ProcessEngine engine() {
    return context().getBean(ProcessEngine.class);
  }

  /** Over the program's own connections: what is executed here counts. */
  JdbcTemplate jdbc() {
    return context().getBean(JdbcTemplate.class);
  }

  /** Looks into the database beside the program: what is asked here counts for nobody. */
  JdbcTemplate aside() {
    return database.aside();
  }

  /** One number, asked beside the program. */
  long count(String sql, Object... params) {
    return aside().queryForObject(sql, Long.class, params);
  }

  /** Where the node in this JVM answers, such as {@code http://localhost:40123}. */
  URI address() {
    return node.address();
  }

  /** Where all nodes answer. */
  List<URI> addresses() {
    return List.of(address());
  }

  /** JDBC executions of all nodes since they were started; a batch is one. */
  long executions() {
    return node.executions();
  }

  /** From now on a new peak is looked for. */
  void forgetPeakHeap() {
    node.forgetPeakHeap();
  }

  /** Bytes, on the node that has most. */
  long peakHeap() {
    return node.peakHeap();
  }

  @Override
  public void close() {
    node.close();
  }
}
