package com.customerfocus.handoff.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableRules;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.DepartmentId;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.support.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table that comes with the program, in the organization of the demo. */
class HandoffClocksTableTests {

  private static final Path FILE = Path.of("processes/handoff-clocks.dmn");

  @Test
  void theTableFitsTheDemo() throws IOException {
    assertThat(faults(Files.readString(FILE))).isEmpty();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          <text>"marketing"</text> | <text>"catering"</text> | Row 12, column Partner department: There is no department with the id "catering".
          <text>"30 min"</text> | <text>"half an hour"</text> | Row 1, column Time to own: "half an hour" is no working time: write 30 min, 4 h or 2 d.
          <text>"URGENT"</text> | <text>"Urgent"</text> | Row 1, column Priority: "Urgent" is none of NORMAL, HIGH, URGENT.
          """)
  void whatIsWrongWithAValueIsSaidByRowAndColumn(String passage, String other, String message)
      throws IOException {
    var faults = faults(Files.readString(FILE).replace(passage, other));
    assertThat(faults).first().isEqualTo(message);
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "billing, URGENT, gold, 'Billing, urgent', 30 min",
        "billing, HIGH, gold, 'Billing, gold customer', 1 h",
        "billing, NORMAL, -, Billing, 3 h",
        "sales, URGENT, -, 'Customer Care or Sales, urgent', 30 min",
        "human-resources, URGENT, -, Urgent, 1 h",
        "human-resources, NORMAL, gold, Gold customer, 2 h",
        "human-resources, NORMAL, -, All others, 4 h",
      })
  void theFirstRowThatFitsCounts(
      String department, String priority, String tier, String row, String timeToOwn)
      throws IOException {
    var table = DecisionTables.read(Files.readString(FILE));
    var values = new HashMap<String, String>();
    values.put(HandoffClocksTable.PARTNER_DEPARTMENT, department);
    values.put(HandoffClocksTable.PRIORITY, priority);
    values.put(HandoffClocksTable.CUSTOMER_TIER, tier);
    var found = table.decide(values).orElseThrow();
    assertThat(table.output(found, DecisionTable.ROW)).isEqualTo(row);
    assertThat(table.output(found, HandoffClocksTable.TIME_TO_OWN)).isEqualTo(timeToOwn);
  }

  private static List<String> faults(String xml) throws IOException {
    var organization = mock(OrganizationService.class);
    var departments = demoDepartments();
    when(organization.departments()).thenReturn(departments);
    return TableRules.faults(DecisionTables.read(xml), new HandoffClocksTable(organization))
        .stream()
        .map(Sentence::inEnglish)
        .toList();
  }

  private static List<Department> demoDepartments() throws IOException {
    return Files.readAllLines(Path.of("src/main/resources/demo/organization.csv")).stream()
        .skip(1)
        .map(line -> line.split(",")[4])
        .distinct()
        .map(name -> new Department(DepartmentId.of(name), name, null))
        .toList();
  }
}
