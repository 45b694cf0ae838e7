package com.customerfocus.cascade;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.HttpCredentials;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A memo from launch to outcome as people see it: Tasklist, mails and personal pages in a real
 * browser, with all background work.
 */
class CascadeEndToEndTests extends EndToEndTest {

  /** Three levels of managers: Olga, Henry, Tessa. */
  private static final String ORGANIZATION =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Denver,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,es,Madrid,communications
      henry,Henry Ashdown,henry@new.example,olga,Customer Care,New Company,en,Toronto,
      dan,Dan Oduya,dan@new.example,henry,Customer Care,New Company,en,Toronto,process-owner
      tessa,Tessa Park,tessa@new.example,henry,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      sofia,Sofía Ibáñez,sofia@old.example,tessa,Customer Care,Old Company,es,Madrid,
      nico,Nicolás Peña,nico@old.example,tessa,Customer Care,Old Company,es,Madrid,
      """;

  private static final String TITLE = "The customer comes first";
  private static final String CONCLUSION = "Everyone knows. Now we do it. 💪";

  /** The button of the personal page, in the reader's language. */
  private static final String ENGLISH = "Yes, I have read it";

  private static final String SPANISH = "Sí, lo he leído";

  CascadeEndToEndTests(@Autowired CascadeSteps cascadeSteps) {
    super(cascadeSteps);
  }

  @BeforeEach
  void anOrganization(@Autowired OrganizationImporter importer) {
    Company.importFile(ORGANIZATION, importer);
  }

  @Test
  void aMemoGoesDownManagerByManagerUntilTheAudienceIsReached() {
    var olga = tasklist("olga");
    launch(olga);
    olga.choose("My groups' tasks");
    olga.showsNoTask();
    olga.choose("My tasks");
    olga.showsNoTask();

    release();

    awaitBriefingOf("olga");
    olga.page().reload();
    olga.open("Brief the team");
    showsTheMemo(olga.form());
    assertThat(olga.field("Version of the memo you have read")).hasCount(0);
    assertThat(olga.field("Carla Núñez")).isChecked();
    assertThat(olga.field("Henry Ashdown")).isChecked();
    assertThat(olga.form().getByRole(AriaRole.CHECKBOX)).hasCount(3);
    assertThat(olga.field("Some of the team are excused")).not().isChecked();
    brief(olga, "Every *escalation* reaches me within a day.");

    awaitBriefingOf("henry");
    var henry = tasklist("henry");
    henry.open("Brief the team");
    assertThat(henry.form().getByText("What Olga Berg adds")).isVisible();
    brief(henry, "");

    awaitBriefingOf("tessa");
    var tessa = tasklist("tessa");
    tessa.open("Brief the team");
    tessa.field("Nicolás Peña").uncheck();
    tessa.write("What does it mean for your team?", "We call back **before** the date.");
    day(tessa, "03/03/2026");
    tessa.press("Complete");
    assertThat(tessa.message())
        .containsText(
            "The day of the briefing, 2026-03-03, is still to come; today is 2026-03-02 (UTC)."
                + " Hold the briefing first, then record it.");
    assertThat(tessa.field("Nicolás Peña")).not().isChecked();
    assertThat(tessa.field("Ed Larsen")).isChecked();
    assertThat(tessa.field("What does it mean for your team?"))
        .hasValue("We call back **before** the date.");
    day(tessa, "02/03/2026");
    tessa.complete();

    answer("ed", ENGLISH, "Thank you, Ed Larsen.", "Monday, 2 March 2026, 09:00");
    answer("sofia", SPANISH, "Gracias, Sofía Ibáñez.", "lunes, 2 de marzo de 2026");

    olga.page().reload();
    olga.open("Follow the cascade");
    assertThat(row(olga, "Everyone"))
        .hasText(new String[] {"Everyone", "7", "4", "2", "1", "0", "0"});

    answer("nico", SPANISH, "Gracias, Nicolás Peña.", "lunes, 2 de marzo de 2026");

    awaitTask("Review the outcome");
    olga.page().reload();
    olga.open("Review the outcome");
    assertThat(row(olga, "Everyone"))
        .hasText(new String[] {"Everyone", "7", "5", "2", "0", "0", "0"});
    olga.write("What do you conclude?", CONCLUSION);
    olga.complete();
    olga.showsNoTask();

    assertThat(figures())
        .contains("\"state\":\"CLOSED\"")
        .contains("\"total\":{\"audience\":7,\"pending\":0,\"briefed\":2,\"acknowledged\":5");
    assertThat(cascadeSteps.count("select count(*) from cascade where outcome = ?", CONCLUSION))
        .isOne();
  }

  @Test
  void aMemoThatIsWithdrawnCanNoLongerBeBriefedOrRead() {
    var olga = tasklist("olga");
    launch(olga);
    release();
    awaitBriefingOf("olga");
    briefAs("olga");
    awaitBriefingOf("henry");
    briefAs("henry");
    awaitBriefingOf("tessa");
    var link = linkIn(mailTo("dan"));
    var page = window().newPage();
    page.navigate(link);
    assertThat(page.locator("main")).containsText(TITLE);

    olga.page().reload();
    olga.open("Follow the cascade");
    olga.press("Complete");
    assertThat(olga.form()).containsText("Field is required.");
    olga.field("Withdraw it").check();
    olga.press("Complete");
    assertThat(olga.form()).containsText("Field is required.");
    olga.write("Why is it withdrawn?", "The figures are wrong.");
    olga.complete();

    await().atMost(PATIENCE).until(() -> cascadeSteps.managersToBrief().isEmpty());
    tasklist("tessa").showsNoTask();
    page.reload();
    assertThat(page.locator("main")).containsText("This link does not open a memo");
    assertThat(page.locator("main")).not().containsText(TITLE);
  }

  @Test
  void managersSeeTheirOwnTasksAndProcessOwnersTheWholeProcess() {
    launch(tasklist("olga"));
    release();
    awaitBriefingOf("olga");
    briefAs("olga");
    awaitBriefingOf("henry");
    var henrysTask = cascadeSteps.briefingOf("henry").orElseThrow().getId();

    var tessa = tasklist("tessa");
    tessa.showsNoTask();
    tessa.page().navigate(ADDRESS + "/camunda/app/tasklist/default/#/?task=" + henrysTask);
    assertThat(tessa.message()).isVisible();
    assertThat(tessa.page().locator("body")).not().containsText("Brief the team");
    assertThat(tessa.form()).isHidden();
    assertThat(tessa.page().navigate(ADDRESS + "/camunda/app/cockpit/default/").status())
        .isEqualTo(403);

    var henry = tasklist("henry");
    henry.page().navigate(ADDRESS + "/camunda/app/tasklist/default/#/?task=" + henrysTask);
    showsTheMemo(henry.form());

    var cockpit = tasklist("dan").page();
    var teamBriefing =
        cockpit
            .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Team briefing"))
            .first();
    cockpit.navigate(ADDRESS + "/camunda/app/cockpit/default/#/processes");
    teamBriefing.click();
    assertThat(cockpit.locator(".djs-container [data-element-id=briefTeam]").first()).isVisible();
    assertThat(cockpit.locator(".djs-overlays[data-container-id=briefTeam]")).containsText("1");
    assertThat(cockpit.locator(".djs-overlays[data-container-id=teamAcknowledged]")).hasCount(0);
  }

  /** Olga writes a memo with every kind of content. */
  private void launch(Tasklist olga) {
    olga.launch("Memo cascade");
    olga.write("Title", TITLE);
    olga.write("Core brief", memo());
    olga.write("Our figures", "- Would choose us again: **61 %**");
    olga.write("Title in Spanish", "El cliente es lo primero");
    olga.write("Core brief in Spanish", "¡Hola, señores! **Cumplimos** lo que prometemos. 🎉");
    olga.press("Start");
    assertThat(olga.message()).containsText("The process has been started.");
  }

  /** Ten thousand characters. */
  private static String memo() {
    var memo =
        """
        # We keep our promises

        Señoras y señores: **every promise** counts. ¡Gracias! 🎉

        - the customer hears it from us first
        - we stay until somebody helps

        | When | You promise |
        |---|---|
        | a date slips | a word before it is due |

        <script>alert('script')</script>

        <img src="x" onerror="alert('image')">

        ![A picture](http://elsewhere.example/picture.png)

        """;
    return memo + "It is meant. ".repeat(1_000).substring(0, 9_990 - memo.length()) + "The end 🏁";
  }

  private static void showsTheMemo(Locator place) {
    assertThat(place.getByRole(AriaRole.CELL, cell("a date slips"))).isVisible();
    assertThat(place.locator("ul > li").first())
        .containsText("the customer hears it from us first");
    assertThat(place).containsText("Señoras y señores: every promise counts. ¡Gracias! 🎉");
    assertThat(place).containsText("<script>alert('script')</script>");
    assertThat(place).containsText("<img src=\"x\" onerror=\"alert('image')\">");
    assertThat(place).containsText("The end 🏁");
    assertThat(place.locator("script, img, [onerror]")).hasCount(0);
  }

  private static Locator.GetByRoleOptions cell(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private void release() {
    var carla = tasklist("carla");
    carla.choose("My groups' tasks");
    carla.open("Review the reach and release");
    carla.page().getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(carla.field("Release: send it to everyone")).isEnabled();
    showsTheMemo(carla.form());
    assertThat(carla.form()).containsText("7 people in 3 teams on 3 levels");
    assertThat(carla.form()).containsText("Olga Berg → Henry Ashdown → Tessa Park → ");
    carla.field("Release: send it to everyone").check();
    carla.complete();
  }

  private void brief(Tasklist manager, String localBrief) {
    if (!localBrief.isEmpty()) {
      manager.write("What does it mean for your team?", localBrief);
    }
    day(manager, "02/03/2026");
    manager.complete();
  }

  private void briefAs(String manager) {
    var tasklist = tasklist(manager);
    tasklist.open("Brief the team");
    brief(tasklist, "");
  }

  private static void day(Tasklist manager, String day) {
    manager.write("When did you brief your team?", day);
  }

  private static Locator row(Tasklist olga, String name) {
    return olga.form()
        .getByRole(AriaRole.ROW)
        .filter(new Locator.FilterOptions().setHasText(name))
        .locator("td");
  }

  private void answer(String person, String button, String thanks, String when) {
    var page = window().newPage();
    page.navigate(linkIn(mailTo(person)));
    var text = page.locator("main");
    if (button.equals(ENGLISH)) {
      showsTheMemo(text);
    } else {
      assertThat(text).containsText("¡Hola, señores! Cumplimos lo que prometemos. 🎉");
    }
    assertThat(text).containsText("Every escalation reaches me within a day.");
    assertThat(text).containsText("We call back before the date.");
    var yes = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button));
    page.reload();
    yes.click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText(thanks);
    assertThat(page.getByRole(AriaRole.STATUS)).containsText(when);
    page.reload();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText(when);
    assertThat(yes).hasCount(0);
  }

  private String figures() {
    var id = cascadeSteps.count("select max(id) from cascade");
    var page =
        window(
                new Browser.NewContextOptions()
                    .setHttpCredentials(new HttpCredentials("olga", "secret")))
            .newPage();
    return page.navigate(ADDRESS + "/api/cascades/" + id).text();
  }
}
