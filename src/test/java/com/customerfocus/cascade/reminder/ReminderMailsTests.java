package com.customerfocus.cascade.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.briefing.BriefingState;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.page.PersonalPageView.Status;
import com.customerfocus.cascade.question.TeamQuestions;
import com.customerfocus.notice.MailContent;
import com.customerfocus.organization.Person;
import com.customerfocus.testing.FreshStart;
import com.customerfocus.worktime.WorkingTime;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;

/** Texts of reminders on Monday, 2 March 2026, at nine o'clock UTC. */
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    classes = {
      ReminderMails.class,
      WorkingTime.class,
      ThymeleafAutoConfiguration.class,
      MessageSourceAutoConfiguration.class,
      ReminderMailsTests.Monday.class
    },
    properties = {
      "customer-focus.base-url=https://focus.example/",
      "customer-focus.working-time.calendars.toledo.zone=Europe/Madrid"
    })
@ConfigurationPropertiesScan(basePackageClasses = WorkingTime.class)
class ReminderMailsTests {

  static class Monday {
    @Bean
    Clock clock() {
      return Clock.fixed(FreshStart.MONDAY_MORNING, ZoneOffset.UTC);
    }
  }

  private static final String LINK = "https://focus.example/memo/abc_-123";
  private static final String TASKS = "https://focus.example/camunda/app/tasklist/default/";
  private static final String NASTY = "<script>alert(1)</script> {0} ' ${1+1} Núñez 🎉";
  private static final Instant TOMORROW = FreshStart.MONDAY_MORNING.plus(Duration.ofDays(1));
  private static final Instant YESTERDAY = FreshStart.MONDAY_MORNING.minus(Duration.ofDays(1));

  private final ReminderMails letters;

  @Autowired
  ReminderMailsTests(ReminderMails letters) {
    this.letters = letters;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void textsOfPeopleAreEscaped(String language) {
    for (var mailContent :
        List.of(
            letters.answerPending(memo(language, NASTY), TOMORROW, LINK),
            letters.briefingPending(note(language, NASTY, TOMORROW, 2)),
            letters.teamLate(note(language, NASTY, TOMORROW, 2)))) {
      var mail = Jsoup.parse(mailContent.html());
      assertThat(mail.select("script")).isEmpty();
      assertThat(mail.text()).contains(NASTY);
      assertThat(mail.selectFirst("html").attr("lang")).isEqualTo(language);
      assertThat(mailContent.subject()).contains(NASTY);
      assertThat(mailContent.text()).contains(NASTY);
    }
  }

  @Test
  void aPendingReaderReadsUntilWhenAndWhereToAnswer() {
    var mailContent = letters.answerPending(memo("en", "Customers first"), TOMORROW, LINK);

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

            The link is yours alone. Please do not forward this mail: whoever has the link can \
            answer in your name.

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
  void aLateReaderIsToldSo(String language, String words) {
    assertThat(letters.answerPending(memo(language, "Title"), YESTERDAY, LINK).text())
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 'Reminder: please brief your team: Title', 'by Tuesday, 3 March 2026, 10:00'",
    "es, 'Recordatorio: informa a tu equipo, por favor: Title', 'el martes, 3 de marzo de 2026, 10:00'",
  })
  void managersAreToldUntilWhenToBriefAndWhere(String language, String subject, String until) {
    var mailContent = letters.briefingPending(note(language, "Title", TOMORROW, 2));

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
    assertThat(letters.briefingPending(note(language, "Title", YESTERDAY, 2)).text())
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1, 'One person in your team did not confirm'",
    "en, 1200, '1,200 people in your team did not confirm'",
    "es, 1, 'Una persona de tu equipo no ha confirmado a tiempo el comunicado «Title» y, que sepamos, tampoco lo conoce por ti.'",
    "es, 2, '2 personas de tu equipo no han confirmado a tiempo el comunicado «Title» y, que sepamos, tampoco lo conocen por ti.'",
  })
  void managersAreToldHowManyAreLate(String language, int pending, String words) {
    var mailContent = letters.teamLate(note(language, "Title", YESTERDAY, pending));

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
            reader(language), BriefingState.OPEN, "Title", "Carmen Vega", "Luis", TOMORROW, 1);

    assertThat(letters.briefingPending(note).text()).contains("Ana", briefing);
    assertThat(letters.teamLate(note).text()).contains("Ana", late);
  }

  private static List<String> linksIn(MailContent mailContent) {
    return Jsoup.parse(mailContent.html()).select("a[href]").eachAttr("href");
  }

  private static PersonalPageView memo(String language, String title) {
    var reader =
        new Person("ana", "Ana Núñez", "a@old.example", "boss", "sales", "Old", language, "Toledo");
    return new PersonalPageView(
        1,
        reader,
        "Carmen Vega",
        title,
        "Text",
        null,
        List.of(),
        Status.OPEN,
        null,
        TeamQuestions.NONE);
  }

  private static Reminders.Reader reader(String language) {
    return new Reminders.Reader("ana", "Ana", language, "Toledo");
  }

  private static Reminders.Note note(String language, String title, Instant due, int pending) {
    return new Reminders.Note(
        reader(language), BriefingState.OPEN, title, "Carmen Vega", null, due, pending);
  }
}
