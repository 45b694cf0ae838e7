package com.customerfocus.cascade.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.page.PersonalPageView.Status;
import com.customerfocus.cascade.question.TeamQuestions;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.organization.Person;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.text.Markdown;
import com.customerfocus.text.TextComparison;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;

@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    classes = {
      MemoMails.class,
      Markdown.class,
      WorkingTime.class,
      ThymeleafAutoConfiguration.class,
      MessageSourceAutoConfiguration.class,
      MemoMailsTests.Monday.class
    },
    properties = {
      "customer-focus.base-url=https://focus.example",
      "customer-focus.working-time.calendars.toledo.zone=Europe/Madrid"
    })
@ConfigurationPropertiesScan(basePackageClasses = WorkingTime.class)
@EnableConfigurationProperties(ProgramAddress.class)
class MemoMailsTests {

  static class Monday {
    @Bean
    Clock clock() {
      return Clock.fixed(FreshStart.MONDAY_MORNING, ZoneOffset.UTC);
    }
  }

  private static final String LINK = "https://focus.example/memo/abc_-123";
  private static final String NASTY =
      "<script>alert(1)</script><img src=x onerror=alert(1)> ${1+1}";

  private final MemoMails letters;

  @Autowired
  MemoMailsTests(MemoMails letters) {
    this.letters = letters;
  }

  @Test
  void nothingPeopleTypedActsInTheMail() {
    var letter =
        letters.memoArrived(
            memo("en", NASTY, NASTY, NASTY, List.of(new LocalBrief(NASTY, NASTY))), LINK);
    var mail = Jsoup.parse(letter.html());
    assertThat(mail.select("script, img, link, form, [onerror]")).isEmpty();
    assertThat(mail.select("h1").text()).isEqualTo(NASTY);
    assertThat(mail.select("[href]").eachAttr("href")).containsOnly(LINK);
    assertThat(letter.text()).contains(NASTY);
  }

  @Test
  void remoteImagesAndWrongLinksAreOnlyWords() {
    var letter =
        letters.memoArrived(
            memo(
                "en",
                "Title",
                "![chart](https://evil.example/pixel.gif) [here](javascript:alert(1))",
                null,
                List.of()),
            LINK);
    assertThat(letter.html()).contains("chart here").doesNotContain("evil.example", "javascript");
    assertThat(letter.text()).contains("chart here").doesNotContain("evil.example", "javascript");
  }

  @Test
  void theMailBringsTheWholeMemoAndTheLink() {
    var letter = letters.memoArrived(memo("en"), LINK);
    assertThat(letter.subject()).isEqualTo("Memo from Carmen Vega: Customers first");
    var mail = Jsoup.parse(letter.html());
    assertThat(mail.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(mail.select("h1, h2, h3").eachText())
        .containsExactly(
            "Customers first", "The memo", "Promises", "Our figures", "Luis Ortega adds");
    assertThat(mail.text()).contains("We keep them. 🎉", "81 %", "In Sales we call back.");
    assertThat(mail.select("a").eachText())
        .containsExactly("Read and confirm", LINK, "Read and confirm");
  }

  @Test
  void managersAreToldUntilWhenToBriefAndWhere() {
    var letter = letters.briefingDue(memo("es"), Instant.parse("2026-03-06T09:00:00Z"), LINK);
    assertThat(letter.subject()).isEqualTo("Informa a tu equipo, por favor: Customers first");
    var mail = Jsoup.parse(letter.html());
    assertThat(mail.select("a[href]").eachAttr("href"))
        .containsExactly("https://focus.example/camunda/app/tasklist/default/", LINK);
    assertThat(mail.text()).contains("viernes, 6 de marzo de 2026, 10:00 (");
    assertThat(letter.text())
        .contains("viernes, 6 de marzo de 2026, 10:00 (hora estándar de Europa central)", LINK)
        .contains("https://focus.example/camunda/app/tasklist/default/");
  }

  @Test
  void theTextTellsTheSame() {
    assertThat(letters.memoArrived(memo("en"), LINK).text())
        .isEqualTo(
            """
            Hello Ana Núñez,

            Carmen Vega has a memo for you and your colleagues. It came down to you through your \
            managers; below it is what they added for their teams.

            Please read it and let us know on your personal page. Opening the page confirms \
            nothing yet; one button there does.
            https://focus.example/memo/abc_-123

            ------------------------------------------------------------

            Customers first

            Promises

            We keep them. 🎉

            ------------------------------------------------------------

            Our figures:

            Year | Loyal
            2025 | 81 %

            ------------------------------------------------------------

            Luis Ortega adds:

            In Sales we call back.

            ------------------------------------------------------------

            Have you read it? Then please confirm it on your page:
            https://focus.example/memo/abc_-123

            The link is yours alone. Please do not forward this mail: whoever has the link can \
            answer in your name.

            This mail was sent automatically. For questions about the memo, please talk to your \
            manager or ask on your personal page.
            """);
  }

  @Test
  void spanishReadersGetSpanishWords() {
    var letter = letters.memoArrived(memo("es"), LINK);
    assertThat(letter.subject()).isEqualTo("Comunicado de Carmen Vega: Customers first");
    assertThat(letter.text()).startsWith("Hola, Ana Núñez:").contains("Nuestras cifras:");
    assertThat(Jsoup.parse(letter.html()).selectFirst("html").attr("lang")).isEqualTo("es");
    assertThat(letter.html()).contains("Leer y confirmar").doesNotContain("??");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void aMemoWithoutFiguresAndAdditionsSpeaksOfNeither(String language) {
    var letter = letters.memoArrived(memo(language, "Title", "Text", null, List.of()), LINK);
    assertThat(Jsoup.parse(letter.html()).select("h2")).hasSize(1);
    assertThat(letter.text()).doesNotContain("figures", "cifras", "added", "añadido");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void aCorrectionIsToldInTheReadersLanguage(String language) {
    var letter = letters.memoChanged(corrected(language), LINK, false);
    var spanish = language.equals("es");
    assertThat(letter.subject())
        .isEqualTo((spanish ? "Ha cambiado: " : "Changed: ") + "Customers first");
    assertThat(letter.text())
        .contains(LINK, "By Friday & not by <b>Monday</b>.", "by Monday.", "by Friday.")
        .contains(spanish ? "Antes: We call back by Monday." : "Before: We call back by Monday.")
        .doesNotContain("Brief the change", "??");
    var html = Jsoup.parse(letter.html());
    assertThat(html.text())
        .contains("By Friday & not by <b>Monday</b>.", "We call back by Friday.");
    assertThat(html.select("b, script")).isEmpty();
    assertThat(html.select("a").eachAttr("href")).containsOnly(LINK);
    assertThat(letter.html()).doesNotContain("??");
  }

  @Test
  void aManagerIsToldOfTheTaskToo() {
    var letter = letters.memoChanged(corrected("en"), LINK, true);
    assertThat(letter.text()).contains("Brief the change", "/camunda/app/tasklist/default/");
    assertThat(letter.html()).contains("Brief the change", "/camunda/app/tasklist/default/");
  }

  private static PersonalPageView corrected(String language) {
    var memo = memo(language);
    return new PersonalPageView(
        7,
        memo.reader(),
        memo.senderName(),
        memo.title(),
        memo.body(),
        memo.figures(),
        memo.localBriefs(),
        Status.OPEN,
        null,
        TeamQuestions.NONE,
        2,
        true,
        new MemoChange(
            FreshStart.MONDAY_MORNING,
            List.of("By Friday & not by <b>Monday</b>."),
            TextComparison.of("We call back by Monday.", "We call back by Friday.")));
  }

  private static PersonalPageView memo(String language) {
    return memo(
        language,
        "Customers first",
        "# Promises\n\nWe **keep** them. 🎉",
        "| Year | Loyal |\n|---|---|\n| 2025 | 81 % |",
        List.of(new LocalBrief("Luis Ortega", "In Sales we *call back*.")));
  }

  private static PersonalPageView memo(
      String language, String title, String body, String figures, List<LocalBrief> briefs) {
    var reader =
        new Person(
            "ana.n", "Ana Núñez", "ana@example.org", "luis", "sales", "Norte", language, "Toledo");
    return new PersonalPageView(
        7,
        reader,
        "Carmen Vega",
        title,
        body,
        figures,
        briefs,
        Status.OPEN,
        null,
        TeamQuestions.NONE);
  }
}
