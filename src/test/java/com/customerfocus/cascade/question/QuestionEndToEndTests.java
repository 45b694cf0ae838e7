package com.customerfocus.cascade.question;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
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

/** Questions about a memo and the answers that come back, as people see them. */
class QuestionEndToEndTests extends EndToEndTest {

  /** Olga is above Henry, Henry above Tessa, Tessa above Ed and Sofía. */
  private static final String ORGANIZATION =
      """
      employee id,name,mail,manager,department,heritage company,language,site,roles
      olga,Olga Berg,olga@new.example,,Head Office,New Company,en,Denver,senior-officer
      carla,Carla Núñez,carla@old.example,olga,Marketing,Old Company,es,Madrid,communications
      henry,Henry Ashdown,henry@new.example,olga,Customer Care,New Company,en,Toronto,
      tessa,Tessa Park,tessa@new.example,henry,Customer Care,New Company,en,Toronto,
      ed,Ed Larsen,ed@new.example,tessa,Customer Care,New Company,en,Toronto,
      sofia,Sofía Ibáñez,sofia@old.example,tessa,Customer Care,Old Company,es,Madrid,
      """;

  private static final String QUESTION =
      "Who calls the customer back, <script>alert('me')</script>?\n¿Y en España? 🎉";

  QuestionEndToEndTests(@Autowired CascadeSteps cascadeSteps) {
    super(cascadeSteps);
  }

  @BeforeEach
  void aMemoReachesTessa(@Autowired OrganizationImporter importer) {
    Company.importFile(ORGANIZATION, importer);
    var memo = cascadeSteps.launch("olga", CascadeSteps.memo());
    cascadeSteps.complete(
        "carla", cascadeSteps.task(memo, "reviewReach"), "review", Map.of("decision", "release"));
    awaitBriefingOf("olga");
  }

  @Test
  void aQuestionFromThePersonalPageComesBackAnswered() {
    brief("olga", "carla", "henry");
    awaitBriefingOf("henry");
    brief("henry", "tessa");
    awaitBriefingOf("tessa");
    brief("tessa", "ed", "sofia");

    var ed = window().newPage();
    ed.navigate(linkIn(mailTo("ed", "Memo from")));
    assertThat(ed.locator("#asking")).containsText("It goes to Tessa Park");
    ed.getByLabel("Your question").fill(QUESTION);
    button(ed, "Ask the question").click();
    assertThat(questions(ed)).containsText("You asked:");
    assertThat(questions(ed)).containsText(QUESTION.lines().findFirst().orElseThrow());
    assertThat(questions(ed)).containsText("Your question has reached Tessa Park.");
    ed.reload();
    assertThat(questions(ed).locator("article")).hasCount(1);

    assertThat(text(mailTo("tessa", "A question waits"))).contains("¿Y en España? 🎉");
    var tessa = tasklist("tessa");
    tessa.open("Answer the question: Who calls the customer back");
    showsTheQuestion(tessa);
    assertThat(tessa.field("Your answer")).isVisible();
    tessa.field("Pass it up to Henry Ashdown").check();
    assertThat(tessa.field("Your answer")).isHidden();
    tessa.write("A word about it", "Henry, you know the contract.");
    tessa.complete();

    assertThat(text(mailTo("henry", "A question waits"))).contains("Ed Larsen has a question");
    var henry = tasklist("henry");
    henry.open("Answer the question");
    showsTheQuestion(henry);
    assertThat(henry.form()).containsText("Tessa Park passed it up to Henry Ashdown.");
    assertThat(henry.form()).containsText("Henry, you know the contract.");
    henry.press("Complete");
    assertThat(henry.form()).containsText("Field is required.");
    henry.write("Your answer", "**We** do, within the day. 📞");
    henry.complete();

    assertThat(text(mailTo("ed", "An answer for your team")))
        .contains("Henry Ashdown answers:", "We do, within the day. 📞");
    ed.reload();
    assertThat(questions(ed)).containsText("Henry Ashdown answers:");
    assertThat(questions(ed).locator(".text strong")).hasText("We");
    var sofia = window().newPage();
    sofia.navigate(linkIn(mailTo("sofia", "Una respuesta para tu equipo")));
    assertThat(questions(sofia)).containsText("Ed Larsen ha preguntado:");
    assertThat(questions(sofia)).containsText("We do, within the day. 📞");
    assertThat(mailTo("tessa", "An answer for your team")).isNotNull();
  }

  @Test
  void aBriefingBringsItsQuestionsToTheLevelAbove() {
    var olga = tasklist("olga");
    olga.open("Brief the team");
    assertThat(olga.field("What does it mean for your team?")).isVisible();
    assertThat(olga.field("Questions for the level above")).isHidden();
    olga.write("When did you brief your team?", "02/03/2026");
    olga.complete();
    awaitBriefingOf("henry");

    var henry = tasklist("henry");
    henry.open("Brief the team");
    assertThat(henry.form()).containsText("each goes to Olga Berg");
    henry.write("Questions for the level above", "Who pays?\n\nAnd until when?");
    henry.write("When did you brief your team?", "02/03/2026");
    henry.complete();

    await().atMost(PATIENCE).until(() -> questionsFor("olga") == 2);
    assertThat(text(mailTo("olga", "Questions wait")))
        .contains("Henry Ashdown has 2 questions", "> Who pays?", "> And until when?");
    olga.page().reload();
    olga.open("Answer the question");
    assertThat(olga.field("I answer it")).isChecked();
    assertThat(olga.form().getByRole(AriaRole.RADIO)).hasCount(1);
    olga.write("Your answer", "My budget does.");
    olga.complete();

    var tessa = window().newPage();
    tessa.navigate(linkIn(mailTo("tessa", "An answer for your team")));
    assertThat(questions(tessa)).containsText("Henry Ashdown asked:");
    assertThat(questions(tessa)).containsText("Olga Berg answers:");
    assertThat(questions(tessa)).containsText("My budget does.");
  }

  private void brief(String manager, String... present) {
    cascadeSteps.brief(manager, List.of(present));
  }

  private static void showsTheQuestion(Tasklist tasklist) {
    assertThat(tasklist.form().locator("blockquote"))
        .containsText("Who calls the customer back, <script>alert('me')</script>?");
    assertThat(tasklist.form().locator("blockquote")).containsText("¿Y en España? 🎉");
    assertThat(tasklist.form()).containsText("goes to the whole team of Tessa Park.");
  }

  private static Locator questions(Page page) {
    return page.locator("#questions");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private long questionsFor(String person) {
    return cascadeSteps.count(
        "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'answerQuestion' and ASSIGNEE_ = ?",
        person);
  }
}
