package com.customerfocus.organization.absence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager goes away and comes back, in Tasklist. It is 2 March 2026. */
class AbsenceEndToEndTests extends EndToEndTest {

  private static final String ORGANIZATION =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Denver,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,es,Madrid,communications
      henry,Henry Ashdown,henry@new.example,olga,Customer Care,New Company,en,Toronto,
      tessa,Tessa <b>Park</b>,tessa@new.example,olga,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      dan,Dan Oduya,dan@new.example,henry,Customer Care,New Company,en,Toronto,
      """;

  private static final String ABSENCE = "An absence: tasks go to a deputy meanwhile";
  private static final String RETURN = "A return: back early, or not going away after all";
  private static final String CHANGE = "Change or end the absence";

  AbsenceEndToEndTests(@Autowired CascadeSteps cascadeSteps) {
    super(cascadeSteps);
  }

  @BeforeEach
  void anOrganization(@Autowired OrganizationImporter importer) {
    Company.importFile(ORGANIZATION, importer);
  }

  @Test
  void theDeputyDoesTheTasksDuringTheAbsence() {
    var henry = tasklist("henry");
    henry.launch("Absence");
    henry.field(RETURN).check();
    assertThat(henry.field("First day")).hasCount(0);
    henry.field(ABSENCE).check();
    henry.write("First day", "02/03/2026");
    henry.write("Last day", "12/03/2026");
    henry.write("Deputy", "park");
    henry.press("Start");
    assertThat(henry.message().first()).containsText("The process has been started.");

    henry.page().reload();
    henry.open("Correct the absence");
    assertThat(row(henry, "Deputy"))
        .containsText(
            "Nobody is called exactly \"park\": type the employee id, which stands in brackets"
                + " here: Tessa <b>Park</b> (tessa).");
    assertThat(henry.field("Last day")).hasValue("12/03/2026");
    henry.write("Deputy", "tessa");
    henry.complete();

    henry.page().reload();
    henry.open(CHANGE + ": Henry Ashdown, 2 to 12 March 2026");
    assertThat(henry.form()).containsText("New tasks and those still open go to Tessa <b>Park</b>");

    aMemoComesDown();

    var tessa = tasklist("tessa");
    tessa.open("Brief the team: The customer comes first (for Henry Ashdown)");
    assertThat(tessa.field("Dan Oduya")).isChecked();
    tessa.page().getByText("Description", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(tessa.page().locator("body"))
        .containsText("Henry Ashdown is away until 12 March 2026; you are the deputy.");

    henry.page().reload();
    henry.choose("Others do for me");
    henry.open("Brief the team: The customer comes first (for Henry Ashdown)");
    assertThat(henry.form()).containsText("Your briefing");

    henry.choose("My tasks");
    henry.open(CHANGE);
    henry.field("End it: back early, or not going away after all").check();
    henry.complete();
    henry.showsNoTask();
  }

  private void aMemoComesDown() {
    var memo = cascadeSteps.launch("olga", CascadeSteps.memo());
    cascadeSteps.complete(
        "carla", cascadeSteps.task(memo, "reviewReach"), "review", Map.of("decision", "release"));
    awaitTask("Brief the team");
    cascadeSteps.brief("olga", List.of("henry", "tessa", "carla"));
    await().atMost(PATIENCE).until(() -> cascadeSteps.managersToBrief().size() == 2);
  }

  private static Locator row(Tasklist tasklist, String name) {
    return tasklist
        .form()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(name));
  }
}
