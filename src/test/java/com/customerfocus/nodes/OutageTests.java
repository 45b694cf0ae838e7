package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.BasicLogin;
import com.customerfocus.testing.Ports;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TasklistUser;
import com.customerfocus.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A service that a node depends on fails and recovers; the node needs no restart. */
@Tag("nodes")
@TestInstance(Lifecycle.PER_CLASS)
class OutageTests {

  /** Longer than a node waits before it tries an unavailable mail server again. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Fewer than the people who come at once. */
  private static final int CONNECTIONS = 4;

  private static final int CROWD = 12;

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/memo/[\\w-]{32}");

  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final SmallTeam team = new SmallTeam();
  private final int mailPort = Ports.free();
  private GreenMail mailServer = mailServer();
  private JdbcTemplate database;
  private SeparateProgram node;
  private TasklistUser top;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    var url = TestDatabase.newPostgresDatabase();
    database = new JdbcTemplate(new DriverManagerDataSource(url, "postgres", ""));
    var people = Files.writeString(folder.resolve("people.csv"), team.company().csv());
    var settings =
        Stream.of(
            "customer-focus.administrator.password=secret",
            "customer-focus.organization.file=file:" + people,
            "customer-focus.accounts.initial-password=secret",
            "customer-focus.notices.interval=200ms",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + mailPort,
            "spring.mail.properties.mail.smtp.timeout=500",
            "spring.datasource.hikari.maximum-pool-size=" + CONNECTIONS,
            "spring.datasource.hikari.connection-timeout=2000");
    // As shipped, a node tries once a minute: four kinds of failure would take three minutes. A
    // batch that it took before the pool was exhausted is free after two.
    var bounded =
        TestDuration.bounded("customer-focus.notices.pause=1s", "customer-focus.notices.lease=5s");
    node =
        SeparateProgram.node(
            folder.resolve("node"), url, Stream.concat(settings, bounded).toList());
    node.start("admin");
    team.getTheMemo(node);
    top = new TasklistUser(node.address(), "p0", "secret");
  }

  @AfterAll
  void end() {
    mailServer.stop();
    // Null when the preparation failed.
    if (node != null) {
      node.close();
    }
  }

  @BeforeEach
  void everyMailHasArrived() throws Exception {
    await().atMost(PATIENCE).until(() -> count("notice where state <> 'SENT'") == 0);
    mailServer.purgeEmailFromAllMailboxes();
  }

  @Test
  void aMailServerThatIsAwayForAWhileCostsNoMailAndNoTry() throws Exception {
    mailServer.stop();
    sendAllMailsAgain();
    awaitTrouble("Couldn't connect to host");
    try (var server = new UselessMailServer(mailPort)) {
      awaitTrouble("Read timed out");
      server.greetsWith("421 4.3.2 Shutting down");
      awaitTrouble("response: 421");
      server.greetsWith("454 4.7.0 Cannot check who you are");
      awaitTrouble("response: 454");
    }
    assertThat(count("notice where state = 'NOT_SENT' and tries = 0")).isEqualTo(count("notice"));
    assertThat(Health.toStrangers(node).statusCode()).isEqualTo(200);

    mailServer = mailServer();
    everyMailArrivesOnce();
    assertThat(Health.of(node).body())
        .contains("\"notices\":{\"status\":\"UP\",\"details\":{\"waiting\":0}}");
    assertThat(node.output()).contains("The mail server is available again");
  }

  @Test
  void anExhaustedPoolIsReportedAndLosesNothing() throws Exception {
    var page = aPersonalPage();
    var crowd = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    try (var connection = database.getDataSource().getConnection()) {
      connection.setAutoCommit(false);
      lock(connection, "receipt");
      sendAllMailsAgain();
      IntStream.range(0, CROWD).forEach(i -> crowd.add(open(page)));
      var told = answersToTheCrowd(crowd);
      assertThat(told).hasSizeGreaterThanOrEqualTo(CROWD - CONNECTIONS);
      assertThat(told)
          .allSatisfy(
              answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("30");
                assertThat(answer.body())
                    .contains("We cannot answer at this moment", "No podemos responder")
                    .contains("half a minute");
              });
      var api = api("/api/cascades");
      assertThat(api.statusCode()).isEqualTo(503);
      assertThat(api.headers().firstValue("Retry-After")).contains("30");
      assertThat(api.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(api.body()).contains("Try again in half a minute");
      assertThat(Health.toStrangers(node).statusCode()).isEqualTo(503);
      assertThat(Health.readiness(node)).isEqualTo(200);
      assertThatThrownBy(() -> top.task("followCascade"))
          .hasMessageContaining("Nothing was recorded: please try once more in half a minute");
      connection.rollback();
    }

    CompletableFuture.allOf(crowd.toArray(CompletableFuture[]::new)).join();
    assertThat(crowd.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
        .containsOnly(200, 503);
    assertThat(open(page).join().statusCode()).isEqualTo(200);
    assertThat(api("/api/cascades").statusCode()).isEqualTo(200);
    assertThat(top.task("followCascade")).isPresent();
    everyMailArrivesOnce();
    assertThat(Health.toStrangers(node).statusCode()).isEqualTo(200);
    team.getTheMemo(node);
    assertThat(count("ACT_RU_INCIDENT")).isZero();
  }

  private int count(String what) {
    return database.queryForObject("select count(*) from " + what, Integer.class);
  }

  private GreenMail mailServer() {
    var server = new GreenMail(new ServerSetup(mailPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private static void lock(Connection database, String table) throws Exception {
    try (var statement = database.createStatement()) {
      statement.execute("lock table " + table + " in access exclusive mode");
    }
  }

  /** Answers to the crowd, after the pool's connection timeout. */
  private static List<HttpResponse<String>> answersToTheCrowd(
      List<CompletableFuture<HttpResponse<String>>> crowd) {
    return await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                crowd.stream()
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .toList(),
            told -> told.size() >= CROWD - CONNECTIONS);
  }

  /** Marks all mails as not sent. */
  private void sendAllMailsAgain() {
    database.update("update notice set state = 'NOT_SENT', tries = 0, next_try_at = now()");
  }

  private void awaitTrouble(String words) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              var health = Health.of(node);
              assertThat(health.statusCode()).isEqualTo(200);
              assertThat(health.body())
                  .startsWith("{\"status\":\"DEGRADED\"")
                  .contains(words, "unavailableSince");
            });
  }

  private void everyMailArrivesOnce() {
    await().atMost(PATIENCE).until(() -> count("notice where state <> 'SENT'") == 0);
    var numbers = Stream.of(mailServer.getReceivedMessages()).map(OutageTests::messageId).toList();
    assertThat(numbers).hasSize(count("notice")).doesNotHaveDuplicates();
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The link in a mail about the memo. */
  private URI aPersonalPage() throws Exception {
    sendAllMailsAgain();
    everyMailArrivesOnce();
    for (var mail : mailServer.getReceivedMessages()) {
      var text = (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
      var link = LINK.matcher(text);
      if (link.find()) {
        mailServer.purgeEmailFromAllMailboxes();
        return URI.create(link.group());
      }
    }
    throw new AssertionError("Nobody has got a memo");
  }

  private CompletableFuture<HttpResponse<String>> open(URI page) {
    return browser.sendAsync(
        HttpRequest.newBuilder(page).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> api(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(node.address() + path))
            .timeout(PATIENCE)
            .header("Authorization", BasicLogin.header("p0:secret"))
            .build(),
        BodyHandlers.ofString());
  }
}
