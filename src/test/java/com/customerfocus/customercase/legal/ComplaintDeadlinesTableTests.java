package com.customerfocus.customercase.legal;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableRules;
import com.customerfocus.engine.decision.ValueSet;
import com.customerfocus.support.Sentence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the law demands by the table that comes with the program. */
class ComplaintDeadlinesTableTests {

  private static String xml() throws Exception {
    return Files.readString(Path.of("processes", "complaint-deadlines.dmn"));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}, {4}")
  @CsvSource({
    "GB, financial, COMPLAINT, 3 business days, 8 weeks, no",
    "GB, financial, BILLING, none, none, no",
    "GB, retail, COMPLAINT, none, none, no",
    "ES, retail, COMPLAINT, none, 15 business days, yes",
    "ES, , INFORMATION, none, 15 business days, yes",
    "FR, financial, COMPLAINT, none, none, no",
  })
  void theFirstRowThatFitsHolds(
      String country, String sector, String kind, String early, String last, String reference)
      throws Exception {
    var table = DecisionTables.read(xml());
    var values = new HashMap<String, String>();
    values.put(ComplaintDeadlinesTable.COUNTRY, country);
    values.put(ComplaintDeadlinesTable.SECTOR, sector);
    values.put(ComplaintDeadlinesTable.CASE_KIND, kind);

    var row = table.decide(values).orElseThrow();

    assertThat(table.output(row, ComplaintDeadlinesTable.EARLY_WITHIN)).isEqualTo(early);
    assertThat(table.output(row, ComplaintDeadlinesTable.FINAL_WITHIN)).isEqualTo(last);
    assertThat(table.output(row, ComplaintDeadlinesTable.REFERENCE)).isEqualTo(reference);
    assertThat(table.output(row, ComplaintDeadlinesTable.SAME_LANGUAGE)).isEqualTo(reference);
  }

  @Test
  void theTableThatComesWithTheProgramMayBeUploaded() throws Exception {
    assertThat(TableRules.faults(DecisionTables.read(xml()), new ComplaintDeadlinesTable()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"3 business days,3 days", "8 weeks,0 weeks", "yes,perhaps"})
  void whatIsNoPeriodOrDutyIsRefused(String right, String wrong) throws Exception {
    var table =
        DecisionTables.read(xml().replace("\"%s\"".formatted(right), "\"%s\"".formatted(wrong)));

    assertThat(TableRules.faults(table, new ComplaintDeadlinesTable())).isNotEmpty();
  }

  @Test
  void aRowThatNoCaseReachesIsFound() throws Exception {
    // The row of Spain comes first, then, and holds for all countries.
    var table = DecisionTables.read(xml().replace("<text>\"ES\"</text>", "<text></text>"));

    assertThat(TableRules.faults(table, new ComplaintDeadlinesTable()))
        .extracting(Sentence::inEnglish)
        .anyMatch(it -> it.contains("never"));
  }

  @Test
  void theLastRowIsForAllOthersAndTheFirstThatFitsHolds() throws Exception {
    var table = DecisionTables.read(xml());
    var last = table.rows().get(table.rows().size() - 1);

    assertThat(xml()).contains("hitPolicy=\"FIRST\"");
    assertThat(last.inputs()).allMatch(ValueSet.ANY::equals);
    assertThat(table.output(last, ComplaintDeadlinesTable.EARLY_WITHIN))
        .isEqualTo(ComplaintDeadlinesTable.NONE);
  }
}
