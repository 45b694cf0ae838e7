package com.customerfocus.cascade.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.briefing.BriefingDueRenderer.Due;
import com.customerfocus.cascade.briefing.MemoArrivedRenderer.Memo;
import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.notice.ComposedMails;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailContent;
import com.customerfocus.text.Translated;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mails with a memo say. */
class MemoMailsTests {

  private static final String LINK = "https://focus.example/memo/abc_-123";
  private static final String NASTY =
      "<script>alert(1)</script><img src=x onerror=alert(1)> ${1+1}";

  private final MailComposer mails = ComposedMails.composer();
  private final MemoArrivedRenderer arrived = new MemoArrivedRenderer(mails, null, null, null);
  private final BriefingDueRenderer due = new BriefingDueRenderer(mails, null, null);

  private MailContent arrived(String language, Memo memo) {
    return mails.compose(ComposedMails.reader(language), mail -> arrived.write(mail, memo));
  }

  @Test
  void nothingPeopleTypedActsInTheMail() {
    var letter = arrived("en", memo(NASTY, NASTY, NASTY, List.of(new LocalBrief(NASTY, NASTY))));
    var mail = Jsoup.parse(letter.html());
    assertThat(mail.select("script, img, link, form, [onerror]")).isEmpty();
    assertThat(mail.select("h1").text()).isEqualTo(NASTY);
    assertThat(mail.select("[href]").eachAttr("href")).containsOnly(LINK);
    assertThat(letter.text()).contains(NASTY);
  }

  @Test
  void remoteImagesAndWrongLinksAreOnlyWords() {
    var letter =
        arrived(
            "en",
            memo(
                "Title",
                "![chart](https://evil.example/pixel.gif) [here](javascript:alert(1))",
                null,
                List.of()));
    assertThat(letter.html()).contains("chart here").doesNotContain("evil.example", "javascript");
    assertThat(letter.text()).contains("chart here").doesNotContain("evil.example", "javascript");
  }

  @Test
  void theMailBringsTheWholeMemoAndTheLink() {
    var letter = arrived("en", memo());
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
    var memo = new ReceiptMemo(7, "Carmen Vega", new Translated("Customers first", null), LINK);
    var until = Instant.parse("2026-03-06T09:00:00Z");
    var letter =
        mails.compose(ComposedMails.reader("es"), mail -> due.write(mail, new Due(memo, until)));
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
    assertThat(arrived("en", memo()).text())
        .isEqualTo(
            """
            Hello Ana Núñez,

            Carmen Vega has a memo for you and your colleagues. It came down to you through your \
            managers; below it is what they added for their teams.

            Please read it and let us know on your personal page. Opening the page confirms \
            nothing yet; one button there does.

            Read and confirm:
            https://focus.example/memo/abc_-123

            ------------------------------------------------------------

            Customers first

            The memo:

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

            Read and confirm:
            https://focus.example/memo/abc_-123

            The link is yours alone. Please do not forward this mail: anyone with the link can \
            act in your name.

            This mail was sent automatically. For questions about the memo, please talk to your \
            manager or ask on your personal page.
            """);
  }

  @Test
  void spanishReadersGetSpanishWords() {
    var letter = arrived("es", memo());
    assertThat(letter.subject()).isEqualTo("Comunicado de Carmen Vega: Customers first");
    assertThat(letter.text()).startsWith("Hola, Ana Núñez:").contains("Nuestras cifras:");
    assertThat(Jsoup.parse(letter.html()).selectFirst("html").attr("lang")).isEqualTo("es");
    assertThat(letter.html()).contains("Leer y confirmar").doesNotContain("??");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void aMemoWithoutFiguresAndAdditionsSpeaksOfNeither(String language) {
    var letter = arrived(language, memo("Title", "Text", null, List.of()));
    assertThat(Jsoup.parse(letter.html()).select("h2")).hasSize(1);
    assertThat(letter.text()).doesNotContain("figures", "cifras", "added", "añadido");
  }

  private static Memo memo() {
    return memo(
        "Customers first",
        "# Promises\n\nWe **keep** them. 🎉",
        "| Year | Loyal |\n|---|---|\n| 2025 | 81 % |",
        List.of(new LocalBrief("Luis Ortega", "In Sales we *call back*.")));
  }

  private static Memo memo(String title, String body, String figures, List<LocalBrief> briefs) {
    return new Memo(
        "Carmen Vega",
        new Translated(title, null),
        new Translated(body, null),
        figures,
        briefs,
        LINK);
  }
}
