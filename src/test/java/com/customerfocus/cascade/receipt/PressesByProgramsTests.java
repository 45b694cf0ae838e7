package com.customerfocus.cascade.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.reminder.FollowUpTexts;
import com.customerfocus.cascade.reminder.ReminderSteps;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.cascade.report.ProgressTexts;
import com.customerfocus.cascade.report.ReceiptLine;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CorrectionSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Acknowledgements over HTTP by people and by programs, and who is told of which. */
@CustomerFocusTest
class PressesByProgramsTests {

  private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0";

  private final HttpClient network = HttpClient.newHttpClient();
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final ReminderSteps reminderSteps;
  private final ReceiptLinks links;
  private final CascadeReports reports;
  private final FollowUpTexts followUpTexts;
  private final ProgressTexts progressTexts;
  private final ProcessEngine engine;
  private final MovableClock clock;
  private final JdbcTemplate rows;
  private final int port;

  private long cascade;

  @Autowired
  PressesByProgramsTests(
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReminderSteps reminderSteps,
      ReceiptLinks links,
      CascadeReports reports,
      FollowUpTexts followUpTexts,
      ProgressTexts progressTexts,
      ProcessEngine engine,
      MovableClock clock,
      JdbcTemplate rows,
      @LocalServerPort int port) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reminderSteps = reminderSteps;
    this.links = links;
    this.reports = reports;
    this.followUpTexts = followUpTexts;
    this.progressTexts = progressTexts;
    this.engine = engine;
    this.clock = clock;
    this.rows = rows;
    this.port = port;
  }

  @BeforeEach
  void threeArePending() {
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("com", "Com", "boss", "Board", "en", "communications")
        .add("ana", "Ana", "boss", "Sales", "es", "")
        .add("bob", "<b>Bob", "boss", "Care", "en", "")
        .importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of());
  }

  @Test
  void aReaderLeavesNoSign() throws Exception {
    pressLikeAReader("bob");

    assertThat(receipt("bob").state()).isEqualTo(ReceiptState.ACKNOWLEDGED);
    assertThat(receipt("bob").scannerSigns()).isNull();
    assertThat(progressTexts.progressHtml(cascade)).doesNotContain("program");
  }

  @Test
  void aScannerCountsAndItsSignsAreOnRecord() throws Exception {
    var status = press("bob", "", "User-Agent", "curl/8.5", "Sec-Fetch-Site", "cross-site");

    assertThat(status).isEqualTo(303);
    assertThat(receipt("bob").state()).isEqualTo(ReceiptState.ACKNOWLEDGED);
    assertThat(receipt("bob").scannerSigns()).isEqualTo("cross-site program no-page");
    assertThat(receipt("ana").scannerSigns()).isNull();
  }

  @Test
  void aScannerThatOpensThePageAndPressesAtOnceIsKnown() throws Exception {
    var shown = open("bob");

    press("bob", "shown=" + shown, "User-Agent", BROWSER, "Sec-Fetch-Site", "same-origin");

    assertThat(receipt("bob").scannerSigns()).isEqualTo("at-once");
  }

  @Test
  void aDeclaredPrefetchChangesNothing() throws Exception {
    var status =
        press(
            "bob",
            "",
            "User-Agent",
            BROWSER,
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Purpose",
            "prefetch");

    assertThat(status).isEqualTo(503);
    assertThat(receipt("bob").state()).isEqualTo(ReceiptState.PENDING);
    pressLikeAReader("bob");
    assertThat(receipt("bob").state()).isEqualTo(ReceiptState.ACKNOWLEDGED);
  }

  @Test
  void aSecondPressLeavesTheRecordAsItIs() throws Exception {
    pressLikeAReader("bob");
    press("bob", "", "User-Agent", "curl/8.5");

    assertThat(receipt("bob").scannerSigns()).isNull();
  }

  @Test
  void theManagerSeesWhomToAskAgainInBothLanguages() throws Exception {
    press("bob", "", "User-Agent", "curl/8.5");
    reminderSteps.remindInVain("boss");
    var briefing = cascadeSteps.count("select id from briefing where manager_id = 'boss'");

    assertThat(followUpTexts.lateTeamHtml(briefing))
        .contains("<td>Ana</td>", "<h3>Perhaps answered by a program</h3>")
        .contains("Ask them again.</p><ul><li>&lt;b&gt;Bob</li></ul>");
    rows.update("update person set language = 'es' where id = 'boss'");
    assertThat(followUpTexts.lateTeamHtml(briefing))
        .contains("<h3>Quizá respondió un programa</h3>", "Pregúntales de nuevo.");
  }

  @Test
  void theLauncherSeesHowMany() throws Exception {
    press("bob", "", "User-Agent", "curl/8.5");
    assertThat(progressTexts.progressHtml(cascade))
        .contains("<p>One acknowledgement perhaps came from a program that checks mails");
    press("ana", "", "User-Agent", "curl/8.5");

    assertThat(progressTexts.progressHtml(cascade)).contains("<p>2 acknowledgements perhaps came");
  }

  @Test
  void theNextVersionOfTheMemoStartsWithoutSigns() throws Exception {
    press("bob", "", "User-Agent", "curl/8.5");
    new CorrectionSteps(engine, cascadeSteps)
        .publish("boss", "com", cascade, CorrectionSteps.material("Call.", "At once."));
    cascadeSteps.runJobs();

    assertThat(receipt("bob").state()).isEqualTo(ReceiptState.PENDING);
    assertThat(receipt("bob").scannerSigns()).isNull();
  }

  // Helpers

  private void pressLikeAReader(String person) throws Exception {
    var shown = open(person);
    clock.moveBy(Duration.ofSeconds(20));
    press(person, "shown=" + shown, "User-Agent", BROWSER, "Sec-Fetch-Site", "same-origin");
  }

  /** When the page says it was made. */
  private String open(String person) throws Exception {
    var page =
        network.send(HttpRequest.newBuilder(page(person, "")).build(), BodyHandlers.ofString());
    return Jsoup.parse(page.body()).selectFirst("input[name=shown]").val();
  }

  private int press(String person, String form, String... headers) throws Exception {
    return network
        .send(
            HttpRequest.newBuilder(page(person, "/acknowledgement"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .headers(headers)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private URI page(String person, String button) {
    var link = URI.create(links.urlFor(cascadeSteps.receiptOf(cascade, person)));
    return URI.create("http://localhost:" + port + link.getPath() + button);
  }

  private ReceiptLine receipt(String person) {
    var lines = new ArrayList<ReceiptLine>();
    reports.receipts(cascade, lines::add);
    return lines.stream().filter(line -> line.personId().equals(person)).findFirst().orElseThrow();
  }
}
