package com.customerfocus.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.Department;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long departments usually take, for few departments and for many. */
@CustomerFocusTest
class UsualAnswersTests {

  private final UsualAnswers usual;
  private final CountedDatabase database;

  @Autowired
  UsualAnswersTests(UsualAnswers usual, CountedDatabase database) {
    this.usual = usual;
    this.database = database;
  }

  @Test
  void moreDepartmentsNeedNoMoreStatements() {
    var two = executions(2);

    assertThat(executions(4)).hasSameSizeAs(two);
    assertThat(executions(50)).hasSameSizeAs(two);
    assertThat(two).hasSize(2).allMatch(it -> it.stripLeading().toLowerCase().startsWith("select"));
  }

  private List<String> executions(int departments) {
    var asked =
        IntStream.range(0, departments)
            .mapToObj(i -> new Department("d" + i, "Department " + i, null))
            .toList();
    // The engine reads the table itself when it is asked for the first time.
    usual.of(asked);
    database.startCounting();
    var words = usual.of(asked);
    var executions = database.executions();
    assertThat(words.keySet())
        .containsExactlyElementsOf(asked.stream().map(Department::id).toList());
    return executions;
  }
}
