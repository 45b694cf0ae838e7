package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how long people look at an empty page when 125 briefings are open, and when 12,500 are:
 * one memo to the same organization, before and after the second level of managers has briefed.
 * {@code target/views} holds what it found: {@code views.txt} and {@code views.json}. A view that
 * takes more than twice as long is marked, and fails nothing.
 */
@Tag("benchmark")
class ViewsBenchmark {

  private static final Path FOLDER = Path.of("target", "views");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int FEW = 125;
  private static final int EACH = Integer.getInteger("each", 100);
  private static final int TIMES = Integer.getInteger("times", 200);

  /** Looks at figures that are counted anew for each, every one after a {@link #PAUSE}. */
  private static final int ANEW = Integer.getInteger("anew", 10);

  /** The program keeps the last tally of an audience this large, for up to ten seconds. */
  private static final int LARGE = 10_000;

  private static final Duration PAUSE = Duration.ofSeconds(11);

  @Test
  void howMuchLongerAHundredTimesAsManyOpenBriefingsTakeToLookAt() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    try (var database = Database.of(settings, FOLDER);
        var mails = new MailSink();
        var program = Program.start(settings, database, mails, FOLDER)) {
      var organization = organization();
      var words =
          "%d managers with %d managers each, who have one report each".formatted(FEW, EACH);
      var clock = program.context().getBean(Clock.class);
      var report = new Report("views", organization.people(), words, settings, database, clock);
      // All but the launcher are the audience.
      var isKept = organization.people() - 1 >= LARGE;
      report.line(
          isKept
              ? "figures: the last tally, which the program keeps of an audience of %,d and more;"
                  + " counted anew: after a pause longer than it is kept for"
              : "figures: counted anew for each look, the audience being less than %,d",
          LARGE);
      organization.importInto(program.context().getBean(OrganizationImporter.class));
      var cascadeSteps =
          program.context().getAutowireCapableBeanFactory().createBean(CascadeSteps.class);
      try {
        var cascade = release(cascadeSteps);
        brief("top", cascadeSteps, program);
        awaitBriefings(FEW, program);
        // The first look of all is slow because nothing is compiled yet, not because of the few.
        look(program, cascade, "manager0", false);
        var few = look(program, cascade, "manager0", isKept);
        new Work("briefings").inParallel(8, FEW, i -> brief("manager" + i, cascadeSteps, program));
        awaitBriefings(FEW * EACH, program);
        var many = look(program, cascade, "manager0-0", isKept);
        assertThat(many.keySet()).isEqualTo(few.keySet());
        few.forEach((view, took) -> compare(report, view, took, many.get(view)));
      } finally {
        report.write(FOLDER);
      }
    }
  }

  /** Managers of two levels below one at the top, each of the second with one more below. */
  private static Company organization() {
    var company = new Company().add("top", null, "Board", "senior-officer");
    company.add("reviewer", "top", "Board", "communications");
    company.add("owner", "top", "Board", "process-owner");
    for (var i = 0; i < FEW; i++) {
      var manager = "manager" + i;
      company.add(manager, "top", "Department " + i % 20, "");
      for (var j = 0; j < EACH; j++) {
        var below = manager + "-" + j;
        company.add(below, manager, "Department " + j % 20, "");
        company.add(below + "-employee", below, "Department " + j % 20, "");
      }
    }
    return company;
  }

  private static long release(CascadeSteps cascadeSteps) {
    var instance = cascadeSteps.launch("top", CascadeSteps.memo());
    var cascade = cascadeSteps.cascadeId(instance);
    var task = cascadeSteps.task(instance, "reviewReach");
    cascadeSteps.complete("reviewer", task, "review", Map.of("decision", "release"));
    await().atMost(PATIENCE).until(() -> cascadeSteps.briefingOf("top").isPresent());
    return cascade;
  }

  private static void brief(String manager, CascadeSteps cascadeSteps, Program program) {
    var today = LocalDate.now(program.context().getBean(Clock.class)).toString();
    cascadeSteps.brief(manager, Map.of("heldOn", today, "present", List.of()));
  }

  private static void awaitBriefings(int open, Program program) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                program.count("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'briefTeam'")
                    == open);
  }

  /**
   * The pages of a manager with one briefing, and those of an administrator; measured after all
   * mails are out, so that no other work runs.
   */
  private static Map<String, Latencies> look(
      Program program, long cascade, String manager, boolean isAnew) {
    await()
        .atMost(PATIENCE)
        .until(() -> program.count("select count(*) from notice where state = 'NOT_SENT'") == 0);
    var views = new Views(program.address().toString(), Program.PASSWORD);
    var all = new TreeMap<String, Latencies>();
    all.put("figures", views.figures(cascade, "reviewer", TIMES));
    if (isAnew) {
      all.put("figures, counted anew", views.figures(cascade, "reviewer", ANEW, PAUSE));
    }
    Map.of("manager", manager, "reviewer", "reviewer", "process owner", "owner")
        .forEach(
            (who, id) ->
                views
                    .filters(id, TIMES)
                    .forEach((filter, took) -> all.put(who + ": " + filter, took)));
    return all;
  }

  private static void compare(Report report, String view, Latencies few, Latencies many) {
    report.put(view, "p95Few", few.percentile(95));
    report.put(view, "p95Many", many.percentile(95));
    report.put(view, "ratio", ratio(few, many));
    report.line(
        "%-30s%,9.1f ms%,9.1f ms%8.2f times%s (95th percentile; 50th: %,.1f, %,.1f ms)",
        view,
        few.percentile(95),
        many.percentile(95),
        ratio(few, many),
        ratio(few, many) > 2 ? ", too many" : "",
        few.percentile(50),
        many.percentile(50));
  }

  private static double ratio(Latencies few, Latencies many) {
    return many.percentile(95) / few.percentile(95);
  }
}
