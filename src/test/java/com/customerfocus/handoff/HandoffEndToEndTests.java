package com.customerfocus.handoff;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A handoff of two departments, in two browsers: Óscar's is Spanish. */
class HandoffEndToEndTests extends EndToEndTest {

  private static final String NEED = "A van for the pump of the mill";

  HandoffEndToEndTests(@Autowired CascadeSteps cascadeSteps) {
    super(cascadeSteps);
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer) {
    HandoffSteps.departments(importer);
  }

  @Test
  void aHandoffIsAskedForAskedBackPromisedDeliveredConfirmedAndRated() {
    var oscar = spanish("oscar");
    ask(oscar);
    awaitTask("Accept the handoff: " + NEED);
    assertThat(cascadeSteps.count("select count(*) from handoff")).isOne();

    var luis = tasklist("luis");
    take(luis, "To accept", "Accept the handoff: " + NEED);
    assertThat(luis.form()).containsText("We call back on Tuesday.");
    assertThat(luis.form().getByText("Türmaße año.txt")).isVisible();
    fits(luis, "handoff-accept");
    luis.field("Ask a question").check();
    // Completed before the form has taken over what was typed.
    luis.field("Your question").fill("Which of the two mills is it?");
    luis.complete();

    awaitTask("Answer the question: " + NEED);
    oscar.page().reload();
    oscar.open("Answer the question: " + NEED);
    assertThat(oscar.form()).containsText("Which of the two mills is it?");
    fits(oscar, "handoff-answer");
    oscar.field("Answer the question").check();
    oscar.write("Your answer", "The one at the river.");
    oscar.complete();

    awaitTask("Accept the handoff: " + NEED);
    // It comes back to the person who asked.
    luis.page().reload();
    luis.choose("To accept");
    luis.open("Accept the handoff: " + NEED);
    assertThat(luis.form()).containsText("The one at the river.");
    luis.field("Accept, with a date").check();
    luis.field("By when you promise it").fill("03/03/2026");
    // Leaving the date closes its calendar and moves the button.
    luis.complete();
    awaitTask("Deliver: " + NEED + " (3 Mar 2026, 16:00");

    luis.page().reload();
    luis.choose("To deliver");
    luis.open("Deliver: " + NEED);
    fits(luis, "handoff-deliver");
    luis.field("Delivered").check();
    var complete = new Page.GetByRoleOptions().setName("Complete").setExact(true);
    assertThat(luis.page().getByRole(AriaRole.BUTTON, complete)).isDisabled();
    luis.write("What you delivered", "The pump stands in the mill since nine.");
    luis.complete();

    awaitTask("Confirm the result: " + NEED);
    oscar.page().reload();
    oscar.open("Confirm the result: " + NEED);
    fits(oscar, "handoff-confirm");
    oscar.field("Yes, confirm it").check();
    oscar.field("5 – very good").check();
    oscar.complete();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                cascadeSteps.count("select count(*) from handoff where state = 'CONFIRMED'") == 1);
    oscar.page().reload();
    oscar.choose("Waiting for partners");
    oscar.showsNoTask();

    awaitTask("Rate the partnership: " + NEED);
    luis.page().reload();
    luis.choose("My tasks");
    luis.open("Rate the partnership: " + NEED);
    fits(luis, "rate-partnership");
    luis.field("4 – good").check();
    luis.complete();
    await()
        .atMost(PATIENCE)
        .until(() -> cascadeSteps.count("select count(score) from handoff_rating") == 2);
  }

  @Test
  void aDeliveryWithAFileIsConfirmedWithTheFileAtHand(@Autowired HandoffSteps steps) {
    steps.accepted();
    var luis = tasklist("luis");
    luis.choose("To deliver");
    luis.openEmbedded("Deliver: " + NEED);
    var form = luis.embeddedForm();
    assertThat(form).containsText("We said that we call back on Tuesday.");
    assertThat(form.getByLabel("Delivered", new Locator.GetByLabelOptions().setExact(true)))
        .isChecked();
    form.getByLabel("Ask for more time").check();
    assertThat(form.locator("#deliver-date")).isVisible();
    assertThat(form.locator("#deliver-file-1")).isHidden();
    form.getByLabel("Delivered", new Locator.GetByLabelOptions().setExact(true)).check();
    form.locator("#deliver-note").fill("The pump stands in the mill.");
    form.locator("#deliver-file-1")
        .setInputFiles(
            new FilePayload(
                "Quittung é.txt", "text/plain", "1 m".getBytes(StandardCharsets.UTF_8)));
    luis.press("Complete");

    awaitTask("Confirm the result: " + NEED);
    var oscar = tasklist("oscar");
    oscar.open("Confirm the result: " + NEED);
    assertThat(oscar.form().getByText("Quittung é.txt")).isVisible();
    assertThat(oscar.form()).containsText("The pump stands in the mill.");
  }

  @Test
  void aTextThatIsTooLongIsSaidAtOnceAndOnlyTheNewestRefusalStays() {
    var oscar = tasklist("oscar");
    oscar.launchEmbedded("Partner handoff");
    var form = oscar.embeddedForm();
    form.locator("#handoff-need").fill("x".repeat(10_000));
    assertThat(form.getByText("4,000 characters fit: shorten it by 6,000.")).isVisible();
    form.locator("#handoff-need").fill(NEED);
    assertThat(form.getByText("4,000 characters fit").first()).isHidden();
    form.locator("#handoff-partner").selectOption(new SelectOption().setLabel("Logistics"));
    form.locator("#handoff-done").fill("The pump stands in the mill.");
    form.locator("#handoff-wished").fill("2026-02-04T16:00");
    var start = new Page.GetByRoleOptions().setName("Start").setExact(true);
    var refusals = oscar.page().locator(".notifications .alert-danger");

    oscar.page().getByRole(AriaRole.BUTTON, start).click();
    assertThat(refusals).containsText("This moment is over");
    assertThat(refusals).isInViewport();
    oscar
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", "handoff-refused.png")));
    form.locator("#handoff-customer").fill("no-such-customer");
    form.locator("#handoff-wished").fill("2026-03-04T16:00");
    oscar.page().getByRole(AriaRole.BUTTON, start).click();

    assertThat(refusals.filter(new Locator.FilterOptions().setHasText("no-such-customer")))
        .isVisible();
    assertThat(refusals).hasCount(1);
    form.locator("#handoff-customer").fill("");
    oscar.page().getByRole(AriaRole.BUTTON, start).click();
    assertThat(form).isHidden();
    assertThat(refusals).hasCount(0);
  }

  private void ask(Tasklist oscar) {
    oscar.launchEmbedded("Partner handoff");
    var form = oscar.embeddedForm();
    var start =
        oscar
            .page()
            .getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start").setExact(true));
    assertThat(start).isDisabled();
    form.locator("#handoff-partner").selectOption(new SelectOption().setLabel("Logistics"));
    form.locator("#handoff-need").fill(NEED + "\nIt weighs 300 kg.");
    form.locator("#handoff-done").fill("The pump stands in the mill.");
    form.locator("#handoff-told").fill("We call back on Tuesday.");
    form.locator("#handoff-wished").fill("2026-03-07T10:00");
    // A Saturday.
    assertThat(form.locator("p.text-warning")).containsText("mar 2026");
    form.locator("#handoff-wished").fill("2026-03-04T16:00");
    assertThat(form.locator("p.text-warning")).isHidden();
    form.locator("#handoff-file-1")
        .setInputFiles(
            new FilePayload(
                "Türmaße año.txt", "text/plain", "1 m".getBytes(StandardCharsets.UTF_8)));
    start.dblclick();
    assertThat(form).isHidden();
  }

  private static void take(Tasklist member, String filter, String task) {
    member.choose(filter);
    member.open(task);
    member.press("Claim");
    var claim = new Page.GetByRoleOptions().setName("Claim").setExact(true);
    assertThat(member.page().getByRole(AriaRole.BUTTON, claim)).isHidden();
    // Tasklist may show the form as it was before.
    member.page().reload();
    member.choose(filter);
    member.open(task);
    assertThat(member.form().getByRole(AriaRole.RADIO).first()).isEnabled();
  }

  private Tasklist spanish(String user) {
    var options = new Browser.NewContextOptions().setLocale("es-ES");
    return new Tasklist(window(options).newPage(), ADDRESS, user);
  }

  private static void fits(Tasklist tasklist, String picture) {
    var page = tasklist.page();
    page.setViewportSize(375, 2_000);
    tasklist
        .form()
        .screenshot(
            new Locator.ScreenshotOptions()
                .setPath(Path.of("target", "screenshots", picture + "-375.png")));
    assertThat(
            tasklist
                .form()
                .evaluate(
                    """
                    form => [form, ...form.querySelectorAll('label')]
                        .filter(each => each.scrollWidth > each.clientWidth)
                        .map(each => each.innerText)
                    """))
        .isEqualTo(List.of());
    page.setViewportSize(1440, 900);
  }
}
