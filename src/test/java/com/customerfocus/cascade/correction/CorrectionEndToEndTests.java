package com.customerfocus.cascade.correction;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.HttpCredentials;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A memo is corrected after people have answered it, in a browser. */
class CorrectionEndToEndTests extends EndToEndTest {

  /** Olga briefs Carla and Tessa, Tessa her team of three. */
  private static final String ORGANIZATION =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Denver,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,en,Madrid,communications
      tessa,Tessa Park,tessa@new.example,olga,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      sofia,Sofía Ibáñez,sofia@old.example,tessa,Customer Care,Old Company,es,Madrid,
      nico,Nicolás Peña,nico@old.example,tessa,Customer Care,Old Company,es,Madrid,
      """;

  private static final String BEFORE =
      """
      We call every customer back within **5 days**, whatever it is about.

      - the customer hears it from us first
      - we stay until somebody helps
      """;
  private static final String AFTER =
      """
      We call every customer back within **2 days**, whatever it is about.

      - the customer hears it from us first
      - we stay until somebody helps
      - <script>alert('list')</script>
      """;
  private static final String WORDS = "We call back after 2 days at the latest, not after 5. 🎉";
  private static final String SPANISH_WORDS = "Llamamos a los 2 días como muy tarde, no a los 5.";

  CorrectionEndToEndTests(@Autowired CascadeSteps cascadeSteps) {
    super(cascadeSteps);
  }

  @BeforeEach
  void anOrganization(@Autowired OrganizationImporter importer) {
    Company.importFile(ORGANIZATION, importer);
  }

  @Test
  void aMaterialCorrectionAsksReadersOfTheEarlierVersionAgain() {
    var memo = aMemoIsOnItsWay();
    brief("olga", List.of("carla", "tessa"));
    brief("tessa", List.of("ed", "sofia"));
    var ed = page("ed", "Memo from");
    press(ed, "Yes, I have read it");
    assertThat(ed.getByRole(AriaRole.STATUS)).containsText("Thank you, Ed Larsen.");
    var sofia = page("sofia", "Comunicado de");
    assertThat(sofia.locator("main")).containsText("5 días");

    var olga = tasklist("olga");
    olga.open("Follow the cascade");
    olga.field("Correct it").check();
    olga.complete();
    olga.page().reload();
    olga.open("Correct the memo");
    assertThat(olga.field("Core brief")).hasValue(BEFORE.strip());
    olga.write("Core brief", AFTER);
    olga.write("Core brief in Spanish", "Llamamos a cada cliente en **2 días**.");
    olga.field("Material: readers of the earlier text are asked again").check();
    olga.press("Complete");
    assertThat(olga.message()).containsText("Say in one or two sentences what has changed");
    olga.write("What has changed?", WORDS);
    olga.write("What has changed, in Spanish?", SPANISH_WORDS);
    olga.complete();

    var carla = tasklist("carla");
    carla.choose("My groups' tasks");
    carla.open("Review the correction");
    carla.page().getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(carla.field("Release: everyone reads it from now on")).isEnabled();
    assertThat(carla.form()).containsText("everyone who has answered is asked again");
    assertThat(carla.form()).containsText(WORDS);
    assertThat(carla.form().locator("p strong").nth(1)).hasText("5");
    assertThat(carla.form().locator("script")).hasCount(0);
    carla.field("Release: everyone reads it from now on").check();
    carla.complete();

    var again = page("ed", "Changed:");
    assertThat(again.getByRole(AriaRole.STATUS))
        .containsText("The memo has changed since you answered.");
    assertThat(again.locator(".change")).containsText(WORDS);
    assertThat(again.locator(".before .piece")).hasText("5");
    assertThat(again.locator(".after .piece")).hasText("2");
    press(again, "Yes, I have read it");
    assertThat(again.getByRole(AriaRole.STATUS)).containsText("Thank you, Ed Larsen.");

    press(sofia, "Sí, lo he leído");
    assertThat(sofia.getByRole(AriaRole.STATUS)).containsText("Tu respuesta todavía no cuenta.");
    assertThat(sofia.locator(".change")).containsText(SPANISH_WORDS);
    press(sofia, "Sí, lo he leído");
    assertThat(sofia.getByRole(AriaRole.STATUS)).containsText("Gracias, Sofía Ibáñez.");

    var tessa = tasklist("tessa");
    tessa.open("Brief the change");
    assertThat(tessa.form()).containsText(WORDS);
    assertThat(tessa.form()).containsText("The whole memo as it is now");
    assertThat(tessa.field("Ed Larsen")).isChecked();
    assertThat(tessa.field("Version of the memo you have read")).hasValue("2");
    tessa.write("When did you tell your team?", "02/03/2026");
    tessa.complete();
    tessa.showsNoTask();

    olga.page().reload();
    olga.open("Brief the change");
    olga.write("When did you tell your team?", "02/03/2026");
    olga.complete();
    awaitTask("Review the outcome");
    assertThat(cascadeSteps.managersToBrief()).isEmpty();
    assertThat(versions(memo))
        .contains(
            "\"kind\":\"FIRST\"", "\"kind\":\"MATERIAL\"", "\"briefed\":2,\"acknowledged\":3");
  }

  private ProcessInstance aMemoIsOnItsWay() {
    var memo = new HashMap<>(CascadeSteps.memo());
    memo.put("body", BEFORE);
    memo.put("bodyEs", "Llamamos a cada cliente en **5 días**.");
    var instance = cascadeSteps.launch("olga", memo);
    cascadeSteps.complete(
        "carla",
        cascadeSteps.task(instance, "reviewReach"),
        "review",
        Map.of("decision", "release"));
    return instance;
  }

  private void brief(String manager, List<String> present) {
    await().atMost(PATIENCE).until(() -> cascadeSteps.briefingOf(manager).isPresent());
    cascadeSteps.brief(manager, present);
  }

  private Page page(String person, String subject) {
    var page = window().newPage();
    page.navigate(linkIn(mailTo(person, subject)));
    return page;
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
  }

  private String versions(ProcessInstance memo) {
    var page =
        window(
                new Browser.NewContextOptions()
                    .setHttpCredentials(new HttpCredentials("olga", "secret")))
            .newPage();
    return page.navigate(ADDRESS + "/api/cascades/" + cascadeSteps.cascadeId(memo) + "/versions")
        .text();
  }
}
