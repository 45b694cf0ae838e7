package com.customerfocus.customercase;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case from its opening to comfort: Óscar in Tasklist, Luz on her page, in Spanish. */
class CaseEndToEndTests extends EndToEndTest {

  private static final String NEED = "Mi factura está mal";
  private static final Pattern LINK = Pattern.compile("http://\\S+/case/[^\\s\"<]+");

  CaseEndToEndTests(@Autowired CascadeSteps cascadeSteps) {
    super(cascadeSteps);
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer, @Autowired JdbcTemplate rows) {
    CaseSteps.people(importer, rows);
  }

  @Test
  void aCaseGoesFromItsOpeningToTheCustomersOwnWord() {
    var spanish = new Browser.NewContextOptions().setLocale("es-ES");
    var oscar = new Tasklist(window(spanish).newPage(), ADDRESS, "oscar");
    oscar.launch("Stay with the customer");
    oscar.write("Customer’s reference", "C-1");
    oscar.write(
        "What the customer needs, in the customer’s own words", NEED + "\nLa pagué dos veces.");
    choose(oscar, "What is it about", "Billing");
    oscar.press("Start");
    awaitTask("Stay with the customer: Luz Mar, " + NEED);
    assertThat(text(mailTo("luz", "Seguimos contigo: " + NEED))).contains("Óscar sigue contigo");

    oscar.page().reload();
    oscar.choose("Next news due");
    oscar.open("Stay with the customer: Luz Mar, " + NEED);
    assertThat(oscar.form()).containsText("La pagué dos veces.");
    oscar.field("Send news by mail").check();
    oscar.write("What you tell the customer", "Todavía no hay nada nuevo; mañana lo sabremos.");
    picture(oscar.form(), "case-stay");
    oscar.complete();

    var luz = window(spanish).newPage();
    luz.navigate(linkTo(mailTo("luz", "Noticias para ti: " + NEED)));
    assertThat(luz.locator("main"))
        .containsText("Óscar sigue contigo hasta que esto esté resuelto");
    assertThat(luz.locator("main")).containsText("mañana lo sabremos");
    luz.locator("#message").fill("¿A qué hora?");
    luz.locator("#send").click();
    assertThat(luz.locator("#updates")).containsText("¿A qué hora?");
    assertThat(text(mailTo("oscar", "El cliente ha escrito"))).contains("¿A qué hora?");
    fits(luz, "case-page");

    oscar.page().reload();
    oscar.choose("My cases");
    oscar.open("Understand the need: Luz Mar, " + NEED);
    assertThat(oscar.form()).containsText("¿A qué hora?");
    oscar.field("We can").check();
    picture(oscar.form(), "case-understand");
    oscar.complete();
    awaitTask("Put it right: Luz Mar, " + NEED);
    oscar.page().reload();
    oscar.choose("My cases");
    oscar.open("Put it right: Luz Mar, " + NEED);
    oscar.field("Yes, tell the customer").check();
    oscar.write("What you tell the customer", "Te hemos devuelto el segundo pago.");
    oscar.complete();
    awaitTask("Check comfort: Luz Mar, " + NEED);

    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(
            () -> {
              luz.reload();
              return luz.locator("#yes").isVisible();
            });
    luz.locator("#answer").fill("Muy amable, ya está.");
    fits(luz, "case-comfort");
    luz.locator("#yes").click();
    assertThat(luz.locator("main")).containsText("Este asunto está cerrado.");
    assertThat(
            cascadeSteps.count(
                "select count(*) from customer_case where state = 'CLOSED' and comfort = 'OWN_WORD'"))
        .isOne();
  }

  private static void choose(Tasklist tasklist, String label, String value) {
    var field =
        tasklist
            .form()
            .locator(".fjs-form-field-select")
            .filter(new Locator.FilterOptions().setHasText(label));
    field.locator(".fjs-input-group").click();
    field
        .locator(".fjs-dropdownlist-item")
        .filter(new Locator.FilterOptions().setHasText(value))
        .click();
  }

  private static String linkTo(MimeMessage mail) {
    var link = LINK.matcher(text(mail));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static void picture(Locator what, String name) {
    what.screenshot(
        new Locator.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }

  private static void fits(Page page, String name) {
    page.setViewportSize(375, 2_000);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + "-375.png")));
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => document.documentElement.scrollWidth"
                        + " <= document.documentElement.clientWidth"))
        .isTrue();
    page.setViewportSize(1440, 900);
  }
}
