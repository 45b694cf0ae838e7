package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.SeparateProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, with the heap of a small machine, takes in a large company. */
@Tag("own-program")
class HundredThousandPeopleTests {

  private static final int PEOPLE = 100_000;

  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void areImportedWithinHalfAGigabyte() throws Exception {
    var log = new ArrayList<String>();
    var program = start(largeCompany());
    try (var lines = program.inputReader()) {
      String line;
      while ((line = lines.readLine()) != null) {
        log.add(line);
        if (line.contains("Organization of")) {
          break;
        }
      }
    } finally {
      program.destroyForcibly().waitFor();
    }
    assertThat(log)
        .last()
        .asString()
        .as(String.join("\n", log))
        .endsWith("100000 people, 100000 joiners, 0 leavers, 0 moves");
  }

  private Path largeCompany() throws IOException {
    var file = folder.resolve("people.csv");
    try (var csv = Files.newBufferedWriter(file)) {
      csv.write("employee id,name,mail,manager,department,heritage company,language,site,roles\n");
      csv.write("p0,Top Person,top@large.example,,Dept 0,Norte,en,Madrid,senior-officer\n");
      for (var i = 1; i < PEOPLE; i++) {
        csv.write(
            "p%d,Person Number %d,p%d@large.example,p%d,Dept %d,%s,en,Site %d,\n"
                .formatted(i, i, i, (i - 1) / 8, i % 40, i % 2 == 0 ? "Norte" : "Sur", i % 100));
      }
    }
    return file;
  }

  private Process start(Path file) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    command.addAll(SeparateProgram.fastStart());
    command.addAll(
        List.of(
            "com.customerfocus.CustomerFocusApplication",
            "--server.port=0",
            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("database"),
            "--camunda.bpm.job-execution.enabled=false",
            "--customer-focus.administrator.id=admin",
            "--customer-focus.administrator.password=tulips under a bridge",
            "--customer-focus.organization.handoff-departments=Dept 0,Dept 1,Dept 2",
            "--customer-focus.organization.file=file:" + file));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
