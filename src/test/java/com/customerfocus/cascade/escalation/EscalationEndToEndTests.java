package com.customerfocus.cascade.escalation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.MovableClock;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager does not brief the team; the manager above decides. */
class EscalationEndToEndTests extends EndToEndTest {

  /** Olga launches, Henry is below her, Tessa and Uma below him. */
  private static final String ORGANIZATION =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Toronto,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,es,Madrid,communications
      henry,Henry Ashdown,henry@new.example,olga,Customer Care,New Company,en,Toronto,
      tessa,Tessa Park,tessa@new.example,henry,Customer Care,New Company,en,Toronto,
      uma,Uma O'Neil,uma@new.example,henry,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      nico,Nicolás Peña,nico@old.example,tessa,Customer Care,Old Company,es,Madrid,
      zoe,Zoe Zander,zoe@old.example,uma,Customer Care,Old Company,en,Toronto,
      """;

  private final MovableClock clock;

  EscalationEndToEndTests(@Autowired CascadeSteps cascadeSteps, @Autowired MovableClock clock) {
    super(cascadeSteps);
    this.clock = clock;
  }

  @BeforeEach
  void aMemoHasComeDownToTessa(@Autowired OrganizationImporter importer) {
    Company.importFile(ORGANIZATION, importer);
    var memo = cascadeSteps.launch("olga", CascadeSteps.memo());
    var review =
        await()
            .atMost(PATIENCE)
            .until(() -> cascadeSteps.task(memo, "reviewReach"), Objects::nonNull);
    cascadeSteps.complete("carla", review, "review", Map.of("decision", "release"));
    awaitBriefingOf("olga");
    cascadeSteps.brief("olga", List.of("carla", "henry"));
    awaitBriefingOf("henry");
    cascadeSteps.brief("henry", List.of("tessa", "uma"));
    awaitBriefingOf("tessa");
    awaitBriefingOf("uma");
    cascadeSteps.brief("uma", List.of("zoe"));
  }

  @Test
  void theManagerAboveBriefsInPlaceOfALateManager() {
    var due = cascadeSteps.briefingOf("tessa").orElseThrow().getDueDate().toInstant();
    clock.moveTo(due.plus(Duration.ofDays(3)));

    assertThat(text(mailTo("henry", "Please unblock a briefing")))
        .contains("The team of Tessa Park was to be briefed on “The customer comes first” by ");
    var henry = tasklist("henry");
    henry.open("Unblock the briefing: Tessa Park");
    assertThat(henry.form()).containsText("The team of Tessa Park, 2 people, was to be briefed on");
    assertThat(henry.form().getByText("Who briefs the team?")).hasCount(0);
    henry.press("Complete");
    assertThat(henry.form().getByText("Field is required.").first()).isVisible();
    henry.field("A colleague briefs the team").check();
    assertThat(henry.form().getByText("Who briefs the team?")).isVisible();
    henry.field("I brief the team myself").check();
    assertThat(henry.form().getByText("Who briefs the team?")).hasCount(0);
    henry.write("Why?", "Tessa is with a customer all week.");
    henry.complete();

    assertThat(text(mailTo("tessa", "Your briefing is taken over")))
        .contains("Henry Ashdown will now hold it in your place", "with a customer all week");
    tasklist("tessa").showsNoTask();
    henry.page().reload();
    henry.open("(for Tessa Park)");
    assertThat(henry.form())
        .containsText("The team of Tessa Park was to be briefed on “The customer comes first”");
    assertThat(henry.form().getByRole(AriaRole.CHECKBOX)).hasCount(3);
    henry.field("Nicolás Peña").uncheck();
    henry.write("What does it mean for your team?", "Tessa and I call back **today**.");
    henry.write("When did you brief your team?", "02/03/2026");
    henry.complete();
    henry.showsNoTask();

    assertThat(text(mailTo("ed", "Memo from Olga Berg"))).contains("Henry Ashdown adds");
    var page = window().newPage();
    page.navigate(linkIn(mailTo("nico", "Comunicado de Olga Berg")));
    assertThat(page.locator("main")).containsText("Henry Ashdown añade");
    assertThat(page.locator("main")).not().containsText("Tessa Park añade");
    assertThat(cascadeSteps.count("select count(*) from briefing where held_by = 'henry'"))
        .isEqualTo(2);
  }

  @Test
  void anotherColleagueTakesTheBriefingOver() {
    clock.moveBy(Duration.ofDays(14));
    awaitTask("Unblock the briefing");
    var henry = tasklist("henry");
    henry.open("Unblock the briefing: Tessa Park");

    henry.field("A colleague briefs the team").check();
    henry.write("Why?", "You know them.");
    henry.press("Complete");
    assertThat(henry.message())
        .containsText("Choose who is to brief the team, or type an employee id or a full name.");
    henry.field("Who briefs the team?").click();
    henry.form().getByText("Uma O'Neil (Customer Care)").click();
    henry.complete();

    assertThat(text(mailTo("uma", "Please brief the team of Tessa Park")))
        .contains("Henry Ashdown asks you to do it in their place", "You know them.");
    var uma = tasklist("uma");
    uma.open("(for Tessa Park)");
    assertThat(uma.form()).containsText("Henry Ashdown writes: “You know them.”");
    assertThat(uma.field("Ed Larsen")).isChecked();
  }
}
