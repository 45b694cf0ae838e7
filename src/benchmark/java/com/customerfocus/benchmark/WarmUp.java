package com.customerfocus.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A node that has run for days has compiled what it does often. So a small memo goes first, on a
 * program and a database of its own. It warms this JVM only: a second node in a process of its own
 * begins cold.
 */
final class WarmUp {

  private WarmUp() {}

  /** What else is to be done on that program. */
  interface More {
    void perform(Program program) throws Exception;
  }

  /**
   * @param settings of what is to be measured afterwards
   * @param folder where a folder of its own is made
   */
  static void run(Settings settings, Path folder, More more) throws Exception {
    var small = settings.forWarmUp();
    var files = Files.createDirectories(folder.resolve("warm-up"));
    try (var database = Database.of(small, files);
        var mails = new MailSink();
        var program = Program.start(small, database, mails, files)) {
      new MeasuredCascade(small, program, mails, Measurement.ofWarmUp(program)).run(files);
      more.perform(program);
    }
  }
}
