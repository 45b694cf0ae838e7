package com.customerfocus.customer.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.Tasklist;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** An administrator imports files of customers in a real browser, at a desk and on a phone. */
class CustomerImportEndToEndTests extends EndToEndTest {

  private static final String HEADER = "reference,name,mail,language,tier\n";
  private static final String FAULTY =
      HEADER + "C-1,Lucía Prado,lucia@example,fr,gold\nC 2,<img src=x>,,en,\n";
  private static final String CORRECTED =
      HEADER + "C-1,Lucía Prado,lucia@example.com,es,gold\nC-2,<img src=x> {{7*7}},,en,\n";

  private final OrganizationImporter organization;
  private final JdbcTemplate rows;

  CustomerImportEndToEndTests(
      @Autowired CascadeSteps cascadeSteps,
      @Autowired OrganizationImporter organization,
      @Autowired JdbcTemplate rows) {
    super(cascadeSteps);
    this.organization = organization;
    this.rows = rows;
  }

  @BeforeEach
  void anAdministrator() {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("alan", "boss", "Board", "administrator")
        .importInto(organization);
  }

  @Test
  void aFileIsCorrectedReviewedAndApplied() {
    new SampleCustomers(rows).lucia();
    var tasklist = tasklist("alan");
    tasklist.launchEmbedded("Customer import");
    tasklist.press("Start");
    assertThat(tasklist.message())
        .containsText("Choose the file first: the CSV that your customer system exports.");
    choose(tasklist, "large.csv", "x".repeat(14_000_001));
    assertThat(tasklist.embeddedForm()).containsText("large.csv has more than 14 MB.");
    fits(tasklist, tasklist.embeddedForm(), "customer-import-file");
    choose(tasklist, "faulty.csv", FAULTY);
    tasklist.press("Start");

    tasklist.openEmbedded("Correct the file: faulty.csv");
    var errors = tasklist.embeddedForm().locator("tbody tr");
    assertThat(errors).hasCount(3);
    assertThat(errors.first()).containsText("The value is not a mail address.");
    assertThat(errors.last().locator("td").first()).hasText("3");
    fits(tasklist, tasklist.embeddedForm(), "customer-import-errors");
    choose(tasklist, "corrected.csv", CORRECTED);
    tasklist.press("Complete");

    tasklist.open("Review the changes: corrected.csv");
    assertThat(tasklist.form()).containsText("New customers: 1. Changed: 1. Unchanged: 0.");
    assertThat(tasklist.form()).not().containsText("Lucía");
    assertThat(tasklist.form().locator("img")).hasCount(0);
    fits(tasklist, tasklist.form(), "customer-import-review");
    tasklist.field("Apply: make these changes").check();
    tasklist.complete();

    await().atMost(PATIENCE).until(() -> customers("tier = 'gold' or reference = 'C-2'") == 2);
  }

  @Test
  void aFileIsDiscardedWithAReason() {
    var tasklist = tasklist("alan");
    tasklist.launchEmbedded("Customer import");
    choose(tasklist, "customers.csv", CORRECTED);
    tasklist.press("Start");
    tasklist.open("Review the changes: customers.csv");
    tasklist.field("Discard: change nothing").check();
    tasklist.write("Why do you discard the file?", "It is last year's.");
    tasklist.complete();

    tasklist.launchEmbedded("Customer import");
    choose(tasklist, "faulty.csv", FAULTY);
    tasklist.press("Start");
    tasklist.openEmbedded("Correct the file: faulty.csv");
    tasklist.embeddedForm().getByLabel("Your decision").selectOption("discard");
    tasklist.embeddedForm().getByLabel("Why do you discard the file?").fill("Another one comes.");
    tasklist.press("Complete");

    await().atMost(PATIENCE).until(() -> discarded() == 2);
    assertThat(customers("1 = 1")).isZero();
  }

  @Test
  void aFileThatIsGoneCanOnlyBeGivenUp() {
    new SampleCustomers(rows).lucia();
    var tasklist = tasklist("alan");
    tasklist.launchEmbedded("Customer import");
    choose(tasklist, "customers.csv", CORRECTED);
    tasklist.press("Start");
    await().atMost(PATIENCE).until(() -> filesThatWait() == 1);
    rows.update("update customer_import set content = null, preview = null");
    tasklist.open("Review the changes: customers.csv");
    assertThat(tasklist.form()).containsText("The file is not kept any more");
    assertThat(tasklist.form()).not().containsText("**");
    assertThat(tasklist.form()).not().containsText("Apply");
    assertThat(tasklist.form()).not().containsText("since your review");
    fits(tasklist, tasklist.form(), "customer-import-gone");
    tasklist.field("Discard: change nothing").check();
    tasklist.write("Why do you discard the file?", "A customer was removed.");
    tasklist.complete();
    await().atMost(PATIENCE).until(() -> filesThatWait() == 0);
    assertThat(customers("1 = 1")).isEqualTo(1);
  }

  private long filesThatWait() {
    return rows.queryForObject(
        "select count(*) from customer_import where state = 'UPLOADED'", Long.class);
  }

  private long customers(String which) {
    return rows.queryForObject("select count(*) from customer where " + which, Long.class);
  }

  private long discarded() {
    return rows.queryForObject(
        "select count(*) from customer_import where state = 'DISCARDED' and content is null"
            + " and reason in ('It is last year''s.', 'Another one comes.')",
        Long.class);
  }

  private static void choose(Tasklist tasklist, String name, String csv) {
    tasklist
        .embeddedForm()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private static void fits(Tasklist tasklist, Locator form, String picture) {
    for (var width : new int[] {375, 1_440}) {
      tasklist.page().setViewportSize(width, 2_000);
      form.screenshot(
          new Locator.ScreenshotOptions()
              .setPath(Path.of("target", "screenshots", "%s-%d.png".formatted(picture, width))));
      assertThat((Boolean) form.evaluate("form => form.scrollWidth <= form.clientWidth")).isTrue();
    }
  }
}
