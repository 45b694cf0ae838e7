package com.customerfocus.cascade.reminder;

import static com.customerfocus.notice.ComposedMails.TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.cascade.receipt.ReceiptMemo;
import com.customerfocus.cascade.reminder.MemoReminderRenderer.Pending;
import com.customerfocus.notice.ComposedMails;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailContent;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.text.Translated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reminders say, on Monday, 2 March 2026, at nine o'clock UTC. */
class ReminderMailsTests {

  private static final String LINK = "https://focus.example/memo/abc_-123";
  private static final String NASTY = "<script>alert(1)</script> {0} ' ${1+1} Núñez 🎉";
  private static final Instant TOMORROW = FreshStart.MONDAY_MORNING.plus(Duration.ofDays(1));
  private static final Instant YESTERDAY = FreshStart.MONDAY_MORNING.minus(Duration.ofDays(1));

  private final MailComposer mails = ComposedMails.composer();
  private final Clock monday = Clock.fixed(FreshStart.MONDAY_MORNING, ZoneOffset.UTC);
  private final MemoReminderRenderer memos = new MemoReminderRenderer(mails, null, null, monday);
  private final BriefingReminderRenderer briefings =
      new BriefingReminderRenderer(mails, null, monday);
  private final TeamLateRenderer teams = new TeamLateRenderer(mails, null);

  private MailContent answerPending(String language, String title, Instant due) {
    var memo = new ReceiptMemo(1, "Carmen Vega", new Translated(title, null), LINK);
    return mails.compose(
        ComposedMails.reader(language), mail -> memos.write(mail, new Pending(memo, due)));
  }

  private MailContent briefingPending(String language, Reminders.Note note) {
    return mails.compose(ComposedMails.reader(language), mail -> briefings.write(mail, note));
  }

  private MailContent teamLate(String language, Reminders.Note note) {
    return mails.compose(ComposedMails.reader(language), mail -> teams.write(mail, note));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void textsOfPeopleAreEscaped(String language) {
    for (var mailContent :
        List.of(
            answerPending(language, NASTY, TOMORROW),
            briefingPending(language, note(NASTY, TOMORROW, 2)),
            teamLate(language, note(NASTY, TOMORROW, 2)))) {
      var mail = Jsoup.parse(mailContent.html());
      assertThat(mail.select("script")).isEmpty();
      assertThat(mail.text()).contains(NASTY);
      assertThat(mail.selectFirst("html").attr("lang")).isEqualTo(language);
      assertThat(mailContent.subject()).contains(NASTY);
      assertThat(mailContent.text()).contains(NASTY);
    }
  }

  @Test
  void aPendingReaderIsToldUntilWhenAndWhere() {
    var mailContent = answerPending("en", "Customers first", TOMORROW);

    assertThat(mailContent.subject()).isEqualTo("Reminder: Customers first");
    assertThat(mailContent.text())
        .isEqualTo(
            """
            Hello Ana Núñez,

            Carmen Vega sent you a memo, “Customers first”. We have not had your answer yet.

            Please read it and confirm it by Tuesday, 3 March 2026, 10:00 (Central European \
            Standard Time). It takes one button on your personal page. If you have done so in the \
            meantime, thank you: then there is nothing left to do.

            Read and confirm:
            https://focus.example/memo/abc_-123

            The link is yours alone. Please do not forward this mail: anyone with the link can \
            act in your name.

            This mail was sent automatically. For questions about the memo, please talk to your \
            manager or ask on your personal page.
            """);
    assertThat(linksIn(mailContent)).containsOnly(LINK);
  }

  @ParameterizedTest
  @CsvSource({
    "en, was due on",
    "es, debía llegar a más tardar el domingo",
  })
  void whoIsLateIsToldSo(String language, String words) {
    assertThat(answerPending(language, "Title", YESTERDAY).text()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Reminder: please brief your team: Title', 'by Tuesday, 3 March 2026, 10:00'",
    "es, 'Recordatorio: informa a tu equipo, por favor: Title', 'el martes, 3 de marzo de 2026, 10:00'",
  })
  void managersAreToldUntilWhenToBriefAndWhere(String language, String subject, String until) {
    var mailContent = briefingPending(language, note("Title", TOMORROW, 2));

    assertThat(mailContent.subject()).isEqualTo(subject);
    assertThat(mailContent.text()).contains("Carmen Vega", until, TASKS);
    assertThat(linksIn(mailContent)).containsOnly(TASKS);
    assertThat(mailContent.html())
        .as("no personal link, no word about it")
        .doesNotContain("forward");
    assertThat(mailContent.text()).doesNotContain("forward");
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'the next manager up is asked to help'",
    "es, 'se pedirá ayuda al siguiente responsable'",
  })
  void managersWhoAreLateAreToldWhatHappens(String language, String words) {
    assertThat(briefingPending(language, note("Title", YESTERDAY, 2)).text()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1, 'One person in your team did not confirm'",
    "en, 1200, '1,200 people in your team did not confirm'",
    "es, 1, 'Una persona de tu equipo no ha confirmado a tiempo el comunicado «Title» y, que sepamos, tampoco lo conoce por ti.'",
    "es, 2, '2 personas de tu equipo no han confirmado a tiempo el comunicado «Title» y, que sepamos, tampoco lo conocen por ti.'",
  })
  void managersAreToldHowManyAreLate(String language, int pending, String words) {
    var mailContent = teamLate(language, note("Title", YESTERDAY, pending));

    assertThat(mailContent.text()).contains(words, "Follow up the team", TASKS);
    assertThat(Jsoup.parse(mailContent.html()).text()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Carmen Vega asked Luis to pass a memo on', 'One person in the team of Luis'",
    "es, 'Carmen Vega pidió a Luis que transmitiera un comunicado', 'Una persona del equipo de Luis'",
  })
  void aSubstituteIsToldTheManagersName(String language, String briefing, String late) {
    var note =
        new Reminders.Note(
            1,
            BriefingState.OPEN,
            new Translated("Title", null),
            "Carmen Vega",
            "luis",
            "Luis",
            TOMORROW,
            1);

    assertThat(briefingPending(language, note).text()).contains("Ana", briefing);
    assertThat(teamLate(language, note).text()).contains("Ana", late);
  }

  private static List<String> linksIn(MailContent mailContent) {
    return Jsoup.parse(mailContent.html()).select("a[href]").eachAttr("href");
  }

  /** The manager is the reader. */
  private static Reminders.Note note(String title, Instant due, int pending) {
    return new Reminders.Note(
        1,
        BriefingState.OPEN,
        new Translated(title, null),
        "Carmen Vega",
        "ana",
        "Ana Núñez",
        due,
        pending);
  }
}
