package com.customerfocus.cascade.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The author's text arrives unchanged on every channel, and markup in it is never active. */
@CustomerFocusTest
class MemoTextTests {

  private static final String START =
      """
      # Señoras y señores 🎉

      We **keep** our promises — *siempre*: ¡über alles!

      | Year | Loyal |
      |------|------:|
      | 2025 | 62 %  |

      - one 👩‍👩‍👧
      - two

      <script>alert("core")</script>
      <img src=x onerror="alert(1)"> ![pixel](https://spy.example/p.png)
      [click](javascript:alert(2)) {{7+8}} ${7+8} th:text="${1}"

      """;
  private static final String END = "\n\nThe very last word: ¡Ánimo! 🚀";

  private static final String MEMO =
      START + "Ñandú 🦤 & ".repeat((10_000 - START.length() - END.length()) / 11) + END;
  private static final String LOCAL_BRIEF =
      "For **us**: <script>alert('local')</script> <b onclick=\"x()\">ñ</b> 💡";

  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final ReceiptLinks links;
  private final Mailbox mailbox;
  private final int port;

  private final HttpClient browser = HttpClient.newHttpClient();

  private long cascade;

  @Autowired
  MemoTextTests(
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      ReceiptLinks links,
      Mailbox mailbox,
      @LocalServerPort int port) {
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.links = links;
    this.mailbox = mailbox;
    this.port = port;
  }

  @BeforeEach
  void aLongMemoWithEverythingInItIsReleased() {
    SmallCompany.people().importInto(importer);
    var memo = new HashMap<>(CascadeSteps.memo());
    memo.put("title", "<script>alert('t')</script> Customers & us 🎯");
    memo.put("body", MEMO);
    memo.remove("titleEs");
    memo.remove("bodyEs");
    var instance = cascadeSteps.launch("boss", memo);
    checkHtml(
        Jsoup.parse(
            cascadeSteps.shown(
                "com", cascadeSteps.task(instance, "reviewReach"), "memoText", String.class)));
    cascadeSteps.release("com", instance);
    cascadeSteps.brief(
        "boss",
        Map.of(
            "heldOn", "2026-03-02", "present", List.of("ana", "fred"), "localBrief", LOCAL_BRIEF));
    cascade = cascadeSteps.count("select max(id) from cascade");
  }

  @Test
  void inTheFormOfABriefing() {
    var task = cascadeSteps.briefingOf("ana").orElseThrow();

    var html = Jsoup.parse(cascadeSteps.shown("ana", task, "memoText", String.class));

    checkHtml(html);
    checkLocalBrief(html);
  }

  @Test
  void onThePersonalPage() throws IOException, InterruptedException {
    var path = URI.create(links.urlFor(cascadeSteps.receiptOf(cascade, "com"))).getPath();

    var answer =
        browser.send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    var page = Jsoup.parse(answer.body());
    checkHtml(page);
    checkLocalBrief(page);
  }

  @Test
  void inTheMail() {
    var letter =
        mailbox.newest("com@", Long.MAX_VALUE, 1).stream()
            .map(MailboxEntry::content)
            .findFirst()
            .orElseThrow();

    assertThat(letter.subject()).contains("<script>alert('t')</script> Customers & us 🎯");
    var html = Jsoup.parse(letter.html());
    checkHtml(html);
    checkLocalBrief(html);
    assertThat(letter.text())
        .contains(
            "Señoras y señores 🎉", "¡über alles!", "👩‍👩‍👧", "The very last word: ¡Ánimo! 🚀")
        .contains("{{7+8}} ${7+8}", "For us:", "💡")
        .doesNotContain("15");
  }

  private static void checkHtml(Document html) {
    assertThat(html.text())
        .contains("<script>alert('t')</script> Customers & us 🎯")
        .contains("Señoras y señores 🎉", "¡über alles!", "👩‍👩‍👧")
        .contains("<script>alert(\"core\")</script>", "<img src=x onerror=\"alert(1)\">")
        .contains("{{7+8}} ${7+8} th:text=\"${1}\"")
        .contains("The very last word: ¡Ánimo! 🚀");
    assertThat(html.select("strong").eachText()).contains("keep");
    assertThat(html.select("td").eachText()).contains("2025", "62 %");
    assertThat(html.select("li").eachText()).contains("two");
    assertThat(html.select("script, iframe, object")).isEmpty();
    assertThat(html.select("[onerror], [onclick], [th:text]")).isEmpty();
    assertThat(html.select("a[href^=javascript]")).isEmpty();
    assertThat(html.select("img[src*=spy.example], img[src=x]")).isEmpty();
  }

  private static void checkLocalBrief(Document html) {
    assertThat(html.text()).contains("For us: <script>alert('local')</script>", "💡");
    assertThat(html.select("strong").eachText()).contains("us");
  }
}
