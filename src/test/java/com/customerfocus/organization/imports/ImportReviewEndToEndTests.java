package com.customerfocus.organization.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** Administrators review files with wrong columns in a real browser, in English and Spanish. */
class ImportReviewEndToEndTests extends EndToEndTest {

  private static final String ENGLISH = "sinead.gallagher";
  private static final String SPANISH = "ana.ruiz";

  private final OrganizationImporter importer;
  private final DemoFile people = new DemoFile();

  ImportReviewEndToEndTests(
      @Autowired CascadeSteps cascadeSteps, @Autowired OrganizationImporter importer)
      throws IOException {
    super(cascadeSteps);
    this.importer = importer;
  }

  @BeforeEach
  void theDemoHasASpanishAdministrator() {
    people.row(SPANISH).put("roles", "department-head administrator");
    importer.importFile(new ByteArrayResource(people.text().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aColumnOfMailAddressesThatSlippedIsSeen() {
    people.slip("mail");
    var review = review(ENGLISH, "import-review-slipped");

    assertThat(review).containsText("Another mail address: 131 of 131. Is that meant, or did a");
    assertThat(review).containsText("Mail addresses that belong to others today: 131.");
    assertThat(review.getByText("0 would join")).isVisible();
    assertThat(review.locator("li").filter(has("Ana Ruiz (ana.ruiz):")))
        .containsText("ana.ruiz@telmarina.example → margaret.thornbury@halvoren.example");
    assertThat(review.getByText("and 83 more")).isVisible();
  }

  @Test
  void rightsComeFirstAndNamesAreShownAsTyped() {
    people.last().put("roles", "administrator");
    people.last().put("mail", "m" + "x".repeat(230) + "@halvoren.example");
    people.last().put("name", "<b>{{7*7}}</b> <img src=x> ${7*7} *x*");
    people.fill("language", "es");
    people.row("oliver.ashdown").put("department", "<i>Sales</i> {{1+1}}");
    var review = review(ENGLISH, "import-review-typed");

    assertThat(review.locator("h3").first()).hasText("Rights given: 1");
    assertThat(review.locator("li").filter(has("Administrator")).first())
        .containsText("(" + people.last().get("employee id") + "): Administrator");
    assertThat(review.getByText("→ <b>{{7*7}}</b> <img src=x> ${7*7} *x*")).isVisible();
    assertThat(review).containsText("New departments: <i>Sales</i> {{1+1}}");
    assertThat(review.getByText("Another language:").first()).isVisible();
    assertThat(review.locator("img, i")).hasCount(0);
  }

  @Test
  void theReviewerReadsTheChangesInSpanish() {
    people.slip("mail");
    people.last().put("roles", "administrator");
    var review = review(SPANISH, "import-review-spanish");

    assertThat(review).containsText("Otra dirección de correo: 131 de 131. ¿Es lo previsto o");
    assertThat(review.locator("h3").first()).hasText("Permisos concedidos: 1");
    assertThat(review.getByText("y 83 más")).isVisible();
  }

  private Locator review(String administrator, String picture) {
    var tasklist = tasklist(administrator);
    tasklist.launchEmbedded("Organization import");
    tasklist
        .embeddedForm()
        .locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "people.csv", "text/csv", people.text().getBytes(StandardCharsets.UTF_8)));
    tasklist.press("Start");
    tasklist.open("Review the changes: people.csv");
    assertThat(tasklist.form()).containsText("What would change");
    fits(tasklist, picture, 1_440);
    fits(tasklist, picture, 375);
    return tasklist.form();
  }

  private static void fits(Tasklist tasklist, String picture, int width) {
    var page = tasklist.page();
    page.setViewportSize(width, 3_000);
    tasklist
        .form()
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "%s-%d.png".formatted(picture, width))));
    assertThat((Boolean) tasklist.form().evaluate("form => form.scrollWidth <= form.clientWidth"))
        .isTrue();
  }

  private static Locator.FilterOptions has(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
