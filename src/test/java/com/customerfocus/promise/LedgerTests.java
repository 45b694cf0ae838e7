package com.customerfocus.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The ledger of promises is append-only. */
class LedgerTests {

  private static final Pattern CHANGE =
      Pattern.compile(
          "(update|delete\\s+from|truncate\\s+table|merge\\s+into)\\s+promise_event"
              + "|delete\\s+from\\s+promise\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void noStatementOfTheProgramChangesOrDeletesWhatHappenedToAPromise() throws IOException {
    var changes = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/main"))) {
      for (var file : files.filter(it -> it.toString().matches(".*\\.(java|sql)")).toList()) {
        CHANGE
            .matcher(Files.readString(file))
            .results()
            .forEach(found -> changes.add(file + ": " + found.group()));
      }
    }
    assertThat(changes).isEmpty();
  }
}
