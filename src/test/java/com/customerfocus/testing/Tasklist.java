package com.customerfocus.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;

/** A person at work in Tasklist, in a browser. */
public class Tasklist {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Page page;

  /**
   * Logs in.
   *
   * @param address of the program, such as {@code http://localhost:8080}
   */
  public Tasklist(Page page, String address, String user) {
    this.page = page;
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(() -> logIn(address + "/camunda/app/tasklist/default/", user));
  }

  /**
   * Repeats until Tasklist shows: the login form may clear its fields while it renders, and under
   * load Tasklist sometimes stays empty.
   */
  private boolean logIn(String tasklist, String user) {
    var soon = new Locator.WaitForOptions().setTimeout(20_000);
    var myTasks = page.getByText("My tasks");
    var username = page.getByPlaceholder("Username");
    try {
      page.navigate(tasklist);
      myTasks.or(username).first().waitFor(soon);
      if (username.isVisible()) {
        username.fill(user);
        page.getByPlaceholder("Password").fill("secret");
        button("Log in").click();
      }
      myTasks.waitFor(soon);
      return true;
    } catch (TimeoutError e) {
      return false;
    }
  }

  /** Opens the start form of the process. */
  public void launch(String process) {
    choose(process, form());
  }

  /** Opens the start form of the process if it is embedded HTML. */
  public void launchEmbedded(String process) {
    choose(process, embeddedForm());
  }

  private void choose(String process, Locator form) {
    page.getByText("Start process").first().click();
    page.locator(".modal-dialog")
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(process))
        .click();
    assertThat(form).isVisible();
  }

  public void choose(String filter) {
    // A form that is open may have a field of the same name.
    page.locator("a[ng-style*='filter.']")
        .filter(new Locator.FilterOptions().setHasText(filter))
        .click();
  }

  public void showsNoTask() {
    assertThat(page.getByText("No task matching filters found.")).isVisible();
  }

  /** The cards in the list of tasks. */
  private Locator tasks() {
    return page.locator(".tasks-list li.task");
  }

  public void open(String task) {
    tasks().filter(new Locator.FilterOptions().setHasText(task)).first().click();
    assertThat(form()).isVisible();
  }

  public void openEmbedded(String task) {
    tasks().filter(new Locator.FilterOptions().setHasText(task)).first().click();
    assertThat(embeddedForm()).isVisible();
  }

  /** An embedded HTML form, which we use where a file is chosen. */
  public Locator embeddedForm() {
    return page.locator("form:has(input[type=file])");
  }

  /** The form of a task, of either kind. */
  public Locator form() {
    return page.locator(".fjs-container, form:has(input[type=file])");
  }

  public Locator field(String label) {
    // A required field's label ends with a star.
    return form().getByLabel(Pattern.compile("^" + label.replaceAll("[^\\p{L}]", ".") + ".?$"));
  }

  /**
   * Fills in a field and leaves it, which is when the form stores the value. Repeats if the form
   * renders again and clears the field.
   */
  public void write(String label, String text) {
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(
            () -> {
              field(label).fill(text);
              field(label).blur();
              return field(label).inputValue().equals(text);
            });
  }

  public void press(String button) {
    button(button).click();
  }

  /** Completes the task, which then disappears. */
  public void complete() {
    press("Complete");
    assertThat(form()).isHidden();
  }

  /** Tasklist's notification. */
  public Locator message() {
    return page.locator(".notifications .alert");
  }

  public Page page() {
    return page;
  }

  private Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
