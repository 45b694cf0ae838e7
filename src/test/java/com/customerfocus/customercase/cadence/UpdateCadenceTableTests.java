package com.customerfocus.customercase.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How soon a customer hears from us by the table that comes with the program. */
class UpdateCadenceTableTests {

  private static String xml() throws Exception {
    return Files.readString(Path.of("processes", "update-cadence.dmn"));
  }

  @ParameterizedTest(name = "{0}, {1}: news {2}, answer {3}, find out {4}")
  @CsvSource({
    ",       NORMAL, 2 d, 1 d, 2 d",
    "silver, NORMAL, 2 d, 1 d, 2 d",
    "gold,   NORMAL, 1 d, 4 h, 1 d",
    ",       HIGH,   1 d, 4 h, 1 d",
    "gold,   HIGH,   4 h, 2 h, 4 h",
    ",       URGENT, 4 h, 1 h, 4 h",
    "gold,   URGENT, 4 h, 1 h, 4 h",
  })
  void theFirstRowThatFitsHolds(
      String tier, String priority, String cadence, String answer, String findOut)
      throws Exception {
    var table = DecisionTables.read(xml());
    var values = new HashMap<String, String>();
    values.put(UpdateCadenceTable.CUSTOMER_TIER, tier);
    values.put(UpdateCadenceTable.PRIORITY, priority);

    var row = table.decide(values).orElseThrow();

    assertThat(table.output(row, UpdateCadenceTable.CADENCE)).isEqualTo(cadence);
    assertThat(table.output(row, UpdateCadenceTable.TIME_TO_ANSWER)).isEqualTo(answer);
    assertThat(table.output(row, UpdateCadenceTable.TIME_TO_FIND_OUT)).isEqualTo(findOut);
  }

  @Test
  void theTableThatComesWithTheProgramMayBeUploaded() throws Exception {
    assertThat(TableRules.faults(DecisionTables.read(xml()), new UpdateCadenceTable())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2 d,2 days", "1 d,0 d", "4 h,-4 h"})
  void whatIsNoWorkingTimeIsRefused(String right, String wrong) throws Exception {
    var table =
        DecisionTables.read(xml().replace("\"%s\"".formatted(right), "\"%s\"".formatted(wrong)));

    assertThat(TableRules.faults(table, new UpdateCadenceTable())).isNotEmpty();
  }
}
