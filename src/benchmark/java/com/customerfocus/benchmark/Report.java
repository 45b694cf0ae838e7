package com.customerfocus.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run has shown: a table for people, JSON for programs. */
final class Report {

  private static final Logger LOG = LoggerFactory.getLogger(Report.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final double MEGABYTE = 1024 * 1024;

  private final String name;
  private final ObjectNode json = JSON.createObjectNode();
  private final StringBuilder text = new StringBuilder();

  /**
   * @param name of the files it is written to
   * @param people how many work there
   * @param organization in words, such as {@code every manager has 8 direct reports}
   */
  Report(
      String name,
      int people,
      String organization,
      Settings settings,
      Database database,
      Clock clock) {
    this.name = name;
    var heap = Runtime.getRuntime().maxMemory();
    var cores = Runtime.getRuntime().availableProcessors();
    var jvm = System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    var arguments = String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
    json.putObject("run")
        .put("date", OffsetDateTime.now(clock).toString())
        .put("people", people)
        .put("organization", organization)
        .put("database", database.words())
        .put("nodes", settings.nodes())
        .put("heap", heap)
        .put("cores", cores)
        .put("jvm", jvm)
        .put("arguments", arguments);
    line("%,d people: %s", people, organization);
    line("%s", database.words());
    line(
        "%d %s, %,.0f MB of heap each, %d cores for nodes, database and people together",
        settings.nodes(), settings.nodes() == 1 ? "node" : "nodes", heap / MEGABYTE, cores);
    line("%s %s", jvm, arguments);
  }

  /** Of the staff that was asked for. */
  static Report ofCascade(Settings settings, Database database, Clock clock) {
    var organization = settings.shape().words(settings.span());
    var report = new Report("cascade", settings.people(), organization, settings, database, clock);
    report
        .json
        .withObjectProperty("run")
        .put("span", settings.span())
        .put("shape", settings.shape().toString());
    return report;
  }

  /** A line of the text. */
  void line(String words, Object... values) {
    text.append(String.format(Locale.ENGLISH, words, values)).append('\n');
  }

  /** Something of the JSON: a record, a list of phases, a number. */
  void put(String key, Object value) {
    json.set(key, JSON.valueToTree(value));
  }

  /** One number of an object that other numbers may be in. */
  void put(String object, String key, double value) {
    putFinite(json.withObjectProperty(object), key, value);
  }

  /** JSON has no number for a division by zero: omitted. */
  private static void putFinite(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    }
  }

  void phases(List<Phase> phases) {
    var list = json.putArray("phases");
    line("");
    line(
        "%-14s%12s%10s%12s%12s%10s%10s%9s%9s%9s%9s",
        "phase",
        "people",
        "seconds",
        "people/s",
        "executions",
        "a person",
        "actions",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "heap MB");
    for (var phase : phases) {
      var node = list.addObject();
      node.put("name", phase.name());
      fill(node, phase);
      line(
          "%-14s%,12d%,10.1f%12s%,12d%10s%,10d%9s%9s%9s%,9.0f",
          phase.name(),
          phase.people(),
          phase.seconds(),
          figure("%,.1f", phase.peopleASecond()),
          phase.executions(),
          figure("%.2f", phase.executionsAPerson()),
          phase.actions().count(),
          figure("%,.1f", phase.actions().percentile(50)),
          figure("%,.1f", phase.actions().percentile(95)),
          figure("%,.1f", phase.actions().percentile(99)),
          phase.peakHeap() / MEGABYTE);
    }
    line("");
  }

  /** A dash for a division by zero. */
  private static String figure(String format, double figure) {
    return Double.isFinite(figure) ? String.format(Locale.ENGLISH, format, figure) : "-";
  }

  /**
   * What the whole run says beside its phases.
   *
   * @param bytes what the database takes on the disk
   */
  void cascade(MeasuredCascade cascade, List<Phase> phases, long bytes, ResultCheck resultCheck) {
    var people = cascade.staff().people();
    put("briefings", cascade.briefings());
    put("acknowledgements", cascade.acknowledgements());
    put("databaseBytes", bytes);
    put("bytesPerPerson", bytes / people);
    line("%,d bytes of database a person", bytes / people);
    if (cascade.isComplete()) {
      var executions =
          phases.stream()
              .filter(it -> !it.name().equals(MeasuredCascade.IMPORT))
              .mapToLong(Phase::executions)
              .sum();
      var each = (double) executions / cascade.staff().audience();
      json.put("executionsPerPerson", each);
      line("%.2f JDBC executions a person from launch to close, mails and figures included", each);
    } else {
      line(
          "%,d of %,d managers briefed, %,d of %,d employees answered: so there was no close",
          cascade.briefings(),
          cascade.staff().managers(),
          cascade.acknowledgements(),
          people - cascade.staff().managers());
    }
    latencies("figures", "Figures while people briefed and answered", cascade.figures());
    put("mails", cascade.mails());
    line(
        "Mails: %,d in %,.1f s from the first briefing to the last mail, %,.1f a second over all of"
            + " that; %,d of them while managers briefed",
        cascade.mails().count(),
        cascade.mails().seconds(),
        cascade.mails().aSecondFromFirstBriefing(),
        cascade.mails().whileReaching());
    put("checks", resultCheck.checks());
    resultCheck
        .checks()
        .forEach(
            it ->
                line(
                    "%s: %,d of %,d %s",
                    it.holds() ? "true" : "UNTRUE", it.found(), it.expected(), it.what()));
    for (var phase : List.of(cascade.release(), cascade.reach(), cascade.acknowledge())) {
      put(phase.name(), "peopleASecond", phase.peopleASecond());
    }
  }

  private static void fill(ObjectNode node, Phase phase) {
    node.put("people", phase.people())
        .put("seconds", phase.seconds())
        .put("executions", phase.executions())
        .put("peakHeap", phase.peakHeap());
    putFinite(node, "peopleASecond", phase.peopleASecond());
    putFinite(node, "executionsAPerson", phase.executionsAPerson());
    fill(node, phase.actions());
  }

  private static void fill(ObjectNode node, Latencies latencies) {
    node.put("actions", latencies.count());
    if (latencies.count() > 0) {
      node.put("p50", latencies.percentile(50))
          .put("p95", latencies.percentile(95))
          .put("p99", latencies.percentile(99))
          .put("longest", latencies.percentile(100));
    }
  }

  /** Milliseconds of single actions beside the phases. */
  void latencies(String key, String words, Latencies latencies) {
    fill(json.putObject(key), latencies);
    line(
        "%s: %,d times, %,.1f / %,.1f / %,.1f ms (50 / 95 / 99 %%)",
        words,
        latencies.count(),
        latencies.percentile(50),
        latencies.percentile(95),
        latencies.percentile(99));
  }

  /** Writes both into the folder, and the text on the log. */
  void write(Path folder) throws IOException {
    Files.writeString(folder.resolve(name + ".txt"), text);
    JSON.writeValue(folder.resolve(name + ".json").toFile(), json);
    LOG.info("\n{}", text);
  }
}
