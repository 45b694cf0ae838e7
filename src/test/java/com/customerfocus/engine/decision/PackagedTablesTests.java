package com.customerfocus.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Capital letters are files that came with versions of the program, {@code u} was uploaded, {@code
 * x} came by other ways.
 */
class PackagedTablesTests {

  @ParameterizedTest(name = "{2}: after {0} a program with the table {1} deploys it: {3}")
  @CsvSource({
    "'',    A, the first start,                                       true",
    "A,     A, a restart or another node,                             false",
    "Au,    A, a restart after an upload,                             false",
    "uA,    A, a restart after a new program replaced an upload,      false",
    "Au,    B, a new program with a changed table,                    true",
    "A,     B, the same without an upload,                            true",
    "AB,    A, an older program is put back,                          true",
    "ABA,   B, the newer program comes again,                         true",
    "ABu,   A, an older node restarts after an upload,                false",
    "ABu,   B, a newer node restarts after an upload,                 false",
    "AuB,   A, an older program is put back after the upload is gone, true",
    "x,     A, an administrator deployed a table of this key before,  true",
    "Ax,    A, an administrator deployed one by the engine,           false",
  })
  void aTableThatWasUploadedStaysUntilTheProgramsOwnChanges(
      String deployed, String own, String story, boolean due) {
    var sources =
        Stream.of(deployed.split("")).filter(it -> !it.isEmpty()).map(PackagedTablesTests::source);
    assertThat(PackagedTables.isDue(sources.toList(), source(own))).as(story).isEqualTo(due);
  }

  private static String source(String letter) {
    return switch (letter) {
      case "x" -> null;
      case "u" -> DeployedTable.UPLOADED + letter;
      default -> DeployedTable.PACKAGED + letter;
    };
  }
}
