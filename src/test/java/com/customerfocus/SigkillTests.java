package com.customerfocus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.Workforce;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The program is killed several times while it passes a memo on, and restarted on the same database
 * file: the cascade goes on to its end, and all confirmed actions are on record.
 */
@Tag("own-program")
class SigkillTests {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int SPAN = 4;

  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Workforce workforce =
      new Workforce(SPAN, mailServer, person -> this.program.address());

  private final Path folder;
  private SeparateProgram program;

  SigkillTests(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void install() throws IOException {
    mailServer.start();
    Files.writeString(folder.resolve("people.csv"), workforce.company().csv());
    program =
        new SeparateProgram(
            folder,
            List.of(
                // As shipped, but H2 writes down each statement that fails.
                "spring.datasource.url=jdbc:h2:file:./data/customer-focus;WRITE_DELAY=0"
                    + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=1",
                "customer-focus.organization.file=file:people.csv",
                "customer-focus.accounts.initial-password=secret",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + mailServer.getSmtp().getPort(),
                // Leases of a dead program; as shipped, a minute or two.
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
    try {
      passOnAndKill();
    } catch (AssertionError e) {
      throw new AssertionError(program.output(), e);
    }
  }

  private void passOnAndKill() throws Exception {
    program.start("p0");
    workforce.launchAndRelease();
    workforce.brief("p0");
    killAndStartAgain();

    killDuring(
        workforce.firstLevel().stream().map(workforce::briefing).toList(),
        () -> workforce.briefed().size() > 1);
    workforce.holdToWhatWasConfirmed(database());
    program.start("p0");

    workforce.firstLevel().forEach(workforce::briefUnlessOnRecord);
    workforce.secondLevel().forEach(workforce::brief);
    await().atMost(PATIENCE).until(() -> workforce.memosInMails().size() > SPAN);
    killAndStartAgain();

    await()
        .atMost(PATIENCE)
        .until(() -> workforce.memosInMails().size() == workforce.memosToMail());
    killDuring(
        workforce.memosInMails().entrySet().stream()
            .map(memo -> workforce.acknowledgement(memo.getKey(), memo.getValue()))
            .toList(),
        () -> workforce.acknowledged().size() > 10);
    workforce.holdToWhatWasConfirmed(database());
    program.start("p0");

    workforce
        .memosInMails()
        .forEach((person, page) -> workforce.acknowledgement(person, page).run());
    assertThat(workforce.acknowledged()).hasSize(workforce.memosToMail());
    workforce.reviewOutcome();
    program.kill();
    workforce.holdToWhatWasConfirmed(database());
    workforce.everythingCameToItsEnd(database());
    workforce.everyoneWasToldOnce(database());
    // Liquibase finds out by an exception whether its own tables are there; no other name is tried.
    assertThat(failedStatements().replace("DATABASECHANGELOGLOCK\" not found", ""))
        .doesNotContain("not found");
  }

  private void killAndStartAgain() throws IOException {
    program.kill();
    workforce.holdToWhatWasConfirmed(database());
    program.start("p0");
  }

  /** Kills the program while people work, once the condition holds. */
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

  private String failedStatements() throws IOException {
    var trace = folder.resolve("data/customer-focus.trace.db");
    return Files.exists(trace) ? Files.readString(trace) : "";
  }

  /** Reads a copy of the file that the dead program left. */
  private JdbcTemplate database() throws IOException {
    var copy = Files.createTempDirectory(folder, "copy");
    Files.copy(folder.resolve("data/customer-focus.mv.db"), copy.resolve("customer-focus.mv.db"));
    return new JdbcTemplate(
        new DriverManagerDataSource(
            "jdbc:h2:file:" + copy.resolve("customer-focus") + ";IFEXISTS=TRUE", "sa", ""));
  }
}
