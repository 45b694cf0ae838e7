package com.customerfocus.organization.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator imports another organization while a memo is on its way, in a real browser. */
class ImportEndToEndTests extends EndToEndTest {

  /** Tessa is to brief Ed and Sofía; Milo and Lena are Henry's own. */
  private static final String BEFORE =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Denver,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,es,Madrid,communications
      alan,Alan Reyes,alan@new.example,olga,Head Office,New Company,en,Denver,administrator
      henry,Henry Ashdown,henry@new.example,olga,Customer Care,New Company,en,Toronto,
      milo,Milo Tan,milo@new.example,henry,Customer Care,New Company,en,Toronto,
      lena,Lena Wirth,lena@new.example,henry,Customer Care,New Company,en,Toronto,
      tessa,Tessa Park,tessa@new.example,henry,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      sofia,Sofía Ibáñez,sofia@old.example,tessa,Customer Care,Old Company,es,Madrid,
      """;

  /** Tessa and Lena have left; Rosa has Tessa's team, and Milo. */
  private static final String AFTER =
      BEFORE
              .replaceAll("(?m)^(tessa|lena),.*\\n", "")
              .replace("example,tessa,", "example,rosa,")
              .replace("milo@new.example,henry,Customer Care", "milo@new.example,rosa,Service")
          + "rosa,Rosa Vidal,rosa@old.example,henry,Customer Care,Old Company,es,Madrid,\n";

  private static final String FAULTY = AFTER.replace("sofia@old.example,rosa", "sofia@old,rossa");

  private final OrganizationImporter importer;
  private final OrganizationService organization;

  ImportEndToEndTests(
      @Autowired CascadeSteps cascadeSteps,
      @Autowired OrganizationImporter importer,
      @Autowired OrganizationService organization) {
    super(cascadeSteps);
    this.importer = importer;
    this.organization = organization;
  }

  @BeforeEach
  void aMemoHasReachedHenrysTeam() {
    Company.importFile(BEFORE, importer);
    var instance = cascadeSteps.launch("olga", CascadeSteps.memo());
    cascadeSteps.complete(
        "carla",
        cascadeSteps.task(instance, "reviewReach"),
        "review",
        Map.of("decision", "release"));
    for (var manager : List.of("olga", "henry")) {
      awaitBriefingOf(manager);
      cascadeSteps.brief(manager, List.of());
    }
    awaitBriefingOf("tessa");
  }

  @Test
  void aTeamGetsANewManagerDuringACascade() {
    var milo = window().newPage();
    milo.navigate(linkIn(mailTo("milo")));
    var lena = window().newPage();
    lena.navigate(linkIn(mailTo("lena")));
    assertThat(lena.locator("main")).containsText("The customer comes first");

    var alan = tasklist("alan");
    alan.launchEmbedded("Organization import");
    assertThat(alan.embeddedForm()).containsText("nothing changes before you have said so");
    alan.press("Start");
    assertThat(alan.message())
        .containsText("Choose the file first: the CSV that your HR system writes.");
    choose(alan, "large.csv", "x".repeat(14_000_001));
    assertThat(alan.embeddedForm()).containsText("large.csv has more than 14 MB.");
    choose(alan, "people.csv", FAULTY);
    alan.press("Start");

    alan.openEmbedded("Correct the file: people.csv");
    var errors = alan.embeddedForm().locator("tbody tr");
    assertThat(errors).hasCount(2);
    assertThat(errors.first().locator("td").first()).hasText("8");
    assertThat(errors.first()).containsText("'sofia@old' is not a mail address.");
    assertThat(errors.last()).containsText("Nobody in the file has the employee id 'rossa'.");
    choose(alan, "corrected.csv", AFTER);
    alan.press("Complete");

    alan.open("Review the changes: corrected.csv");
    assertThat(alan.form())
        .containsText("1 would join, 2 would leave, 3 would get another manager or department.");
    assertThat(alan.form()).containsText("New departments: Service");
    assertThat(alan.form())
        .containsText(
            "one person joins its audience, 2 open receipts lapse, one person changes team, a"
                + " team's briefing goes to its new manager (Rosa Vidal).");
    assertThat(row(alan, "Rosa Vidal (rosa)")).containsText("Henry Ashdown");
    assertThat(row(alan, "Lena Wirth (lena)")).containsText("Customer Care");
    assertThat(row(alan, "Milo Tan (milo)")).containsText("Service, under Rosa Vidal");
    assertThat(organization.person("rosa")).isEmpty();
    alan.field("Apply: make these changes").check();
    alan.complete();

    awaitBriefingOf("rosa");
    assertThat(text(mailTo("rosa"))).contains("Rosa Vidal");
    lena.reload();
    assertThat(lena.locator("main")).containsText("This link does not open a memo");

    var rosa = tasklist("rosa");
    rosa.open("Brief the team");
    assertThat(rosa.field("Ed Larsen")).isChecked();
    assertThat(rosa.field("Sofía Ibáñez")).isChecked();
    rosa.write("When did you brief your team?", "02/03/2026");
    rosa.field("Milo Tan").uncheck();
    rosa.complete();

    milo.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, I have read it"))
        .click();
    assertThat(milo.getByRole(AriaRole.STATUS)).containsText("Thank you, Milo Tan.");
    assertThat(
            cascadeSteps.count(
                "select count(*) from receipt where person_id = 'milo' and briefed_by = 'rosa'"
                    + " and state = 'ACKNOWLEDGED'"))
        .isOne();
  }

  private static void choose(Tasklist alan, String name, String csv) {
    alan.embeddedForm()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static Locator row(Tasklist alan, String text) {
    return alan.form()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(text))
        .first();
  }
}
