package com.customerfocus.customer.contact;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.EndToEndTest;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A customer changes the contact settings, on a phone and at a desk, without script. */
class ContactEndToEndTests extends EndToEndTest {

  private static final Pattern LINK = Pattern.compile("http://\\S+/contact/\\S+");

  private final ContactLinks links;
  private final JdbcTemplate rows;

  ContactEndToEndTests(
      @Autowired CascadeSteps cascadeSteps,
      @Autowired ContactLinks links,
      @Autowired JdbcTemplate rows) {
    super(cascadeSteps);
    this.links = links;
    this.rows = rows;
  }

  @ParameterizedTest
  @CsvSource({"en, 320, 640", "es, 375, 740", "en, 1440, 900", "es, 1440, 900"})
  void aCustomerWantsNoLettersThenNothingAndTakesItBack(String language, int width, int height) {
    var customers = new SampleCustomers(rows);
    var id = customers.add("C-1", "Lucía Prado", "lucia@example.com", language);
    var page = window(new Browser.NewContextOptions().setJavaScriptEnabled(false)).newPage();
    page.setViewportSize(width, height);
    var pictures = "contact-%s-%d-".formatted(language, width);

    page.navigate(links.urlFor(id));
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator("input[value=NORMAL]")).isChecked();
    fits(page, width);
    picture(page, pictures + "1-open");

    page.locator("label", new Page.LocatorOptions().setHas(page.locator("input[value=NO_LETTERS]")))
        .click();
    page.locator("form:has(input[value=NO_LETTERS]) button").click();
    assertThat(page.locator("#undo")).isVisible();
    assertThat(page.locator("input[value=NO_LETTERS]")).isChecked();
    fits(page, width);
    picture(page, pictures + "2-no-letters");

    var link = LINK.matcher(text(mailTo("lucia")));
    assertThat(link.find()).isTrue();
    page.navigate(link.group());
    page.locator("#never").click();
    page.waitForURL("**/never");
    fits(page, width);
    picture(page, pictures + "3-sure");
    page.locator("button").click();
    assertThat(page.locator("#never")).hasCount(0);
    assertThat(contact()).isEqualTo("LOST");
    fits(page, width);
    picture(page, pictures + "4-never");

    page.locator("#undo").click();
    assertThat(page.locator("input[value=NO_LETTERS]")).isChecked();
    assertThat(contact()).isEqualTo("NO_LETTERS");
  }

  private String contact() {
    return rows.queryForObject("select contact from customer", String.class);
  }

  private static void fits(Page page, int width) {
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(width);
    for (var place : page.locator("button, .choices label").all()) {
      assertThat(place.boundingBox().height).isGreaterThanOrEqualTo(48);
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }
}
