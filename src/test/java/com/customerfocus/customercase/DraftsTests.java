package com.customerfocus.customercase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person saves in Tasklist without completing is theirs, also on a desk that two share. */
class DraftsTests extends EndToEndTest {

  private static final String TASK = "Stay with the customer: Luz Mar, My bill is wrong";

  private static final String SECRET = "Luz is ill, call her sister.";

  private final CaseSteps steps;
  private final TaskService tasks;

  @Autowired
  DraftsTests(CascadeSteps cascadeSteps, CaseSteps steps, TaskService tasks) {
    super(cascadeSteps);
    this.steps = steps;
    this.tasks = tasks;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer, @Autowired JdbcTemplate rows) {
    CaseSteps.people(importer, rows);
  }

  @Test
  void noLoginSeesTheDraftOfTheOneBefore() {
    var opened = steps.opened();
    var desk = window().newPage();
    var oscar = new Tasklist(desk, ADDRESS, "oscar");
    oscar.choose("Next news due");
    oscar.open(TASK);
    oscar.field("Send news by mail").check();
    oscar.write("What you tell the customer", SECRET);
    oscar.press("Save");
    desk.waitForCondition(() -> stored(desk).contains(SECRET));

    desk.reload();
    oscar.choose("Next news due");
    oscar.open(TASK);
    assertThat(oscar.field("What you tell the customer")).hasValue(SECRET);
    assertThat(oscar.field("Write a note for us alone")).isVisible();

    tasks.setAssignee(steps.task(opened, "stayWithCustomer").getId(), "olga");
    desk.context().clearCookies();
    var olga = new Tasklist(desk, ADDRESS, "olga");
    assertThat(stored(desk)).doesNotContain(SECRET);
    olga.choose("My tasks");
    olga.open(TASK);
    olga.field("Send news by mail").check();
    assertThat(olga.field("What you tell the customer")).hasValue("");
    assertThat(stored(desk)).doesNotContain(SECRET);
  }

  private static String stored(Page desk) {
    return String.valueOf(desk.evaluate("() => JSON.stringify(localStorage)"));
  }
}
