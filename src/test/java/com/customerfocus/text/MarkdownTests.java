package com.customerfocus.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("a", Set.of("href", "target", "rel")),
          Map.entry("div", Set.of("class", "tabindex")),
          Map.entry("ol", Set.of("start")),
          Map.entry("th", Set.of("align")),
          Map.entry("td", Set.of("align")),
          Map.entry("p", Set.of()),
          Map.entry("br", Set.of()),
          Map.entry("em", Set.of()),
          Map.entry("strong", Set.of()),
          Map.entry("ul", Set.of()),
          Map.entry("li", Set.of()),
          Map.entry("h3", Set.of()),
          Map.entry("h4", Set.of()),
          Map.entry("h5", Set.of()),
          Map.entry("h6", Set.of()),
          Map.entry("blockquote", Set.of()),
          Map.entry("pre", Set.of()),
          Map.entry("code", Set.of()),
          Map.entry("hr", Set.of()),
          Map.entry("table", Set.of()),
          Map.entry("thead", Set.of()),
          Map.entry("tbody", Set.of()),
          Map.entry("tr", Set.of()));

  private final Markdown markdown = new Markdown();

  @Nested
  class NothingActs {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<script>alert(1)</script>",
          "Hello <script src=https://evil.example/x.js></script> there",
          "<img src=x onerror=alert(1)>",
          "<IMG SRC=\"javascript:alert(1)\">",
          "![pixel](https://evil.example/pixel.gif)",
          "![pixel](https://evil.example/pixel.gif \"a\\\" onload=alert(1)\")",
          "[![pixel](https://evil.example/p.gif)](https://good.example)",
          "![a [b](javascript:alert(1)) c](https://evil.example/p.gif)",
          "[click](javascript:alert(1))",
          "[click](JaVaScRiPt:alert(1))",
          "[click](<java\tscript:alert(1)>)",
          "[click](&#106;avascript:alert(1))",
          "[click](javascript&colon;alert(1))",
          "[click](\u0001javascript:alert(1))",
          "[click]( javascript:alert(1))",
          "[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
          "[click](vbscript:msgbox(1))",
          "[click](file:///etc/passwd)",
          "[click](//evil.example)",
          "[click](/camunda/app/admin)",
          "[click](https://good.example \"x\\\" onmouseover=\\\"alert(1)\")",
          "[click](https://good.example/\"onmouseover=\"alert(1))",
          "[click][ref]\n\n[ref]: javascript:alert(1) \"t\"",
          "<javascript:alert(1)>",
          "<https://good.example/?a=\"><script>alert(1)</script>>",
          "<a href=\"javascript:alert(1)\" onclick=\"alert(2)\">x</a>",
          "<div style=\"background:url(https://evil.example)\">\n\nx\n\n</div>",
          "<svg/onload=alert(1)>",
          "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
          "<!-- --><style>*{display:none}</style><base href=//evil.example>",
          "<form action=https://evil.example><button>Confirm</button></form>",
          "<meta http-equiv=refresh content=0;url=https://evil.example>",
          "```\" onmouseover=\"alert(1)\n<script>alert(1)</script>\n```",
          "`<script>alert(1)</script>`",
          "    <script>alert(1)</script>",
          "| a |\n|---|\n| <script>alert(1)</script> |",
          "| [a](javascript:alert(1)) | ![b](https://evil.example/p.gif) |\n|:-:|---|\n| x | y |",
          "# <script>alert(1)</script>",
          "> <img src=x onerror=alert(1)>",
          "*<b onmouseover=alert(1)>*",
          "</p></main><script>alert(1)</script>",
          "]]><script>alert(1)</script>",
          "&lt;script&gt;alert(1)&lt;/script&gt;",
          "\\<script>alert(1)\\</script>",
          "\u0000<script\u0000>alert(1)</script>",
          "${T(java.lang.Runtime).getRuntime()} [[${1+1}]] __${7*7}__"
        })
    void hostileInputIsEscaped(String typed) {
      assertHarmless(markdown.toHtml(typed));
    }

    @Test
    void theWordsOfTypedHtmlStayReadable() {
      var html = Jsoup.parseBodyFragment(markdown.toHtml("Use <b>bold</b> & <script>x</script>"));
      assertThat(html.text()).isEqualTo("Use <b>bold</b> & <script>x</script>");
    }

    @Test
    void anImageIsOnlyItsDescription() {
      assertThat(markdown.toHtml("Before ![our *new* logo](https://example.org/l.png) after"))
          .isEqualTo("<p>Before our <em>new</em> logo after</p>\n");
      assertThat(markdown.toText("Before ![our logo](https://example.org/l.png) after"))
          .isEqualTo("Before our logo after");
    }
  }

  @Nested
  class Addresses {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "See https://intranet.example/plan and so on|https://intranet.example/plan",
          "Write to ana@x.example today|mailto:ana@x.example",
          "Más información en https://intranet.example/plan.|https://intranet.example/plan",
          "Visita www.x.example, por favor|https://www.x.example",
          "¿Has visto https://x.example?|https://x.example",
          "¡Mira https://x.example/hola!|https://x.example/hola",
          "First https://x.example/a; then|https://x.example/a",
          "It is there: https://x.example/a:|https://x.example/a",
          "(see https://x.example/a_(b))|https://x.example/a_(b)",
          "(ana@x.example)|mailto:ana@x.example",
          "[https://x.example/a]|https://x.example/a",
          "\"https://x.example/a\"|https://x.example/a",
          "«https://x.example/a»|https://x.example/a",
          "“https://x.example/a”.|https://x.example/a",
          "„https://x.example/a“|https://x.example/a",
          "https://x.example/a… more|https://x.example/a",
          "https://x.example/a – more|https://x.example/a",
          "https://x.example/a—more|https://x.example/a",
          "https://intranet/plan|https://intranet/plan",
          "https://x.example:8443/a?b=c&d=e#f|https://x.example:8443/a?b=c&d=e#f",
          "HTTPS://X.example/|HTTPS://X.example/",
          "https://x.example/año/niño.pdf|https://x.example/a%C3%B1o/ni%C3%B1o.pdf",
          "https://españa.example/ñ|https://xn--espaa-rta.example/%C3%B1",
          "www.bücher.example|https://www.xn--bcher-kva.example",
          "Schreib an jörg@bücher.example.|mailto:j%C3%B6rg@xn--bcher-kva.example",
          "https://straße.example/|https://stra%C3%9Fe.example/",
          "https://東京.example。|https://xn--1lqs71d.example",
          "**https://x.example/a**|https://x.example/a",
          "- https://x.example/a|https://x.example/a",
          "> ana@x.example|mailto:ana@x.example",
          "https://x.example/\u202Etxt.exe|https://x.example/",
          "https://x.example/<script>alert(1)</script>|https://x.example/",
          "[españa](https://españa.example/)|https://xn--espaa-rta.example/",
          "[our plan](https://x.example)|https://x.example",
          "[https://a.example](https://b.example)|https://b.example"
        })
    void areLinks(String typed, String href) {
      var html = markdown.toHtml(typed);
      assertHarmless(html);
      assertThat(Jsoup.parseBodyFragment(html).select("a"))
          .singleElement()
          .satisfies(
              link -> {
                assertThat(link.attr("href")).isEqualTo(href);
                assertThat(link.attr("target")).isEqualTo("_blank");
                assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
              });
    }

    @Test
    void areLinksInMailsToo() {
      assertThat(markdown.toHtml("Ver https://x.example.", Map.of("a", "color:#0b5f5b")))
          .isEqualTo(
              "<p>Ver <a href=\"https://x.example\" target=\"_blank\""
                  + " rel=\"noopener noreferrer nofollow\" style=\"color:#0b5f5b\">"
                  + "https://x.example</a>.</p>\n");
    }

    @Test
    void severalInOneLineAreSeveralLinks() {
      var html = Jsoup.parseBodyFragment(markdown.toHtml("A www.x.example, B b@x.example; C"));
      assertThat(html.select("a").eachText()).containsExactly("www.x.example", "b@x.example");
      assertThat(html.text()).isEqualTo("A www.x.example, B b@x.example; C");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "javascript://x.example/%0aalert(1)",
          "javascript:alert(1)",
          "data:text/html,x",
          "ftp://x.example/a",
          "file:///etc/passwd",
          "vbscript://x",
          "`https://x.example`",
          "    https://x.example",
          "10:30, 3.5 and ana at x.example",
          "@ana",
          "a@b",
          "http://",
          "www."
        })
    void ofOtherKindsAndCodeStayText(String typed) {
      var html = Jsoup.parseBodyFragment(markdown.toHtml(typed));
      assertThat(html.select("a")).isEmpty();
      assertThat(html.text()).isEqualTo(typed.replace("`", "").strip());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"See https://x.example/a and ana@x.example.", "www.españa.example, por favor"})
    void stayAsTheyAreInPlainText(String typed) {
      assertThat(markdown.toText(typed)).isEqualTo(typed);
    }
  }

  @Nested
  class TooMuch {

    static Stream<String> memosBuiltToOverwhelm() {
      var wideTable = "|a".repeat(1650) + "|\n" + "|-".repeat(1650) + "|\n" + "|\n".repeat(1700);
      var manyCells = "|a".repeat(50) + "|\n" + "|-".repeat(50) + "|\n" + "|\n".repeat(4850);
      var longReference = "[a]: https://" + "x".repeat(5000) + "\n\n" + "[a] ".repeat(1250);
      return Stream.concat(
          Stream.of(
                  "[",
                  "*",
                  ">",
                  "> ",
                  "- ",
                  "_",
                  "`",
                  "![",
                  "*a ",
                  "*a **a ",
                  "[a](",
                  "<",
                  "&",
                  "#",
                  "|",
                  "\\",
                  "1. ",
                  "[a][",
                  "*a _b ",
                  "``` ",
                  "<!--",
                  "~",
                  "\t",
                  "\n",
                  "www.",
                  "www.a.b ",
                  "a@b.c ",
                  "a@",
                  "http://",
                  "https://",
                  "https://a(",
                  "@")
              .map(piece -> piece.repeat(10_000 / piece.length())),
          Stream.of(
              "*a".repeat(2500) + "a*".repeat(2500),
              "[".repeat(5000) + "]".repeat(5000),
              "[".repeat(2000) + "a" + "](b)".repeat(2000),
              wideTable,
              manyCells,
              longReference));
    }

    @ParameterizedTest
    @MethodSource("memosBuiltToOverwhelm")
    void isShownAsTypedAndDoesNotGrowWithoutEnd(String memo) {
      var html = markdown.toHtml(memo);
      assertHarmless(html);
      assertThat(html.length()).isLessThan(500_000);
      assertThat(markdown.toText(memo).length()).isLessThan(500_000);
    }

    @Test
    void losesNoWord() {
      assertThat(markdown.toHtml("> ".repeat(100) + "deep & down\nhere"))
          .startsWith("<p>&gt; &gt;")
          .contains("deep &amp; down<br />\nhere");
    }
  }

  @Nested
  class AMemoLooksAsItWasMeant {

    @Test
    void aLongMemoWithAccentsAndEmojiGetsThroughWhole() {
      var memo = "Mañana cumpliremos **cada** promesa. 🎉 ¿Sí? ".repeat(250);
      assertThat(Jsoup.parseBodyFragment(markdown.toHtml(memo)).text())
          .isEqualTo("Mañana cumpliremos cada promesa. 🎉 ¿Sí? ".repeat(250).strip());
    }

    @Test
    void lineBreaksStayWhereTheWriterMadeThem() {
      assertThat(markdown.toHtml("Regards,\nCarmen")).isEqualTo("<p>Regards,<br />\nCarmen</p>\n");
    }

    @Test
    void aTableScrollsByItselfAndByKeyboard() {
      assertThat(markdown.toHtml("| Year | Loyal |\n|---|---:|\n| 2025 | 81 % |"))
          .startsWith("<div class=\"table\" tabindex=\"0\"><table>\n<thead>")
          .contains("<td align=\"right\">81 %</td>")
          .endsWith("</table></div>\n");
    }

    @ParameterizedTest
    @CsvSource({
      "https://example.org/a?b=c&d=e, https://example.org/a?b=c&d=e",
      "HTTP://example.org, HTTP://example.org",
      "mailto:ana@example.org, mailto:ana@example.org",
      "<https://example.org/our plan.pdf>, https://example.org/our%20plan.pdf"
    })
    void linksToTheWebAndToMailOpenElsewhereAndTellNothing(String destination, String href) {
      var link =
          Jsoup.parseBodyFragment(markdown.toHtml("[here](" + destination + ")")).selectFirst("a");
      assertThat(link.attr("href")).isEqualTo(href);
      assertThat(link.attr("target")).isEqualTo("_blank");
      assertThat(link.attr("rel")).isEqualTo("noopener noreferrer nofollow");
    }

    @ParameterizedTest(name = "{0} become {1}")
    @DisplayName("headings stand below those of the page, without gaps")
    @CsvSource({
      "1 2 3, 3 4 5",
      "1 1, 3 3",
      "2 3 2, 3 4 3",
      "4, 3",
      "1 6 1, 3 4 3",
      "3 1, 3 3",
      "1 2 3 4 5 6, 3 4 5 6 6 6"
    })
    void headings(String written, String shown) {
      var memo = new StringBuilder();
      for (var level : written.split(" ")) {
        memo.append("#".repeat(Integer.parseInt(level))).append(" Heading\n\ntext\n\n");
      }
      assertThat(
              Jsoup.parseBodyFragment(markdown.toHtml(memo.toString()))
                  .select(":is(h1,h2,h3,h4,h5,h6)"))
          .extracting(Element::tagName)
          .containsExactlyElementsOf(
              Stream.of(shown.split(" ")).map(level -> "h" + level).toList());
    }

    @Test
    void aMailGetsItsStylesInTheTags() {
      assertThat(markdown.toHtml("> wise", Map.of("blockquote", "margin:0")))
          .isEqualTo("<blockquote style=\"margin:0\">\n<p>wise</p>\n</blockquote>\n");
    }

    @Test
    void plainTextReadsWell() {
      assertThat(
              markdown.toText(
                  "# Promises\n\nWe **keep** them:\n\n- on time\n- or [renegotiated](https://example.org)\n\n1. first\n2. second"))
          .isEqualTo(
              "Promises\n\nWe keep them:\n\n- on time\n- or \"renegotiated\" (https://example.org)\n\n1. first\n2. second");
    }

    @Test
    void plainTextKeepsTablesReadable() {
      assertThat(
              markdown.toText("Before\n\n| Year | Loyal |\n|---|---|\n| *2025* | 81 % |\n\nAfter"))
          .isEqualTo("Before\n\nYear | Loyal\n2025 | 81 %\n\nAfter");
    }
  }

  private static void assertHarmless(String html) {
    assertThat(html).doesNotContainIgnoringCase("<script", "<img", "href=\"javascript:");
    for (var element : Jsoup.parseBodyFragment(html).select("body *")) {
      assertThat(ALLOWED).as(html).containsKey(element.tagName());
      assertThat(element.attributes().asList())
          .as(html)
          .extracting(Attribute::getKey)
          .isSubsetOf(ALLOWED.get(element.tagName()));
      if (element.hasAttr("href")) {
        assertThat(element.attr("href")).matches("(?i)(https?://|mailto:).*");
      }
    }
  }
}
