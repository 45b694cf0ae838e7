package com.customerfocus.cascade.page.web;

import static com.customerfocus.cascade.page.PersonalPageView.Status.ACKNOWLEDGED;
import static com.customerfocus.cascade.page.PersonalPageView.Status.CLOSED;
import static com.customerfocus.cascade.page.PersonalPageView.Status.EXCUSED;
import static com.customerfocus.cascade.page.PersonalPageView.Status.OPEN;
import static com.customerfocus.cascade.question.TeamQuestions.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.briefing.LocalBrief;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.page.PersonalPageView.Status;
import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.cascade.question.TeamQuestions;
import com.customerfocus.cascade.question.TeamQuestions.Question;
import com.customerfocus.cascade.receipt.ButtonPress;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.link.web.OpenPageHeaders;
import com.customerfocus.link.web.PrefetchRefusal;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.text.TextChange;
import com.customerfocus.text.TextChange.Piece;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@SpringBootTest(
    classes = PageAlone.class,
    properties = "customer-focus.working-time.calendars.boulder.zone=America/Denver")
class PersonalPageTests {

  private static final Instant NOON = Instant.parse("2026-03-02T12:05:00Z");

  private static final TeamQuestions ASKABLE = new TeamQuestions("Luis Ortega", List.of());

  private final MockMvc browser;
  private final ReceiptLinks links;
  private final FakeMemos memos;

  @Autowired
  PersonalPageTests(
      WebApplicationContext program,
      OpenPageHeaders headers,
      PrefetchRefusal prefetches,
      ReceiptLinks links,
      FakeMemos memos) {
    this.browser =
        MockMvcBuilders.webAppContextSetup(program).addFilters(headers, prefetches).build();
    this.links = links;
    this.memos = memos;
  }

  @BeforeEach
  void noMemos() {
    memos.clear();
  }

  // Invalid links

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/memo",
        "/memo/",
        "/memo/unknown",
        "/memo/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "/memo/a/b/c",
        "/memo/%3Cscript%3Ealert(1)%3C%2Fscript%3E"
      })
  void anUnknownLinkGetsAFriendlyPageInBothLanguages(String path) throws Exception {
    var answer = ask(HttpMethod.GET, path);
    assertThat(answer.getStatus()).isEqualTo(404);
    var page = Jsoup.parse(answer.getContentAsString());
    assertThat(page.select("section[lang=en]").text()).contains("This link does not open a memo");
    assertThat(page.select("section[lang=es]").text())
        .contains("Este enlace no abre ningún comunicado");
    assertThat(page.select("form, script")).isEmpty();
    assertThat(memos.calls()).isEmpty();
  }

  @Test
  void theAnswerToAnInvalidLinkHidesTheReason() throws Exception {
    var unknown = ask(HttpMethod.GET, "/memo/unknown");
    var withdrawn = ask(HttpMethod.GET, path(7));
    var altered = ask(HttpMethod.GET, path(7).replaceFirst(".$", "_"));
    for (var other : List.of(withdrawn, altered)) {
      assertThat(other.getStatus()).isEqualTo(unknown.getStatus());
      assertThat(other.getContentAsByteArray()).isEqualTo(unknown.getContentAsByteArray());
      assertThat(headers(other)).isEqualTo(headers(unknown));
    }
  }

  @Test
  void anAlteredLinkAcknowledgesNothing() throws Exception {
    memos.put(memo(OPEN, "en"));
    var answer = ask(HttpMethod.POST, path(7).replaceFirst(".$", "_") + "/acknowledgement");
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(memos.calls()).isEmpty();
  }

  @Test
  void whenOurSideFailsTheReaderIsToldToComeBack() throws Exception {
    memos.fail();
    var answer = ask(HttpMethod.POST, path(7) + "/acknowledgement");
    assertThat(answer.getStatus()).isEqualTo(500);
    assertThat(answer.getContentAsString())
        .contains("Something went wrong on our side", "Algo ha fallado por nuestra parte")
        .doesNotContain("database");
    assertThatHeadersProtect(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, ''",
    "DELETE, ''",
    "PATCH, ''",
    "POST, ''",
    "PUT, /acknowledgement",
    "DELETE, /acknowledgement",
    "PUT, /question",
    "DELETE, /question"
  })
  void otherMethodsAreRefused(String method, String path) throws Exception {
    memos.put(memo(OPEN, "en"));
    var answer = ask(HttpMethod.valueOf(method), path(7) + path);
    assertThat(answer.getStatus()).isEqualTo(405);
    assertThat(memos.calls()).isEmpty();
    assertThatHeadersProtect(answer);
  }

  // Reading

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void mailScannersMayOpenTheLink(String method) throws Exception {
    memos.put(memo(OPEN, "en"));
    assertThat(ask(HttpMethod.valueOf(method), path(7)).getStatus()).isEqualTo(200);
    assertThat(memos.status(7)).isEqualTo(OPEN);
    assertThat(memos.calls()).doesNotContain("acknowledge 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void openingTheAddressOfTheButtonOnlyLeadsToThePage(String method) throws Exception {
    memos.put(memo(OPEN, "en"));
    var answer = ask(HttpMethod.valueOf(method), path(7) + "/acknowledgement");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(path(7));
    assertThat(memos.calls()).isEmpty();
  }

  @Test
  void openingThePageReadsTheMemoOnce() throws Exception {
    memos.put(memo(OPEN, "en"));
    ask(HttpMethod.GET, path(7));
    assertThat(memos.calls()).containsExactly("personalMemo 7");
  }

  @Test
  void thePageShowsWhoSendsTheMemoWhatItSaysAndWhatTheManagersAdd() throws Exception {
    memos.put(memo(OPEN, "en"));
    var page = page(7);
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(page.title()).isEqualTo("Customers first & always");
    assertThat(page.select(".from").text()).isEqualTo("A memo from Carmen Vega For Ana Núñez <QA>");
    assertThat(page.select("h1, h2, h3"))
        .extracting(Element::text)
        .containsExactly(
            "Customers first & always",
            "The memo",
            "Promises",
            "Our figures",
            "Luis Ortega adds",
            "Mary O'Neill adds",
            "Have you read it?");
    assertThat(page.select("table td").eachText()).containsExactly("2025", "81 %");
    assertThat(page.select(".local").eachText())
        .containsExactly("Luis Ortega adds In Sales we call back.", "Mary O'Neill adds Today!");
    assertThat(page.select("button").eachText()).containsExactly("Yes, I have read it");
  }

  @Test
  void aMemoWithoutFiguresAndAdditionsHasNoEmptyHeadings() throws Exception {
    var memo = memo(OPEN, "en");
    memos.put(
        new PersonalPageView(
            7, memo.reader(), "Carmen Vega", "Short", "Text", null, List.of(), OPEN, null, NONE));
    assertThat(page(7).select("h2").eachText()).containsExactly("The memo", "Have you read it?");
  }

  @Test
  void theReadersLanguageOverridesTheBrowsers() throws Exception {
    memos.put(memo(OPEN, "es"));
    var answer =
        browser
            .perform(MockMvcRequestBuilders.get(path(7)).header("Accept-Language", "en, de;q=0.5"))
            .andReturn()
            .getResponse();
    var page = Jsoup.parse(answer.getContentAsString());
    assertThat(answer.getHeader("Content-Language")).isEqualTo("es");
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo("es");
    assertThat(page.select(".from").text()).startsWith("Un comunicado de Carmen Vega");
    assertThat(page.select("button").text()).isEqualTo("Sí, lo he leído");
    assertThat(page.text()).doesNotContain("??");
  }

  @Test
  void nothingPeopleTypedActs() throws Exception {
    var nasty = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    var memo = memo(OPEN, "en");
    memos.put(
        new PersonalPageView(
            7,
            memo.reader(),
            nasty,
            nasty,
            nasty,
            nasty,
            List.of(new LocalBrief(nasty, nasty)),
            OPEN,
            null,
            NONE));
    var page = page(7);
    assertThat(page.select("script, img, [onerror], [style]")).isEmpty();
    assertThat(page.select("h1").text()).isEqualTo(nasty);
  }

  // Answering

  @Test
  void theButtonAcknowledgesOnceAndLeadsBackToThePage() throws Exception {
    memos.put(memo(OPEN, "en"));
    var form = page(7).selectFirst("form");
    assertThat(form.attr("method")).isEqualTo("post");

    var answer = ask(HttpMethod.POST, form.attr("action"));

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(path(7));
    assertThat(memos.calls()).containsExactly("personalMemo 7", "acknowledge 7");
    assertThat(page(7).select("[role=status]").text())
        .isEqualTo(
            "Thank you, Ana Núñez <QA>. You confirmed this memo on"
                + " Monday, 2 March 2026, 09:00 (Coordinated Universal Time).");
  }

  @Test
  void thePressTellsWhatIsKnownOfIt() throws Exception {
    memos.put(memo(OPEN, "en"));
    var shown = page(7).selectFirst("input[name=shown]").val();

    browser.perform(
        press("/acknowledgement")
            .param("shown", shown)
            .header("User-Agent", "Mozilla/5.0 x")
            .header("Sec-Fetch-Site", "same-origin"));

    assertThat(memos.pressed())
        .isEqualTo(
            new ButtonPress("Mozilla/5.0 x", "same-origin", true, FreshStart.MONDAY_MORNING));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999"})
  void aPressThatDoesNotSayWhenThePageWasShownCounts(String shown) throws Exception {
    memos.put(memo(OPEN, "en"));

    browser.perform(press("/acknowledgement").param("shown", shown));

    assertThat(memos.pressed()).isEqualTo(new ButtonPress(null, null, true, null));
    assertThat(memos.status(7)).isEqualTo(ACKNOWLEDGED);
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Purpose, prefetch",
    "Sec-Purpose, prefetch;prerender",
    "Sec-Purpose, prefetch;anonymous-client-ip",
    "Purpose, Prefetch",
    "X-Purpose, preview",
    "X-Moz, prefetch"
  })
  void whatIsDeclaredAPrefetchHasNoEffect(String header, String purpose) throws Exception {
    memos.put(memo(OPEN, "en"));

    for (var button : List.of("/acknowledgement", "/question")) {
      var answer =
          browser
              .perform(press(button).param("question", "Why?").header(header, purpose))
              .andReturn()
              .getResponse();
      assertThat(answer.getStatus()).isEqualTo(503);
      assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    assertThat(memos.calls()).isEmpty();
    assertThat(memos.status(7)).isEqualTo(OPEN);
  }

  private MockHttpServletRequestBuilder press(String button) {
    return MockMvcRequestBuilders.post(URI.create(path(7) + button))
        .contentType(MediaType.APPLICATION_FORM_URLENCODED);
  }

  @Test
  void aSecondClickSaysWhenItWasDoneInTheReadersWords() throws Exception {
    memos.put(memo(ACKNOWLEDGED, "es"));
    assertThat(ask(HttpMethod.POST, path(7) + "/acknowledgement").getStatus()).isEqualTo(303);
    var page = page(7);
    assertThat(page.title()).isEqualTo("Confirmado: Customers first & always");
    assertThat(page.select("[role=status]").text())
        .startsWith("Gracias, Ana Núñez <QA>. Confirmaste este comunicado el")
        .contains("lunes, 2 de marzo de 2026, 12:05 (tiempo universal coordinado)");
    assertThat(page.selectFirst("time").attr("datetime")).startsWith("2026-03-02T12:05");
    assertThat(page.select("form, button")).isEmpty();
  }

  @Test
  void theTimeIsThatOfTheReadersSite() throws Exception {
    var memo = memo(ACKNOWLEDGED, "en");
    memos.put(
        new PersonalPageView(
            7,
            FakeMemos.reader("Ana Núñez", "en", "Boulder"),
            memo.senderName(),
            memo.title(),
            memo.body(),
            null,
            List.of(),
            ACKNOWLEDGED,
            NOON,
            NONE));

    assertThat(page(7).select("[role=status]").text())
        .contains("Monday, 2 March 2026, 05:05 (Mountain Standard Time).");
    assertThat(page(7).selectFirst("time").attr("datetime")).startsWith("2026-03-02T05:05");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "EXCUSED"})
  void whatNeedsNoAnswerCanStillBeRead(Status status) throws Exception {
    memos.put(memo(status, "en"));
    var page = page(7);
    assertThat(page.select("[role=status]").text())
        .startsWith(
            status == CLOSED ? "This memo is closed." : "You do not need to confirm this memo.");
    assertThat(page.text()).contains("Promises", "In Sales we call back.");
    assertThat(page.select("form, button")).isEmpty();
  }

  // Asking

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void openingTheAddressOfTheQuestionOnlyLeadsToThePage(String method) throws Exception {
    memos.put(memo(OPEN, "en", ASKABLE));
    var answer = ask(HttpMethod.valueOf(method), path(7) + "/question?question=Why");
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(path(7));
    assertThat(memos.calls()).isEmpty();
  }

  @Test
  void anAlteredLinkAsksNothing() throws Exception {
    memos.put(memo(OPEN, "en", ASKABLE));
    var answer = question(path(7).replaceFirst(".$", "_") + "/question", "Why?");
    assertThat(answer.getStatus()).isEqualTo(404);
    assertThat(memos.calls()).isEmpty();
  }

  @Test
  void thePageOfAMemoThatWasWithdrawnMeanwhileOpensNothing() throws Exception {
    memos.answerQuestions(QuestionOutcome.TOO_LATE);
    assertThat(question(path(7) + "/question", "Why?").getStatus()).isEqualTo(404);
  }

  @Test
  void theReaderKnowsBeforeAskingWhoGetsTheQuestionAndWhoTheAnswer() throws Exception {
    memos.put(memo(ACKNOWLEDGED, "en", ASKABLE));
    var ask = page(7).selectFirst("section.ask");
    assertThat(ask.select("#asking").text())
        .isEqualTo(
            "It goes to Luis Ortega, who answers it or passes it up, normally within ten working"
                + " days. The answer comes to you and to everyone in your team, together with your"
                + " question and your name.");
    assertThat(ask.select("label[for=question]").text()).isEqualTo("Your question");
    assertThat(ask.select("textarea#question[maxlength=2000][required]").text()).isEmpty();

    var answer = question(ask.selectFirst("form[method=post]").attr("action"), "¿Why? 🎉");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(path(7) + "#questions");
    assertThat(memos.asked()).containsExactly("¿Why? 🎉");
    assertThatHeadersProtect(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "EMPTY, en, Please write your question first.",
    "TOO_LONG, en, Your question is too long: at most",
    "TOO_MANY, en, Five of your questions are still waiting",
    "TOO_LATE, es, Este comunicado está cerrado",
    "TOO_LONG, es, Tu pregunta es demasiado larga"
  })
  void aQuestionThatIsNotTakenIsNotLost(QuestionOutcome why, String language, String said)
      throws Exception {
    var typed = "<script>alert(1)</script>\nSeñor, </textarea><b>why</b>? 🎉";
    memos.put(memo(OPEN, language, why == QuestionOutcome.TOO_LATE ? NONE : ASKABLE));
    memos.answerQuestions(why);

    var answer = question(path(7) + "/question", typed);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThatHeadersProtect(answer);
    var page = Jsoup.parse(answer.getContentAsString());
    assertThat(page.select("[role=alert]").text()).startsWith(said);
    assertThat(page.selectFirst("textarea").wholeText()).isEqualTo(typed);
    assertThat(page.select("script, b")).isEmpty();
  }

  @Test
  void aPostWithoutAQuestionIsAnEmptyOne() throws Exception {
    memos.put(memo(OPEN, "en", ASKABLE));
    memos.answerQuestions(QuestionOutcome.EMPTY);
    assertThat(ask(HttpMethod.POST, path(7) + "/question").getStatus()).isEqualTo(422);
    assertThat(memos.asked()).containsExactly("");
  }

  @Test
  void theTeamsQuestionsStandBelowTheMemoWithTheirAnswers() throws Exception {
    memos.put(
        memo(
            CLOSED,
            "es",
            new TeamQuestions(
                null,
                List.of(
                    new Question(
                        false,
                        "Mary O'Neill",
                        NOON,
                        "Who <b>pays</b>?\nReally?",
                        "Luis Ortega",
                        NOON,
                        false,
                        "Carmen Vega",
                        NOON,
                        "The *company* <script>alert(1)</script>"),
                    new Question(
                        true, "Ana", NOON, "When?", "Luis Ortega", NOON, false, null, null, null),
                    new Question(
                        true,
                        "Ana",
                        NOON,
                        "Now?",
                        "Mary O'Neill",
                        NOON,
                        true,
                        null,
                        null,
                        null)))));
    var page = page(7);
    assertThat(page.select("section.questions article").eachText())
        .containsExactly(
            "Mary O'Neill ha preguntado: lunes, 2 de marzo de 2026 Who <b>pays</b>? Really?"
                + " Carmen Vega responde: lunes, 2 de marzo de 2026"
                + " The company <script>alert(1)</script>",
            "Has preguntado: lunes, 2 de marzo de 2026 When? Tu pregunta le ha llegado a Luis"
                + " Ortega. La respuesta llegará a más tardar el lunes, 2 de marzo de 2026.",
            "Has preguntado: lunes, 2 de marzo de 2026 Now? Tu pregunta le ha llegado a Mary O'Neill"
                + " y se le ha recordado. La respuesta tenía que llegar a más tardar el lunes, 2 de"
                + " marzo de 2026.");
    assertThat(page.select("section.questions em").text()).isEqualTo("company");
    assertThat(page.select("script, b, form")).isEmpty();
  }

  // Corrected memos

  @Test
  void aReaderWhoIsAskedAgainReadsTheChangesFirst() throws Exception {
    memos.put(corrected("en", true, "By Friday, not by Monday."));
    var page = page(7);
    assertThat(page.select("[role=status]").text())
        .isEqualTo(
            "The memo has changed since you answered. Please read what is new and confirm again."
                + " Your earlier answer stays on record for the earlier text.");
    assertThat(page.select("h2").eachText().get(0)).isEqualTo("What has changed");
    assertThat(page.select(".change").text())
        .isEqualTo(
            "What has changed This memo was corrected on 2 March 2026. By Friday, not by Monday."
                + " Before We call back by Monday. Now We call back by Friday. New A new line.");
    assertThat(page.select(".before .piece").text()).isEqualTo("Monday");
    assertThat(page.select(".after .piece").text()).isEqualTo("Friday");
    assertThat(page.select("input[name=version]").val()).isEqualTo("2");
    assertThat(page.select("button").eachText()).containsExactly("Yes, I have read it");
  }

  @Test
  void theReadersLanguageTellsOfTheChange() throws Exception {
    memos.put(corrected("es", true, "El viernes."));
    var page = page(7);
    assertThat(page.select("[role=status]").text()).startsWith("El comunicado ha cambiado");
    assertThat(page.select(".change").text())
        .startsWith(
            "Qué ha cambiado Este comunicado se corrigió el 2 de marzo de 2026. El viernes.")
        .contains("Antes", "Ahora");
    assertThat(page.text()).doesNotContain("??");
  }

  @Test
  void anEditorialCorrectionAsksForNothing() throws Exception {
    memos.put(corrected("en", false, "A comma."));
    var page = page(7);
    assertThat(page.select("[role=status]")).isEmpty();
    assertThat(page.select(".change").text()).contains("A comma.");
  }

  @Test
  void anAnswerFromAnOldPageLeadsToThePageThatSaysWhyItDidNotCount() throws Exception {
    memos.put(corrected("en", false, "By Friday, not by Monday."));

    var answer = ask(HttpMethod.POST, path(7) + "/acknowledgement?version=1");

    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo(path(7) + "?seen=1");
    assertThat(memos.status(7)).isEqualTo(OPEN);
    var page = Jsoup.parse(ask(HttpMethod.GET, path(7) + "?seen=1").getContentAsString());
    assertThat(page.select("[role=status]").text()).startsWith("Your answer does not count yet.");
    assertThat(memos.calls()).contains("personalMemo since 1 7");
    assertThat(ask(HttpMethod.POST, path(7) + "/acknowledgement?version=2").getHeader("Location"))
        .isEqualTo(path(7));
    assertThat(memos.status(7)).isEqualTo(ACKNOWLEDGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?seen=x", "?seen=99999999999", "?seen=<script>"})
  void aVersionThatIsNoneOpensNothing(String query) throws Exception {
    memos.put(memo(OPEN, "en"));
    assertThat(
            ask(HttpMethod.GET, path(7) + query.replace("<", "%3C").replace(">", "%3E"))
                .getStatus())
        .isEqualTo(404);
  }

  @Test
  void nothingTypedInACorrectionActs() throws Exception {
    memos.put(corrected("en", true, "<script>alert(1)</script><img src=x onerror=alert(1)>"));
    var page = page(7);
    assertThat(page.select("script, img, [onerror], [style]")).isEmpty();
    assertThat(page.select(".words").text()).startsWith("<script>alert(1)</script>");
  }

  private static PersonalPageView corrected(String language, boolean askedAgain, String words) {
    var memo = memo(OPEN, language);
    var before =
        List.of(
            new Piece("We call back by ", false), new Piece("Monday", true), new Piece(".", false));
    var after =
        List.of(
            new Piece("We call back by ", false), new Piece("Friday", true), new Piece(".", false));
    return new PersonalPageView(
        7,
        memo.reader(),
        memo.senderName(),
        memo.title(),
        memo.body(),
        memo.figures(),
        memo.localBriefs(),
        OPEN,
        null,
        NONE,
        2,
        askedAgain,
        new MemoChange(
            NOON,
            List.of(words),
            List.of(
                new TextChange(before, after),
                new TextChange(List.of(), List.of(new Piece("A new line.", false))))));
  }

  // Headers and style sheet

  @Test
  void browsersKeepAndLoadNothing() throws Exception {
    memos.put(memo(EXCUSED, "en"));
    assertThatHeadersProtect(ask(HttpMethod.GET, path(7)));
    assertThatHeadersProtect(ask(HttpMethod.HEAD, path(7)));
    assertThatHeadersProtect(ask(HttpMethod.GET, "/memo/unknown"));
    assertThatHeadersProtect(ask(HttpMethod.POST, path(7) + "/acknowledgement"));
    assertThat(ask(HttpMethod.GET, "/assets/memo.css").getHeader("Content-Security-Policy"))
        .isNull();
  }

  @Test
  void theStyleSheetThePageNamesIsThere() throws Exception {
    memos.put(memo(OPEN, "en"));
    var css = page(7).selectFirst("link[rel=stylesheet]").attr("href");
    assertThat(ask(HttpMethod.GET, css).getStatus()).isEqualTo(200);
  }

  private static void assertThatHeadersProtect(MockHttpServletResponse answer) {
    assertThat(headers(answer))
        .contains(
            "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self';"
                + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store",
            "X-Robots-Tag: noindex",
            "X-Content-Type-Options: nosniff");
  }

  private static List<String> headers(MockHttpServletResponse answer) {
    var headers = new ArrayList<String>();
    for (var name : answer.getHeaderNames()) {
      headers.add(name + ": " + String.join(", ", answer.getHeaders(name)));
    }
    return headers;
  }

  private Document page(long receiptId) throws Exception {
    var answer = ask(HttpMethod.GET, path(receiptId));
    assertThat(answer.getStatus()).isEqualTo(200);
    return Jsoup.parse(answer.getContentAsString());
  }

  private MockHttpServletResponse ask(HttpMethod method, String path) throws Exception {
    return browser
        .perform(
            MockMvcRequestBuilders.request(method, URI.create(path))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED))
        .andReturn()
        .getResponse();
  }

  private MockHttpServletResponse question(String path, String text) throws Exception {
    return browser
        .perform(
            MockMvcRequestBuilders.post(URI.create(path))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("question", text))
        .andReturn()
        .getResponse();
  }

  private String path(long receiptId) {
    return links.urlFor(receiptId).substring(PageAlone.BASE_URL.length());
  }

  private static PersonalPageView memo(Status status, String language) {
    return memo(status, language, NONE);
  }

  private static PersonalPageView memo(Status status, String language, TeamQuestions questions) {
    return new PersonalPageView(
        7,
        FakeMemos.reader("Ana Núñez <QA>", language),
        "Carmen Vega",
        "Customers first & always",
        "# Promises\n\nWe keep them.",
        "| Year | Loyal |\n|---|---|\n| 2025 | 81 % |",
        List.of(
            new LocalBrief("Luis Ortega", "In Sales we *call back*."),
            new LocalBrief("Mary O'Neill", "Today!")),
        status,
        status == ACKNOWLEDGED ? NOON : null,
        questions);
  }
}
