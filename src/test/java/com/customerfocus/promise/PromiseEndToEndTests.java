package com.customerfocus.promise;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.Tasklist;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A commitment from the briefing to its end, in Tasklist. */
class PromiseEndToEndTests extends EndToEndTest {

  private static final String ORGANIZATION =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Denver,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,es,Madrid,communications
      henry,Henry Ashdown,henry@new.example,olga,Customer Care,New Company,en,Toronto,
      tessa,Tessa Park,tessa@new.example,henry,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      """;

  private static final String CALL_BACK = "Every caller hears from us within a day";

  private final MovableClock clock;

  PromiseEndToEndTests(@Autowired CascadeSteps cascadeSteps, @Autowired MovableClock clock) {
    super(cascadeSteps);
    this.clock = clock;
  }

  @BeforeEach
  void aMemoHasReachedHenry(@Autowired OrganizationImporter importer) {
    Company.importFile(ORGANIZATION, importer);
    var memo = cascadeSteps.launch("olga", CascadeSteps.memo());
    awaitTask("Review the reach");
    cascadeSteps.complete(
        "carla", cascadeSteps.task(memo, "reviewReach"), "review", Map.of("decision", "release"));
    awaitTask("Brief the team");
    cascadeSteps.brief("olga", List.of("carla", "henry"));
    awaitTask("Brief the team");
  }

  @Test
  void aManagerPromisesIsAskedAgreesOnANewDateAndKeepsIt() {
    var henry = tasklist("henry");
    henry.open("Brief the team");
    date(henry, "When did you brief your team?", "02/03/2026");
    henry.write("Your commitments", CALL_BACK + "\nOne name on every letter");
    henry.write("One thing", "We know each customer by name");
    henry.press("Complete");
    assertThat(henry.message()).containsText("keep, merge or transform it.");
    henry.form().getByText("Select").first().click();
    henry.page().getByText("Keep it").click();
    henry.press("Complete");
    assertThat(henry.message().last()).containsText("Fill in the date by which it is promised.");
    date(henry, "By when?", "13/03/2026");
    henry.complete();
    awaitTask("Keep the promise: " + CALL_BACK);

    henry.page().reload();
    henry.open("Keep the promise: " + CALL_BACK);
    assertThat(henry.form().getByText("Olga Berg")).isVisible();
    henry.field("It is kept").check();

    clock.moveBy(Duration.ofDays(10));
    awaitTask("Tell them now: " + CALL_BACK);
    henry.page().reload();
    henry.open("Tell them now: " + CALL_BACK);
    henry.field("We have agreed on a new date").check();
    date(henry, "New date", "20/03/2026");
    henry.write("In your words", "Olga can wait for a week.");
    henry.complete();
    assertThat(text(mailTo("olga"))).contains("new date");
    awaitTask("Keep the promise: " + CALL_BACK);

    henry.page().reload();
    henry.open("Keep the promise: " + CALL_BACK);
    assertThat(henry.form().getByText("Olga can wait for a week.")).isVisible();
    henry.field("It is kept").check();
    henry.write("In your words", "98 of 100 callers hear from us within a day.");
    henry.complete();
    assertThat(cascadeSteps.count("select count(*) from promise where state = 'KEPT'")).isOne();

    clock.moveBy(Duration.ofDays(2));
    awaitTask("Review the broken promise");
    var olga = tasklist("olga");
    olga.open("Review the broken promise");
    olga.write("What happens now?", "We print the names from Monday on.");
    date(olga, "If the same is promised once more: by when?", "27/03/2026");
    olga.complete();
    awaitTask("Keep the promise: One name on every letter");
  }

  private static void date(Tasklist user, String label, String day) {
    user.write(label, day);
  }
}
