package com.customerfocus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.Cascading;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TasklistUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The program is killed in the middle of passing a memo on, several times, and started again on the
 * same database file each time: the cascade goes on to its end, and whatever was confirmed to a
 * person is on record.
 */
class SigkillTests {

  private static final Logger LOG = LoggerFactory.getLogger(SigkillTests.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SPAN = 4;
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/memo/[\\w-]{32}");

  private final Company company = Company.tree(SPAN, 3);
  private final List<String> firstLevel = below("p0");
  private final List<String> secondLevel =
      firstLevel.stream().flatMap(manager -> below(manager).stream()).toList();
  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** Who was told by the program that it is done. */
  private final Set<String> briefed = ConcurrentHashMap.newKeySet();

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private SeparateProgram program;

  SigkillTests(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void install() throws IOException {
    mailServer.start();
    Files.writeString(folder.resolve("people.csv"), company.csv());
    program =
        new SeparateProgram(
            folder,
            List.of(
                "customer-focus.organization.file=file:people.csv",
                "customer-focus.accounts.initial-password=secret",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + mailServer.getSmtp().getPort(),
                // What a dead program had in work is free after these; as shipped, a minute or two.
                "camunda.bpm.job-execution.lock-time-in-millis=3000",
                "customer-focus.notices.lease=3s"));
  }

  @AfterEach
  void end() {
    program.close();
    mailServer.stop();
  }

  @Test
  void aCascadeOutlivesProgramsThatAreKilledInTheMiddleOfPassingItOn() throws Exception {
    program.start("p0");
    launchAndRelease();
    brief("p0");
    killAndStartAgain();

    killDuring(firstLevel.stream().map(this::briefing).toList(), () -> briefed.size() > 1);
    whatWasConfirmedIsOnRecord();
    program.start("p0");

    firstLevel.forEach(this::briefUnlessOnRecord);
    secondLevel.forEach(this::brief);
    await().atMost(PATIENCE).until(() -> memosInMails().size() > SPAN);
    killAndStartAgain();

    await().atMost(PATIENCE).until(() -> memosInMails().size() == memosToMail());
    killDuring(
        memosInMails().entrySet().stream()
            .map(memo -> acknowledgement(memo.getKey(), memo.getValue()))
            .toList(),
        () -> acknowledged.size() > 10);
    whatWasConfirmedIsOnRecord();
    program.start("p0");

    memosInMails().forEach((person, link) -> acknowledgement(person, link).run());
    assertThat(acknowledged).hasSize(memosToMail());
    reviewOutcome();
    program.kill();
    whatWasConfirmedIsOnRecord();
    everythingCameToItsEnd();
    everyoneWasToldOnce();
  }

  private static List<String> below(String manager) {
    return IntStream.rangeClosed(1, SPAN).mapToObj(i -> manager + "x" + i).toList();
  }

  /** Everyone without a team gets the memo by mail; the reviewer is one of them. */
  private int memosToMail() {
    return company.people() - managers();
  }

  private int managers() {
    return 1 + firstLevel.size() + secondLevel.size();
  }

  private void killAndStartAgain() throws IOException {
    program.kill();
    whatWasConfirmedIsOnRecord();
    program.start("p0");
  }

  /** Lets people work until this is so, and kills the program while they do. */
  private void killDuring(List<Runnable> work, Callable<Boolean> until) throws Exception {
    var people = Executors.newFixedThreadPool(work.size());
    try {
      work.forEach(people::submit);
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(until);
      program.kill();
    } finally {
      people.shutdown();
    }
    assertThat(people.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  private void launchAndRelease() throws IOException {
    logIn("p0").start("memo-cascade", "memo", Cascading.memo());
    var reviewer = logIn("reviewer");
    var task = reviewer.groupTask("reviewReach").orElseThrow();
    assertThat(reviewer.complete(task, "review", Map.of("decision", "release")).statusCode())
        .isEqualTo(204);
  }

  private void reviewOutcome() throws IOException {
    var launcher = logIn("p0");
    var outcome = Map.<String, Object>of("conclusion", "All have answered.");
    assertThat(launcher.complete(comingTask(launcher, "reviewOutcome"), "outcome", outcome))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(204);
  }

  private TasklistUser logIn(String person) {
    try {
      return new TasklistUser(program.address(), person, "secret");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String comingTask(TasklistUser user, String element) {
    return await()
        .atMost(PATIENCE)
        .until(() -> user.task(element), Optional::isPresent)
        .orElseThrow();
  }

  private void brief(String manager) {
    var user = logIn(manager);
    complete(manager, user, comingTask(user, "briefTeam"));
  }

  private void briefUnlessOnRecord(String manager) {
    var user = logIn(manager);
    try {
      user.task("briefTeam").ifPresent(task -> complete(manager, user, task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The manager has the task open already and completes it when this runs, if the program lives.
   */
  private Runnable briefing(String manager) {
    var user = logIn(manager);
    var task = comingTask(user, "briefTeam");
    return () -> complete(manager, user, task);
  }

  private void complete(String manager, TasklistUser user, String task) {
    // The second half of each team was not there.
    var report =
        Map.<String, Object>of(
            "heldOn", LocalDate.now(Clock.systemDefaultZone()).toString(),
            "present", below(manager).subList(0, SPAN / 2),
            "localBrief", "This is " + manager + ".");
    try {
      var answer = user.complete(task, "briefing", report);
      if (answer.statusCode() != 204) {
        throw new AssertionError(
            "%s: %d %s%n%s"
                .formatted(manager, answer.statusCode(), answer.body(), program.output()));
      }
      briefed.add(manager);
    } catch (IOException e) {
      // Nothing was confirmed.
      LOG.info("{} got no answer", manager, e);
    }
  }

  private Runnable acknowledgement(String person, URI link) {
    var button =
        HttpRequest.newBuilder(URI.create(link + "/acknowledgement"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.noBody())
            .build();
    return () -> {
      try {
        assertThat(browser.send(button, BodyHandlers.discarding()).statusCode()).isEqualTo(303);
        acknowledged.add(person);
      } catch (IOException e) {
        // Nothing was confirmed.
        LOG.info("{} got no answer", person, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** The personal link of each person who got the memo by mail, from the mail. */
  private Map<String, URI> memosInMails() throws IOException, MessagingException {
    var links = new TreeMap<String, URI>();
    for (var mail : mailServer.getReceivedMessages()) {
      var person = mail.getAllRecipients()[0].toString().replace("@old.example", "");
      if (!firstLevel.contains(person) && !secondLevel.contains(person)) {
        var text = (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        links.put(person, URI.create(theOneIn(LINK, text)));
      }
    }
    return links;
  }

  private static String theOneIn(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).findFirst().orElseThrow();
  }

  /** Looks into a copy of the file just as the dead program left it. */
  private JdbcTemplate database() throws IOException {
    var copy = Files.createTempDirectory(folder, "copy");
    Files.copy(folder.resolve("data/customer-focus.mv.db"), copy.resolve("customer-focus.mv.db"));
    return new JdbcTemplate(
        new DriverManagerDataSource(
            "jdbc:h2:file:" + copy.resolve("customer-focus") + ";IFEXISTS=TRUE", "sa", ""));
  }

  private void whatWasConfirmedIsOnRecord() throws IOException {
    var database = database();
    assertThat(
            database.queryForList(
                "select manager_id from briefing where held_at is not null", String.class))
        .containsAll(briefed);
    assertThat(
            database.queryForList(
                "select person_id from receipt where state = 'ACKNOWLEDGED'", String.class))
        .containsAll(acknowledged);
  }

  private void everythingCameToItsEnd() throws IOException {
    var database = database();
    assertThat(database.queryForList("select state from cascade", String.class))
        .containsExactly("CLOSED");
    assertThat(database.queryForList("select distinct state from briefing", String.class))
        .containsExactly("DONE");
    assertThat(database.queryForList("select manager_id from briefing", String.class))
        .hasSize(managers())
        .doesNotHaveDuplicates();
    assertThat(
            database.queryForList(
                "select person_id from receipt where state = 'ACKNOWLEDGED'", String.class))
        .hasSize(company.people() - 1)
        .doesNotHaveDuplicates();
    assertThat(database.queryForList("select ID_ from ACT_RU_EXECUTION", String.class)).isEmpty();
    assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
  }

  private void everyoneWasToldOnce() throws IOException, MessagingException {
    assertThat(
            database()
                .queryForList("select person_id from notice where state = 'SENT'", String.class))
        .hasSize(company.people() - 1)
        .doesNotHaveDuplicates();
    var idsByAddress = new HashMap<String, Set<String>>();
    for (var mail : mailServer.getReceivedMessages()) {
      idsByAddress
          .computeIfAbsent(mail.getAllRecipients()[0].toString(), address -> new HashSet<>())
          .add(mail.getMessageID());
    }
    assertThat(idsByAddress).hasSize(company.people() - 1);
    assertThat(idsByAddress.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
  }
}
