package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * Measures one memo on its way through a whole organization, from the import of its people to the
 * review of the outcome, on the program as it runs in production. {@code target/benchmark} holds
 * what it found: {@code cascade.txt} for people, {@code cascade.json} for programs.
 */
@Tag("benchmark")
class CascadeBenchmark {

  private static final Path FOLDER = Path.of("target", "benchmark");

  @Test
  void aMemoReachesEveryoneAndEveryoneAnswers() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    WarmUp.run(settings, FOLDER, Comparison::warmUp);
    try (var database = Database.of(settings, FOLDER);
        var mails = new MailSink();
        var program = Program.start(settings, database, mails, FOLDER)) {
      var report = Report.ofCascade(settings, database, program.context().getBean(Clock.class));
      var measurement = new Measurement(program);
      var cascade = new MeasuredCascade(settings, program, mails, measurement);
      if (settings.nodes() > 1) {
        report.line("The second node is not warmed up before, only the first");
      }
      try {
        cascade.run(FOLDER);
        var truth = ResultCheck.of(cascade, program, mails, measurement);
        report.cascade(cascade, measurement.phases(), database.bytes(), truth);
        new Comparison(program, measurement, report).of(cascade, settings.nodes());
        assertThat(truth.untrue()).isEmpty();
        assertThat(measurement.failures()).isEmpty();
      } finally {
        report.phases(measurement.phases());
        report.write(FOLDER);
      }
    }
  }
}
