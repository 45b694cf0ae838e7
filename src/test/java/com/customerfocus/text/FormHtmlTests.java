package com.customerfocus.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    classes = {
      FormHtml.class,
      Markdown.class,
      ThymeleafAutoConfiguration.class,
      MessageSourceAutoConfiguration.class
    })
class FormHtmlTests {

  private static final Locale SPANISH = Locale.forLanguageTag("es");
  private static final Pattern HTML_FROM_ELSEWHERE =
      Pattern.compile("utext=\"\\$\\{(?!markdown\\.toHtml\\(|say\\.(?:html|lines|time)\\()");

  public record Memo(String title, String body, String titleEs, String bodyEs, String figures) {}

  public record Suggestion(String attribute, long total) {}

  private final FormHtml forms;

  @Autowired
  FormHtmlTests(FormHtml forms) {
    this.forms = forms;
  }

  @Test
  void whatPeopleTypedIsShownAsTyped() {
    assertThat(memo(new Memo("<b>&\"'", "<i>We</i> [[${1+1}]]", null, null, "| a |\n|---|\n| 1 |")))
        .startsWith(
            "<div><h2>&lt;b&gt;&amp;&quot;&#39;</h2><p>&lt;i&gt;We&lt;/i&gt; [[${1+1}]]</p>")
        .contains("<h3>Our figures</h3><div class=\"table\" tabindex=\"0\"><table><thead><tr>")
        .endsWith("</div></div>");
  }

  @Test
  void theHtmlIsOneLineThatKeepsTheLineBreaksOfTexts() {
    assertThat(memo(new Memo("Title", "One\n\n```\na\n\nb\n```", null, null, null)))
        .isEqualTo("<div><h2>Title</h2><p>One</p><pre><code>a&#10;&#10;b&#10;</code></pre></div>");
  }

  private String memo(Memo memo) {
    return forms.of("memo", Locale.ENGLISH, Map.of("memo", memo));
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Others who came from your company named most:'",
    "es, 'Lo que más han mencionado otros que vinieron de tu empresa:'"
  })
  void wordsAreInTheReadersLanguage(String language, String words) {
    assertThat(
            forms.of(
                "suggestions",
                Locale.forLanguageTag(language),
                Map.of("suggestions", List.of(new Suggestion("A & B", 3)))))
        .isEqualTo("<div><p>%s</p><ul><li>A &amp; B (3)</li></ul></div>".formatted(words));
  }

  @Test
  void sentencesWithTagsEscapeTheirValues() {
    assertThat(
            forms.of(
                "absence",
                SPANISH,
                Map.of("person", "<Ana>", "days", "9 & 10", "deputy", Optional.of("Óscar\nB"))))
        .isEqualTo(
            "<div><p><strong>&lt;Ana&gt;</strong> no está: <strong>9 &amp; 10</strong>. Las tareas"
                + " nuevas y las que siguen abiertas van a <strong>Óscar<br>B</strong>.</p></div>");
  }

  @Test
  void templatesLetInNoHtmlButThatOfMarkdownAndSentences() throws IOException {
    var templates =
        new PathMatchingResourcePatternResolver().getResources("classpath:templates/form/*.html");
    assertThat(templates).isNotEmpty();
    for (var template : templates) {
      assertThat(template.getContentAsString(UTF_8))
          .as(template.getFilename())
          .doesNotContainPattern(HTML_FROM_ELSEWHERE)
          .doesNotContain("[(");
    }
  }

  @Test
  void refusalsEscapeTheirValues() {
    assertThat(SafeHtml.of("<ñ>\n&")).isEqualTo("&lt;ñ&gt;<br>&amp;");
  }

  @ParameterizedTest
  @CsvSource({
    "Short, Short",
    "'  two\n\n lines ', two lines",
    "1234567890, 1234567890",
    "12345678901, 123456789…",
    "1234567 9 1, '1234567 9…'",
    "12345678 01, 12345678…",
    "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉, 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉"
  })
  void longTextsAreCut(String text, String shortened) {
    assertThat(Shortened.of(text, 10)).isEqualTo(shortened);
  }
}
