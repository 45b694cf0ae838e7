package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.FileSystemUtils;

/**
 * Measures whether what falls due happens on time while a cascade is in full run: 100 reminders and
 * 100 promises of managers who are the audience of a small memo of their own. Half of them at most
 * are set while managers brief, the others while employees answer; where that is too short for
 * them, another memo follows, until all have fallen due. {@code target/punctuality} holds what it
 * found: {@code punctuality.txt} and {@code punctuality.json}.
 */
@Tag("benchmark")
class PunctualityBenchmark {

  private static final Path FOLDER = Path.of("target", "punctuality");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Launches the small memo; its people are not those of {@link Staff}. */
  private static final String BYSTANDER = "bystander";

  private static final int BYSTANDERS = 100;

  /** From one that falls due to the next. */
  private static final Duration INTERVAL = Duration.ofMillis(Integer.getInteger("interval", 500));

  @Test
  void whatFallsDueHappensWithinTwoSecondsWhileACascadeIsInFullRun() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    WarmUp.run(settings, FOLDER, program -> {});
    try (var database = Database.of(settings, FOLDER);
        var mails = new MailSink();
        var program = Program.start(settings, database, mails, FOLDER, alwaysOpen())) {
      var report = report(settings, database, program);
      var measurement = new Measurement(program);
      importOrganization(settings.staff(), program);
      var cascadeSteps =
          program.context().getAutowireCapableBeanFactory().createBean(CascadeSteps.class);
      var small = release(BYSTANDER, cascadeSteps);
      brief(cascadeSteps, program);
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  program.count(
                          """
                          select count(*) from briefing
                           where cascade_id = ? and state = 'OPEN'
                             and reminders_processed_until is not null
                          """,
                          small)
                      == BYSTANDERS);
      try (var punctuality = new Punctuality(program.context(), small)) {
        punctuality.start(INTERVAL);
        do {
          release(Staff.id(Staff.LAUNCHER), cascadeSteps);
          punctuality.let(BYSTANDERS / 2);
          measurement.measure("reach", settings.people(), new Managers(program, settings)::brief);
          var employees = new Employees(program, settings);
          punctuality.let(BYSTANDERS);
          measurement.measure("acknowledge", employees.acknowledgements(), employees::acknowledge);
        } while (!punctuality.isThrough() && punctuality.failures().isEmpty());
        punctuality.stop();
        report(report, "reminders", punctuality.reminders());
        report(report, "promises", punctuality.promises());
        assertThat(measurement.failures()).isEmpty();
        assertThat(punctuality.failures()).isEmpty();
        assertThat(punctuality.reminders().late().count()).as("reminders").isEqualTo(BYSTANDERS);
        assertThat(punctuality.promises().late().count()).as("promises").isEqualTo(BYSTANDERS);
        assertThat(punctuality.reminders().isPunctual()).as("reminders").isTrue();
        assertThat(punctuality.promises().isPunctual()).as("promises").isTrue();
      } finally {
        report.phases(measurement.phases());
        report.write(FOLDER);
      }
    }
  }

  private static Report report(Settings settings, Database database, Program program) {
    // The one above them, and a report of each, work there, too.
    var people = settings.people() + 1 + 2 * BYSTANDERS;
    var organization =
        "%s; beside them %d bystanders"
            .formatted(settings.shape().words(settings.span()), BYSTANDERS);
    var clock = program.context().getBean(Clock.class);
    return new Report("punctuality", people, organization, settings, database, clock);
  }

  /** So that something may fall due at any hour of any day. */
  private static String[] alwaysOpen() {
    var calendar = "customer-focus.working-time.calendars.always.";
    return new String[] {
      "customer-focus.working-time.default-calendar=always",
      calendar + "zone=UTC",
      calendar + "hours.monday-sunday=00:00-24:00"
    };
  }

  private static void importOrganization(Staff staff, Program program) throws IOException {
    var file = staff.writeTo(FOLDER.resolve("people.csv"));
    Files.writeString(file, bystanders(), StandardOpenOption.APPEND);
    program
        .context()
        .getBean(OrganizationImporter.class)
        .importFile(new FileSystemResource(file), "people.csv", null);
  }

  private static String bystanders() {
    var top = Staff.id(Staff.LAUNCHER);
    return IntStream.range(0, BYSTANDERS)
        .mapToObj(i -> line("manager" + i, BYSTANDER, "") + line("employee" + i, "manager" + i, ""))
        .collect(Collectors.joining("", line(BYSTANDER, top, "senior-officer"), ""));
  }

  private static String line(String id, String manager, String roles) {
    return "%s,%s,%s@large.example,%s,Quiet,Old Company,en,,%s\n"
        .formatted(id, id, id, manager, roles);
  }

  private static long release(String launcher, CascadeSteps cascadeSteps) {
    var instance = cascadeSteps.launch(launcher, CascadeSteps.memo());
    cascadeSteps.complete(
        Staff.id(Staff.REVIEWER),
        cascadeSteps.task(instance, "reviewReach"),
        "review",
        Map.of("decision", "release"));
    await().atMost(PATIENCE).until(() -> cascadeSteps.briefingOf(launcher).isPresent());
    return cascadeSteps.cascadeId(instance);
  }

  private static void brief(CascadeSteps cascadeSteps, Program program) {
    var today = LocalDate.now(program.context().getBean(Clock.class)).toString();
    cascadeSteps.brief(BYSTANDER, Map.of("heldOn", today, "present", List.of()));
  }

  private static void report(Report report, String what, Lags lags) {
    report.latencies(what, "Lateness of " + what, lags.late());
    report.put(what, "shareOnTime", lags.shareOnTime());
    report.line("%.1f %% of %s within two seconds of due", 100 * lags.shareOnTime(), what);
  }
}
