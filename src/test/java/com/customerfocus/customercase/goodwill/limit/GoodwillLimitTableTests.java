package com.customerfocus.customercase.goodwill.limit;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of goodwill by the table that comes with the program. */
class GoodwillLimitTableTests {

  private static String xml() throws Exception {
    return Files.readString(Path.of("processes", "goodwill-limit.dmn"));
  }

  @ParameterizedTest(name = "{0}, {1}: case {2}, customer {3}, day {4}")
  @CsvSource({
    "FRONT_LINE,     ,       50,   75,  250",
    "FRONT_LINE,     silver, 50,   75,  250",
    "FRONT_LINE,     gold,  100,  150,  500",
    "MANAGER,        ,      200,  300, 1000",
    "MANAGER,        gold,  200,  300, 1000",
    "SENIOR_OFFICER, gold,  500, 1000, 5000",
  })
  void theFirstRowThatFitsHolds(
      String role, String tier, String perCase, String perCustomer, String perDay)
      throws Exception {
    var table = DecisionTables.read(xml());
    var values = new HashMap<String, String>();
    values.put(GoodwillLimitTable.ROLE, role);
    values.put(GoodwillLimitTable.CUSTOMER_TIER, tier);

    var row = table.decide(values).orElseThrow();

    assertThat(table.output(row, GoodwillLimitTable.PER_CASE)).isEqualTo(perCase);
    assertThat(table.output(row, GoodwillLimitTable.PER_CUSTOMER)).isEqualTo(perCustomer);
    assertThat(table.output(row, GoodwillLimitTable.PER_PERSON_AND_DAY)).isEqualTo(perDay);
  }

  @Test
  void theTableThatComesWithTheProgramMayBeUploaded() throws Exception {
    assertThat(TableRules.faults(DecisionTables.read(xml()), new GoodwillLimitTable())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"50,-50", "75,75 EUR", "250,2.505"})
  void whatIsNoAmountIsRefused(String right, String wrong) throws Exception {
    var table =
        DecisionTables.read(xml().replace("\"%s\"".formatted(right), "\"%s\"".formatted(wrong)));

    assertThat(TableRules.faults(table, new GoodwillLimitTable())).isNotEmpty();
  }

  @Test
  void aRowThatIsNeverReachedIsRefused() throws Exception {
    // The third row fits all then, so that the last one is never reached.
    var table =
        DecisionTables.read(
            xml()
                .replaceAll(
                    "(<inputEntry id=\"goldTierEntry\">\\s*<text>)\"gold\"(</text>)", "$1$2"));

    assertThat(TableRules.faults(table, new GoodwillLimitTable()))
        .extracting(it -> it.getDefaultMessage())
        .contains("refusal.table.unreachable");
  }

  @Test
  void theFirstHitCountsAndTheLastRowIsForAllOthers() throws Exception {
    assertThat(xml()).contains("hitPolicy=\"FIRST\"");
    var table = DecisionTables.read(xml().replaceAll("(?s)<rule id=\"allOthers\">.*?</rule>", ""));

    assertThat(TableRules.faults(table, new GoodwillLimitTable()))
        .extracting(it -> it.getDefaultMessage())
        .contains("refusal.table.no-default");
  }
}
