package com.customerfocus.password;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.EndToEndTest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A person who forgot the password sets a new one, on a phone and at a desk, without script. */
class PasswordEndToEndTests extends EndToEndTest {

  private static final String NEW = "tulips under a bridge";
  private static final Pattern LINK = Pattern.compile("http://\\S+/password/\\S+");

  private final Accounts accounts;
  private final JdbcTemplate jdbc;

  PasswordEndToEndTests(
      @Autowired CascadeSteps cascadeSteps,
      @Autowired Accounts accounts,
      @Autowired JdbcTemplate jdbc) {
    super(cascadeSteps);
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void people() {
    jdbc.update("insert into department (id, name, active) values ('billing', 'Billing', true)");
    for (var language : List.of("en", "es")) {
      jdbc.update(
          """
          insert into person (id, name, mail, department_id, heritage, language, active)
          values (?, 'Ana Gómez', ?, 'billing', 'Alpha', ?, true)
          """,
          "ana-" + language,
          "ana-%s@example.com".formatted(language),
          language);
    }
    accounts.synchronize(
        List.of(account("en"), account("es")), Map.of(Groups.MANAGERS, "Managers"), Set.of());
  }

  private static Account account(String language) {
    return new Account(
        "ana-" + language,
        "Ana Gómez",
        "ana-%s@example.com".formatted(language),
        Set.of(Groups.MANAGERS));
  }

  @ParameterizedTest
  @CsvSource({"en, 375, 740", "es, 375, 740", "en, 1440, 900", "es, 1440, 900"})
  void aForgottenPasswordIsSetAnew(String language, int width, int height) {
    var id = "ana-" + language;
    var page = window(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    page.setViewportSize(width, height);
    var pictures = "password-%s-%d-".formatted(language, width);

    page.navigate(ADDRESS + "/password?language=" + language);
    fits(page, width);
    picture(page, pictures + "1-ask");
    page.locator("#id").fill(id);
    page.locator("button").click();
    page.waitForURL("**/password/sent**");
    picture(page, pictures + "2-sent");

    page.navigate(linkIn(id));
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator("#id")).hasValue(id);
    fits(page, width);
    type(page, "a");
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    fits(page, width);
    picture(page, pictures + "3-refused");

    // By keyboard only: the first field has the focus.
    page.keyboard().type(NEW);
    page.keyboard().press("Tab");
    page.keyboard().type(NEW);
    page.keyboard().press("Enter");
    page.waitForURL("**/password/set**");
    picture(page, pictures + "4-done");

    assertThat(accounts.login(id, NEW)).isPresent();
    assertThat(accounts.login(id, "secret")).isEmpty();
  }

  @Test
  void theLoginPageSaysWhereToGo() {
    var page = window().newPage();
    page.navigate(ADDRESS + "/camunda/app/tasklist/default/");
    assertThat(page.locator("form[name=signinForm]")).isVisible();

    picture(page, "password-login");

    assertThat(
            page.locator("form[name=signinForm]")
                .evaluate("form => getComputedStyle(form, '::after').content")
                .toString())
        .contains("/password");
  }

  private static void type(Page page, String password) {
    page.locator("#password").fill(password);
    page.locator("#again").fill(password);
    page.locator("button").click();
  }

  private String linkIn(String id) {
    var link = LINK.matcher(text(mailTo(id)));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static void fits(Page page, int width) {
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(width);
    assertThat(page.locator("button").boundingBox().height).isGreaterThanOrEqualTo(48);
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
