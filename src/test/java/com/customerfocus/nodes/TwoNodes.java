package com.customerfocus.nodes;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;

import com.customerfocus.testing.Company;
import com.customerfocus.testing.PostgresServer;
import com.customerfocus.testing.SeparateProgram;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes in processes of their own, with the same PostgreSQL, mail server and organization file.
 */
class TwoNodes implements AutoCloseable {

  private final Path folder;

  private final PostgresServer postgres;
  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final JdbcTemplate database;
  private final List<String> settings;
  private final List<SeparateProgram> nodes = new ArrayList<>();

  /**
   * @param folder an empty one
   * @param people of the organization
   * @param settings of both nodes
   */
  TwoNodes(Path folder, Company people, String... settings) throws IOException {
    this.folder = folder;
    var file = Files.writeString(folder.resolve("people.csv"), people.csv());
    postgres = new PostgresServer(Files.createDirectory(folder.resolve("postgres")));
    mailServer.start();
    database = new JdbcTemplate(new DriverManagerDataSource(postgres.url(), "postgres", ""));
    this.settings =
        Stream.concat(
                Stream.of(
                    "customer-focus.administrator.password=secret",
                    "customer-focus.organization.file=file:" + file,
                    "customer-focus.accounts.initial-password=secret",
                    "spring.mail.host=127.0.0.1",
                    "spring.mail.port=" + mailServer.getSmtp().getPort()),
                Stream.of(settings))
            .toList();
  }

  /** Starts both at the same moment, on a database that is empty at first. */
  TwoNodes start(Path... ownClasspath) throws Exception {
    try {
      node("one", ownClasspath);
      node("two", ownClasspath);
      startAll();
      return this;
    } catch (Exception e) {
      // The caller has no instance to close.
      close();
      throw e;
    }
  }

  /** Starts its nodes at the same moment. */
  void startAll() throws Exception {
    atTheSameMoment(nodes.stream().map(TwoNodes::start).toList());
  }

  /**
   * A node that is not started yet.
   *
   * @param own settings of this node only
   */
  SeparateProgram node(String name, Path... ownClasspath) throws IOException {
    return node(name, List.of(), ownClasspath);
  }

  SeparateProgram node(String name, List<String> own, Path... ownClasspath) throws IOException {
    var all = Stream.concat(settings.stream(), own.stream()).toList();
    var node = SeparateProgram.node(folder.resolve(name), postgres.url(), all, ownClasspath);
    nodes.add(node);
    return node;
  }

  private static Callable<Boolean> start(SeparateProgram node) {
    return () -> {
      node.start("admin");
      return true;
    };
  }

  SeparateProgram one() {
    return nodes.get(0);
  }

  SeparateProgram two() {
    return nodes.get(1);
  }

  /** The node {@code one} or {@code two}. */
  SeparateProgram named(String name) {
    return name.equals("one") ? one() : two();
  }

  /** Address of this person's node by a load balancer: always the same while it lives. */
  String nodeOf(String person) {
    var alive = nodes.stream().filter(SeparateProgram::isAlive).toList();
    return alive.get(Math.floorMod(person.hashCode(), alive.size())).address();
  }

  JdbcTemplate database() {
    return database;
  }

  int count(String what) {
    return database.queryForObject("select count(*) from " + what, Integer.class);
  }

  PostgresServer postgres() {
    return postgres;
  }

  GreenMail mailServer() {
    return mailServer;
  }

  @Override
  public void close() {
    nodes.forEach(SeparateProgram::close);
    postgres.close();
    mailServer.stop();
  }
}
