package com.customerfocus.cascade.correction;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.MemoChange;
import com.customerfocus.cascade.correction.MemoChangedRenderer.Changed;
import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.notice.ComposedMails;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailContent;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.text.TextComparison;
import com.customerfocus.text.Translated;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mail about a corrected memo says. */
class MemoChangedMailTests {

  private static final String LINK = "https://focus.example/memo/abc_-123";

  private final MailComposer mails = ComposedMails.composer();
  private final MemoChangedRenderer renderer =
      new MemoChangedRenderer(mails, null, null, null, null, null);

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void aCorrectionIsToldInTheReadersLanguage(String language) {
    var letter = changed(language, false);
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
    var letter = changed("en", true);
    assertThat(letter.text()).contains("Brief the change", "/camunda/app/tasklist/default/");
    assertThat(letter.html()).contains("Brief the change", "/camunda/app/tasklist/default/");
  }

  private MailContent changed(String language, boolean briefsTeam) {
    var memo = new ReceiptMemo(7, "Carmen Vega", new Translated("Customers first", null), LINK);
    var change =
        new MemoChange(
            FreshStart.MONDAY_MORNING,
            List.of("By Friday & not by <b>Monday</b>."),
            TextComparison.of("We call back by Monday.", "We call back by Friday."));
    return mails.compose(
        ComposedMails.reader(language),
        mail -> renderer.write(mail, new Changed(memo, change, briefsTeam)));
  }
}
