package com.customerfocus.cascade.reminder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** From a briefing with absent people to the manager's follow-up. */
class FollowUpEndToEndTests extends EndToEndTest {

  private final ReminderSteps reminderSteps;

  FollowUpEndToEndTests(
      @Autowired CascadeSteps cascadeSteps, @Autowired ReminderSteps reminderSteps) {
    super(cascadeSteps);
    this.reminderSteps = reminderSteps;
  }

  @BeforeEach
  void aTeam(@Autowired OrganizationImporter importer) {
    new Company()
        .add("olga", "Olga Berg", null, "Head Office", "en", "senior-officer")
        .add("carla", "Carla Núñez", "olga", "Marketing", "es", "communications")
        .add("dan", "Dan Oduya", "olga", "Marketing", "en", "")
        .add("ed", "Ed Larsen", "olga", "Customer Care", "en", "")
        .add("sofia", "Sofía Ibáñez", "olga", "Customer Care", "es", "")
        .importInto(importer);
  }

  @Test
  void aReaderWhoDoesNotAnswerIsRemindedAndThenFollowedUpByTheManager() {
    var cascade = release();
    awaitTask("Brief the team");
    var olga = tasklist("olga");
    olga.open("Brief the team");
    briefWithoutThree(olga);
    mailTo("ed");
    assertThat(cascadeSteps.stateOf(cascade, "dan")).isEqualTo("EXCUSED");

    for (var days : new int[] {-2, 0, 3}) {
      reminderSteps.moveToDaysFromDueDate("olga", days);
      awaitReminders(days == -2 ? 2 : days == 0 ? 4 : 6);
    }
    reminderSteps.moveToDaysFromDueDate("olga", 4);
    awaitTask("Follow up the team");

    olga.page().reload();
    olga.open("Follow up the team");
    assertThat(olga.form()).containsText("Sofía Ibáñez");
    assertThat(olga.form()).containsText("3, the last one on ");
    assertThat(olga.form()).not().containsText("Dan Oduya");
    olga.form().getByLabel("Ed Larsen").first().check();
    olga.form().getByLabel("Sofía Ibáñez").last().check();
    olga.press("Complete");
    assertThat(olga.message())
        .containsText("Say why you excuse people: the reason is shown in the report.");
    olga.write("Why are they excused?", "On parental leave until June");
    olga.complete();

    await().atMost(PATIENCE).until(() -> cascadeSteps.stateOf(cascade, "ed").equals("BRIEFED"));
    assertThat(cascadeSteps.stateOf(cascade, "sofia")).isEqualTo("EXCUSED");
    awaitTask("Review the outcome");
    var page = window().newPage();
    page.navigate(linkIn(mailTo("sofia")));
    assertThat(page.locator("main")).containsText("No hace falta que confirmes este comunicado.");
  }

  private void briefWithoutThree(Tasklist olga) {
    olga.write("When did you brief your team?", "02/03/2026");
    for (var person : new String[] {"Dan Oduya", "Ed Larsen", "Sofía Ibáñez"}) {
      olga.field(person).uncheck();
    }
    assertThat(olga.field("Why are they excused?")).hasCount(0);
    olga.field("Some of the team are excused").check();
    assertThat(olga.form().getByLabel("Carla Núñez")).hasCount(1);
    olga.form().getByLabel("Dan Oduya").last().check();
    olga.write("Why are they excused?", "On sabbatical until May");
    olga.complete();
  }

  private long release() {
    var instance = cascadeSteps.launch("olga", CascadeSteps.memo());
    awaitTask("Review the reach and release");
    cascadeSteps.complete(
        "carla",
        cascadeSteps.task(instance, "reviewReach"),
        "review",
        Map.of("decision", "release"));
    return cascadeSteps.cascadeId(instance);
  }

  private void awaitReminders(int count) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                cascadeSteps.count("select count(*) from notice where kind = 'memo-reminder'")
                    == count);
  }
}
