package com.customerfocus.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Violations that {@link Table} finds in careless decision tables. */
class TableTests {

  private static final Table LUNCH_PRICE =
      Table.in(Path.of("src/test/resources/models")).stream()
          .filter(table -> table.id().equals("lunch-price"))
          .map(table -> new Table(table.fileName(), table.xml().replace("P1D", "P365D")))
          .findFirst()
          .orElseThrow();

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          id="lunch-price" | id="dinner-price" | The id of the decision is dinner-price; it must be lunch-price.
          P365D | P1D | lunch-price has no camunda:historyTimeToLive="P365D"
          dmnElementRef="lunch-price" | dmnElementRef="other" | lunch-price has no drawing
          not("fish") | - | Row 3 ("All others") is never reached: rows up to 2 fit all that it fits. Move it up, or delete it.
          "No fish" | "Large soup" | Row 2 has the same name as row 1: "Large soup". Give each row its own.
          <text></text> | <text>"x"</text> | The last row must fit all: leave its inputs empty.
          "FIRST" | "ANY" | The hit policy must be First: the first row that fits counts.
          """)
  void whatDepartsFromTheConventionsIsFound(String passage, String replacement, String fault) {
    assertThat(LUNCH_PRICE.xml()).contains(passage);
    var faulty = new Table(LUNCH_PRICE.fileName(), LUNCH_PRICE.xml().replace(passage, replacement));
    assertThat(faulty.faults()).contains(fault);
  }

  @Test
  void aTidyTableHasNoFault() {
    assertThat(LUNCH_PRICE.faults()).isEmpty();
  }
}
