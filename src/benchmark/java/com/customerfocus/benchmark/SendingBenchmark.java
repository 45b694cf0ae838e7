package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.notice.NoticeSender;
import com.customerfocus.notice.Senders;
import com.customerfocus.notice.smtp.BareSending;
import com.customerfocus.notice.smtp.MailServer;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Measures how many mails one node sends in a second to a server that takes 5 ms for each answer:
 * over as many connections as the program opens, over one, and the mail library alone over as many,
 * in turn. {@code target/sending} holds what it found: {@code sending.txt} and {@code
 * sending.json}. Fewer than 250 a second are marked, and fail nothing.
 */
@Tag("benchmark")
class SendingBenchmark {

  private static final Path FOLDER = Path.of("target", "sending");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int MAILS = Integer.getInteger("mails", 1_000);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final int ANSWER = Integer.getInteger("answer", 5);
  private static final int WANTED = 250;

  /** The HTML of a mail about a memo is as long. */
  private static final String HTML = "<p>%s</p>".formatted("All that a memo says. ".repeat(400));

  private interface Sending {
    void send() throws Exception;
  }

  @Test
  void howManyMailsANodeSendsToAServerThatTakesFiveMillisecondsAnAnswer() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    try (var database = Database.of(settings, FOLDER);
        var mails = new MailSink(Duration.ofMillis(ANSWER));
        var program =
            Program.start(
                settings,
                database,
                mails,
                FOLDER,
                "customer-focus.notices.send-in-background=false",
                "customer-focus.incoming.reply-address=reply@focus.example")) {
      var beans = program.context();
      var words = "one manager with %,d direct reports".formatted(MAILS);
      var report =
          new Report("sending", MAILS, words, settings, database, beans.getBean(Clock.class));
      recordNotices(program);
      var most = Senders.connections(beans);
      var ours = beans.getBean(NoticeSender.class);
      var single = Senders.overConnections(1, beans);
      var server = beans.getBean(MailServer.class);
      var ways = new LinkedHashMap<String, Sending>();
      ways.put("ours", ours::sendDue);
      ways.put("one connection", single::sendDue);
      ways.put("mail library alone", () -> BareSending.send(server, most, MAILS, HTML));
      // Until what happens for each mail is compiled.
      measure(ours::sendDue, mails, program);
      measure(ours::sendDue, mails, program);
      report.line(
          "%d connections; a server that takes %d ms an answer, %,d mails", most, ANSWER, MAILS);
      for (var way : measure(ways, mails, program).entrySet()) {
        var each = way.getValue().stream().sorted().toList();
        var median = each.get(each.size() / 2);
        report.put(way.getKey(), "mailsASecond", median);
        report.line(
            "%-20s%,8.0f mails a second (%,.0f to %,.0f)%s",
            way.getKey(),
            median,
            each.get(0),
            each.get(each.size() - 1),
            way.getKey().equals("ours") && median < WANTED ? ", too few" : "");
      }
      report.write(FOLDER);
    }
  }

  private static Map<String, List<Double>> measure(
      Map<String, Sending> ways, MailSink mails, Program program) throws Exception {
    var all = new LinkedHashMap<String, List<Double>>();
    for (var round = 0; round < ROUNDS; round++) {
      for (var way : ways.entrySet()) {
        all.computeIfAbsent(way.getKey(), it -> new ArrayList<>())
            .add(measure(way.getValue(), mails, program));
      }
    }
    return all;
  }

  /** Sends each mail once more. */
  private static double measure(Sending way, MailSink mails, Program program) throws Exception {
    program
        .aside()
        .update(
            "update notice set state = 'NOT_SENT', tries = 0, sent_at = null,"
                + " next_try_at = created_at where kind = 'memo-arrived'");
    var before = mails.taken();
    var start = System.nanoTime();
    way.send();
    var seconds = (System.nanoTime() - start) / 1e9;
    assertThat(mails.taken() - before).isEqualTo(MAILS);
    return MAILS / seconds;
  }

  /** By a memo that a manager passes on to all direct reports. */
  private static void recordNotices(Program program) {
    var company = new Company().add("top", null, "Board", "senior-officer");
    company.add("reviewer", "top", "Board", "communications");
    for (var i = 1; i < MAILS; i++) {
      company.add("employee" + i, "top", "Department " + i % 20, "");
    }
    company.importInto(program.context().getBean(OrganizationImporter.class));
    var steps = program.context().getAutowireCapableBeanFactory().createBean(CascadeSteps.class);
    var instance = steps.launch("top", CascadeSteps.memo());
    var task = steps.task(instance, "reviewReach");
    steps.complete("reviewer", task, "review", Map.of("decision", "release"));
    await().atMost(PATIENCE).until(() -> steps.briefingOf("top").isPresent());
    // What was told of before is not measured.
    program.aside().update("update notice set state = 'LAPSED'");
    var today = LocalDate.now(program.context().getBean(Clock.class)).toString();
    steps.brief("top", Map.of("heldOn", today, "present", List.of()));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                program.count("select count(*) from notice where kind = 'memo-arrived'") == MAILS);
  }
}
