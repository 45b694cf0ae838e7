package com.customerfocus.cascade.page.web;

import static com.customerfocus.cascade.page.PersonalPageView.Status.ACKNOWLEDGED;
import static com.customerfocus.cascade.page.PersonalPageView.Status.OPEN;
import static com.customerfocus.cascade.question.TeamQuestions.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.briefing.LocalBrief;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.cascade.question.TeamQuestions;
import com.customerfocus.cascade.question.TeamQuestions.Question;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.testing.Chromium;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.text.TextChange;
import com.customerfocus.text.TextChange.Piece;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The personal page in a real browser, without JavaScript and mouse. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = PageAlone.class)
class PersonalPageBrowserTests {

  private static Chromium chromium;

  private final FakeMemos memos;
  private final ReceiptLinks links;
  private final int port;
  private final List<String> complaints = new ArrayList<>();
  private Page page;

  @Autowired
  PersonalPageBrowserTests(FakeMemos memos, ReceiptLinks links, @LocalServerPort int port) {
    this.memos = memos;
    this.links = links;
    this.port = port;
  }

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopChromium() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void aPhoneWithoutJavaScript() {
    memos.clear();
    page =
        chromium
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(375, 740)
                    .setJavaScriptEnabled(false))
            .newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
  }

  @AfterEach
  void nothingToComplainAbout() {
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void readingAndConfirmingNeedsOnlyTheKeyboard() {
    memos.put(memo("en", "We keep our promises."));
    page.navigate(link());
    page.keyboard().press("Tab");
    assertThat(page.locator("button:focus").textContent()).isEqualTo("Yes, I have read it");
    page.keyboard().press("Enter");
    page.waitForURL(link());
    assertThat(page.getByRole(AriaRole.STATUS).innerText())
        .contains("Thank you, Ana Núñez.", "Monday, 2 March 2026, 09:00");
    assertThat(memos.status(7)).isEqualTo(ACKNOWLEDGED);
    page.reload();
    assertThat(page.locator("button").count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void onAPhoneOnlyTheTableScrollsSideways(String language) {
    var wide = "|" + " Department with a long name |".repeat(8) + "\n|" + "---|".repeat(8);
    var word = "Donaudampfschifffahrtsgesellschaft".repeat(4);
    memos.put(memo(language, wide + "\n\n" + word + "\n\n```\n" + word + "\n```\n# " + word));
    page.navigate(link());
    assertThat(width("html")).isEqualTo(375);
    assertThat(width("main")).isEqualTo(375);
    assertThat(width("table")).isGreaterThan(375);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void onAPhoneWhatHasChangedFitsTheScreen(String language) {
    var word = "Donaudampfschifffahrtsgesellschaft".repeat(4);
    var memo = memo(language, "We keep our promises.");
    var piece = List.of(new Piece("We call ", false), new Piece(word, true));
    memos.put(
        new PersonalPageView(
            7,
            memo.reader(),
            memo.senderName(),
            memo.title(),
            memo.body(),
            memo.figures(),
            memo.localBriefs(),
            OPEN,
            null,
            TeamQuestions.NONE,
            2,
            true,
            new MemoChange(
                FreshStart.MONDAY_MORNING, List.of(word), List.of(new TextChange(piece, piece)))));
    page.navigate(link());
    assertThat(page.locator(".change").isVisible()).isTrue();
    assertThat(width("html")).isEqualTo(375);
    assertThat(width(".change")).isLessThanOrEqualTo(375);
  }

  @Test
  void theButtonIsLargeEnoughForAThumb() {
    memos.put(memo("es", "Cumplimos."));
    page.navigate(link());
    assertThat(page.locator("button").boundingBox().height).isGreaterThanOrEqualTo(48);
  }

  @Test
  void askingNeedsOnlyTheKeyboardToo() {
    memos.put(memo("en", "We keep our promises.", questions()));
    page.navigate(link());
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().type("Who pays?");
    page.keyboard().press("Tab");
    assertThat(page.locator("button:focus").textContent()).isEqualTo("Ask the question");
    page.keyboard().press("Enter");
    page.waitForURL(link() + "#questions");
    assertThat(memos.asked()).containsExactly("Who pays?");
  }

  @Test
  void whatCouldNotBeAskedIsStillThere() {
    memos.put(memo("es", "Cumplimos.", questions()));
    memos.answerQuestions(QuestionOutcome.TOO_MANY);
    page.navigate(link());
    page.locator("textarea").fill("¿Quién paga?\n¿Y cuándo?");
    page.locator("button.second").click();
    assertThat(page.getByRole(AriaRole.ALERT).innerText()).startsWith("Cinco de tus preguntas");
    assertThat(page.locator("textarea").inputValue()).isEqualTo("¿Quién paga?\n¿Y cuándo?");
    assertThat(width("html")).isEqualTo(375);
    complaints.removeIf(complaint -> complaint.contains("422"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void questionsFitOnAPhone(String language) {
    memos.put(memo(language, "Text", questions()));
    page.navigate(link());
    assertThat(width("html")).isEqualTo(375);
    assertThat(width("main")).isEqualTo(375);
    assertThat(page.locator("button.second").boundingBox().height).isGreaterThanOrEqualTo(48);
  }

  private static TeamQuestions questions() {
    var now = Instant.parse("2026-03-02T12:05:00Z");
    var word = "Donaudampfschifffahrtsgesellschaft".repeat(4);
    return new TeamQuestions(
        "Luis Ortega",
        List.of(
            new Question(
                false,
                "Mary O'Neill",
                now,
                "Who pays for the night shift?\n" + word,
                "Luis Ortega",
                now,
                false,
                "Luis Ortega",
                now,
                "The **company** does:\n\n- all of it\n- " + word),
            new Question(
                true, "Ana", now, "And when?", "Luis Ortega", now, true, null, null, null)));
  }

  private int width(String selector) {
    return ((Number) page.locator(selector).first().evaluate("e => e.scrollWidth")).intValue();
  }

  private String link() {
    return "http://localhost:" + port + URI.create(links.urlFor(7)).getPath();
  }

  private static PersonalPageView memo(String language, String body) {
    return memo(language, body, NONE);
  }

  private static PersonalPageView memo(String language, String body, TeamQuestions questions) {
    return new PersonalPageView(
        7,
        FakeMemos.reader("Ana Núñez", language),
        "Carmen Vega",
        "Customers first",
        body,
        null,
        List.of(new LocalBrief("Luis Ortega", body)),
        OPEN,
        null,
        questions);
  }
}
