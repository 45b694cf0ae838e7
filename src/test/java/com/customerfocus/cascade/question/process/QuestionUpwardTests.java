package com.customerfocus.cascade.question.process;

import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.ANSWER_OVERDUE;
import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.ANSWER_QUESTION;
import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.QUESTION_ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.process.MemoCascadeProcess;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.cascade.question.TeamQuestions;
import com.customerfocus.cascade.question.TeamQuestions.Question;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Questions about a memo that Boss launched; Ana and Fred are briefed, Ana has not briefed Bea. */
@CustomerFocusTest
@TakesAllOf(QuestionUpwardProcess.KEY)
class QuestionUpwardTests {

  private static final String QUESTION = "Who pays for the night shift?";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final PersonalPageService memos;
  private final Mailbox mailbox;
  private final WorkingTime workingTime;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private ProcessInstance memo;
  private long cascade;

  @Autowired
  QuestionUpwardTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      PersonalPageService memos,
      Mailbox mailbox,
      WorkingTime workingTime,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.memos = memos;
    this.mailbox = mailbox;
    this.workingTime = workingTime;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void aMemoReachesTheHeads() {
    init(engine);
    SmallCompany.people().importInto(importer);
    memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    cascade = cascadeSteps.cascadeId(memo);
    brief("boss", null, "ana", "fred", "com", "solo");
  }

  // Invalid questions

  @Test
  void theLauncherHasNoManagerToAsk() {
    var second = cascadeSteps.launchAndRelease("boss", "com");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", QUESTION))
        .withMessage("There is nobody above you who could answer questions: leave them out.");

    assertThat(cascadeSteps.briefingOf("boss")).isPresent();
    assertThat(cascadeSteps.count("select count(*) from question where cascade_id = ?", second))
        .isZero();
  }

  @Test
  void aBriefingCarriesAtMostTwentyQuestions() {
    var lines =
        IntStream.rangeClosed(1, 21).mapToObj(n -> "Why " + n).collect(Collectors.joining("\n"));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("ana", lines, "bea", "eva"))
        .withMessage(
            "These are 21 questions; at most 20 fit, one a line: ask the most important ones.");

    assertThat(cascadeSteps.briefingOf("ana")).isPresent();
    brief("ana", lines.substring(0, lines.lastIndexOf('\n')), "bea", "eva");
    assertThat(tasksOf("boss")).hasSize(20);
  }

  @Test
  void oneQuestionHasAtMostTwoThousandCharacters() {
    var lines = "Why?\n" + "x".repeat(2_001);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("ana", lines, "bea", "eva"))
        .withMessage("Question 2 has 2,001 characters; at most 2,000 fit: shorten it.");

    assertThat(tasksOf("boss")).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " \r\n \t"})
  void anEmptyQuestionIsNotTaken(String text) {
    assertThat(ask("fred", text)).isEqualTo(QuestionOutcome.EMPTY);
    assertThat(cascadeSteps.count("select count(*) from question")).isZero();
  }

  @Test
  void whatDoesNotFitIsNotTaken() {
    assertThat(ask("fred", "x".repeat(2_001))).isEqualTo(QuestionOutcome.TOO_LONG);
    assertThat(ask("fred", "x".repeat(2_000))).isEqualTo(QuestionOutcome.ON_ITS_WAY);
  }

  @Test
  void fiveQuestionsOfOnePersonMayWait() {
    for (var n = 1; n <= 5; n++) {
      assertThat(ask("fred", "Why " + n)).isEqualTo(QuestionOutcome.ON_ITS_WAY);
    }
    assertThat(ask("fred", "Why 6")).isEqualTo(QuestionOutcome.TOO_MANY);
    assertThat(ask("solo", "Why 6")).isEqualTo(QuestionOutcome.ON_ITS_WAY);

    answer("boss", tasksOf("boss").get(0), "Because.");

    assertThat(ask("fred", "Why 6")).isEqualTo(QuestionOutcome.ON_ITS_WAY);
  }

  @Test
  void theSameQuestionTwiceIsOneQuestion() {
    assertThat(ask("fred", QUESTION)).isEqualTo(QuestionOutcome.ON_ITS_WAY);
    assertThat(ask("fred", "  " + QUESTION + "\r\n")).isEqualTo(QuestionOutcome.ON_ITS_WAY);
    brief("ana", QUESTION + "\n\n " + QUESTION, "bea", "eva");

    assertThat(tasksOf("boss")).hasSize(2);
  }

  @Test
  void aDoubleClickIsOneQuestion() throws Exception {
    var clicks = Collections.<Callable<QuestionOutcome>>nCopies(6, () -> ask("fred", QUESTION));

    assertThat(ConcurrentUsers.atTheSameMoment(clicks)).containsOnly(QuestionOutcome.ON_ITS_WAY);

    assertThat(cascadeSteps.count("select count(*) from question")).isOne();
    assertThat(tasksOf("boss")).hasSize(1);
  }

  @Test
  void aMemoThatIsOverIsNoLongerAskedAbout() {
    clock.moveTo(closesAt());

    assertThat(ask("fred", QUESTION)).isEqualTo(QuestionOutcome.TOO_LATE);
    assertThat(questions("fred").goTo()).isNull();
  }

  @Test
  void aFormerEmployeeCannotAsk() {
    rows.update("update person set active = false where id = 'fred'");

    assertThat(ask("fred", QUESTION)).isEqualTo(QuestionOutcome.TOO_LATE);
    assertThat(memos.personalMemo(cascadeSteps.receiptOf(cascade, "fred"))).isEmpty();
  }

  @Test
  void aReceiptThatDoesNotExistAsksNothing() {
    assertThat(memos.ask(-1, QUESTION)).isEqualTo(QuestionOutcome.TOO_LATE);
  }

  // From a briefing

  @Test
  void aBriefingsQuestionsGoToTheManagerAboveEachOnItsOwn() {
    brief("ana", "  " + QUESTION + "  \r\n\n   \nWhat about <script>alert(1)</script>?", "bea");

    var tasks = tasksOf("boss");
    assertThat(tasks)
        .extracting(Task::getName)
        .containsExactlyInAnyOrder(
            "Answer the question: " + QUESTION,
            "Answer the question: What about <script>alert(1)</script>?");
    assertThat(tasks).extracting(Task::getDueDate).containsOnly(Date.from(due()));
    assertThat(tasks)
        .extracting(task -> cascadeSteps.shown("boss", task, "questionText", String.class))
        .anySatisfy(
            text ->
                assertThat(text)
                    .contains("<strong>Ana</strong> asked on 2 March 2026")
                    .contains("<blockquote>" + QUESTION + "</blockquote>")
                    .contains("goes to Ana and the whole team."))
        .anySatisfy(
            text -> assertThat(text).contains("What about &lt;script&gt;alert(1)&lt;/script&gt;?"));
  }

  @Test
  void theListOfTasksShowsHowALongQuestionBegins() {
    ask("fred", "🎉".repeat(79) + "\n🎉🎉");
    ask("solo", "🎉".repeat(80));

    assertThat(tasksOf("boss"))
        .extracting(Task::getName)
        .containsExactlyInAnyOrder(
            "Answer the question: " + "🎉".repeat(79) + "…",
            "Answer the question: " + "🎉".repeat(80));
  }

  @Test
  void whatComesTogetherIsOneMail() {
    brief("ana", QUESTION + "\nAnd on Sundays?", "bea", "eva");

    assertThat(notices("question-asked")).containsExactly("boss en");
    var letter = letterTo("boss");
    assertThat(letter.subject())
        .isEqualTo("Questions wait for your answer: The customer comes first");
    assertThat(letter.text())
        .contains("Ana has 2 questions about the memo “The customer comes first”:")
        .contains("> " + QUESTION, "> And on Sundays?", "/camunda/app/tasklist")
        .doesNotContain("The link is yours alone");

    answer("boss", tasksOf("boss").get(0), "The company.");
    assertThat(letterTo("boss").subject())
        .isEqualTo("A question waits for your answer: The customer comes first");
    answer("boss", tasksOf("boss").get(0), "The company.");
    assertThat(mailbox.newest("boss@", Long.MAX_VALUE, 10))
        .extracting(MailboxEntry::content)
        .containsOnlyNulls();
  }

  @Test
  void theWholeTeamAndItsManagerGetTheAnswer() {
    brief("ana", QUESTION, "bea", "eva");
    assertThat(questions("bea").asked()).isEmpty();
    assertThat(questions("ana").asked())
        .singleElement()
        .satisfies(
            waiting -> {
              assertThat(waiting.own()).isTrue();
              assertThat(waiting.waitsFor()).isEqualTo("Boss");
              assertThat(waiting.due()).isEqualTo(due());
              assertThat(waiting.overdue()).isFalse();
              assertThat(waiting.answer()).isNull();
            });
    var process = instance("boss");

    answer("boss", tasksOf("boss").get(0), "The *company* does.\n");

    assertThat(process).isEnded().hasPassed(QUESTION_ANSWERED);
    assertThat(notices("question-answered"))
        .containsExactlyInAnyOrder("ana en", "bea es", "eva en");
    for (var person : List.of("ana", "bea", "eva")) {
      assertThat(questions(person).asked())
          .extracting(
              Question::own,
              Question::askedBy,
              Question::text,
              Question::answeredBy,
              Question::answer)
          .containsExactly(
              tuple(person.equals("ana"), "Ana", QUESTION, "Boss", "The *company* does."));
    }
    for (var person : List.of("cid", "fred", "gil")) {
      assertThat(questions(person).asked()).isEmpty();
    }
    var letter = letterTo("eva");
    assertThat(letter.subject()).isEqualTo("An answer for your team: The customer comes first");
    assertThat(letter.text())
        .contains("Ana asked about the memo “The customer comes first”:", "> " + QUESTION)
        .contains("Boss answers:\n\nThe company does.", "http://localhost/memo/");
    assertThat(letter.html()).contains("<em>company</em>");
    assertThat(letterTo("bea").subject())
        .isEqualTo("Una respuesta para tu equipo: El cliente es lo primero");
    assertThat(letterTo("bea").text())
        .contains("Ana ha preguntado sobre el comunicado «El cliente es lo primero»:")
        .contains("Boss responde:");
  }

  @Test
  void aSubstitutesQuestionsAreThoseOfTheBriefedTeam() {
    var task = cascadeSteps.briefingOf("ana").orElseThrow();
    cascadeSteps.as(
        "admin",
        () -> {
          engine.getTaskService().setAssignee(task.getId(), "fred");
          return null;
        });

    cascadeSteps.complete(
        "fred",
        task,
        "briefing",
        Map.of("heldOn", "2026-03-02", "present", List.of("bea"), "questions", QUESTION));
    cascadeSteps.runJobs();
    answer("boss", tasksOf("boss").get(0), "The company.");

    assertThat(steps()).containsExactly("ASKED by fred with boss", "ANSWERED by boss with null");
    assertThat(notices("question-answered"))
        .containsExactlyInAnyOrder("ana en", "bea es", "eva en", "fred en");
  }

  // From the personal page

  @Test
  void anEmployeesQuestionGoesToTheOwnManager() {
    memoReachesAllTeams();
    assertThat(questions("dan").goTo()).isEqualTo("Bea");

    assertThat(ask("dan", "¿Quién paga?\r\n<b>¿Tú?</b> 🎉")).isEqualTo(QuestionOutcome.ON_ITS_WAY);

    var task = tasksOf("bea").get(0);
    assertThat(task.getName()).isEqualTo("Answer the question: ¿Quién paga? <b>¿Tú?</b> 🎉");
    assertThat(cascadeSteps.shown("bea", task, "questionText", String.class))
        .contains("<strong>Dan</strong>", "¿Quién paga?<br>&lt;b&gt;¿Tú?&lt;/b&gt; 🎉")
        .contains("va a todo el equipo de Bea.");
    assertThat(choices("bea", task)).containsExactly("I answer it", "Pass it up to Ana");
    assertThat(letterTo("bea").subject())
        .isEqualTo("Una pregunta espera tu respuesta: El cliente es lo primero");
    assertThat(letterTo("bea").text()).contains("> ¿Quién paga?\n> <b>¿Tú?</b> 🎉");
    assertThat(letterTo("bea").html()).contains("&lt;b&gt;¿Tú?").doesNotContain("<b>");

    answer("bea", task, "La empresa.");

    assertThat(notices("question-answered")).containsExactlyInAnyOrder("cid en", "dan es");
    assertThat(questions("cid").asked()).extracting(Question::askedBy).containsExactly("Dan");
    assertThat(questions("bea").asked())
        .extracting(Question::answer)
        .containsExactly("La empresa.");
  }

  @Test
  void aManagerAsksTheOwnManagerToo() {
    assertThat(ask("ana", QUESTION)).isEqualTo(QuestionOutcome.ON_ITS_WAY);

    answer("boss", tasksOf("boss").get(0), "The company.");

    assertThat(notices("question-answered"))
        .containsExactlyInAnyOrder("ana en", "fred en", "com en", "solo en");
  }

  @Test
  void aReaderWhoHasConfirmedMayStillAsk() {
    cascadeSteps.acknowledge(cascade, "solo");

    assertThat(questions("solo").goTo()).isEqualTo("Boss");
    assertThat(ask("solo", QUESTION)).isEqualTo(QuestionOutcome.ON_ITS_WAY);
  }

  @Test
  void aReaderWhoMovedToAnotherTeamStillGetsTheAnswer() {
    memoReachesAllTeams();
    ask("cid", QUESTION);
    rows.update(
        "update receipt set briefed_by = 'fred' where cascade_id = ? and person_id = 'cid'",
        cascade);
    assertThat(questions("cid").asked()).extracting(Question::waitsFor).containsExactly("Bea");

    answer("bea", tasksOf("bea").get(0), "The company.");

    assertThat(notices("question-answered")).containsExactlyInAnyOrder("cid en", "dan es");
    for (var person : List.of("cid", "dan", "bea")) {
      assertThat(questions(person).asked())
          .extracting(Question::answer)
          .containsExactly("The company.");
    }
    assertThat(questions("gil").asked()).isEmpty();
  }

  @Test
  void aQuestionGoesPastAManagerWhoHasLeft() {
    memoReachesAllTeams();
    rows.update("update person set active = false where id = 'bea'");

    ask("cid", QUESTION);

    assertThat(tasksOf("ana")).hasSize(1);
  }

  // Up the line

  @Test
  void aManagerWhoDoesNotKnowPassesItUpWithAWord() {
    memoReachesAllTeams();
    ask("cid", QUESTION);
    var process = instance("bea");
    clock.moveBy(Duration.ofDays(1));

    passUp("bea", "Finance & <you> decide.");

    assertThat(process).isWaitingAtExactly(ANSWER_QUESTION);
    var task = tasksOf("ana").get(0);
    assertThat(tasksOf("bea")).isEmpty();
    assertThat(task.getName()).isEqualTo("Answer the question: " + QUESTION);
    assertThat(task).hasDueDate(Date.from(due()));
    assertThat(cascadeSteps.shown("ana", task, "questionText", String.class))
        .contains("<strong>Cid</strong>")
        .contains("3 March 2026: Bea passed it up to Ana. “Finance &amp; &lt;you&gt; decide.”");
    assertThat(choices("ana", task)).containsExactly("I answer it", "Pass it up to Boss");
    assertThat(notices("question-asked")).containsExactly("bea es", "ana en");
    assertThat(letterTo("ana").text()).contains("Cid has a question", "> " + QUESTION);
    assertThat(questions("cid").asked()).extracting(Question::waitsFor).containsExactly("Ana");

    passUp("ana", null);
    assertThat(choices("boss", tasksOf("boss").get(0))).containsExactly("I answer it");
    answer("boss", tasksOf("boss").get(0), "I do.");

    assertThat(notices("question-answered"))
        .as("the team that asked, and its manager")
        .containsExactlyInAnyOrder("cid en", "dan es", "bea es");
    assertThat(steps())
        .containsExactly(
            "ASKED by cid with bea",
            "PASSED_UP by bea with ana",
            "PASSED_UP by ana with boss",
            "ANSWERED by boss with null");
  }

  @Test
  void anUnansweredQuestionGoesUpToTheTopAndStaysThere() {
    memoReachesAllTeams();
    ask("cid", QUESTION);
    var process = instance("bea");

    clock.moveTo(due().minusSeconds(1));
    assertThat(cascadeSteps.isTimerDue(ANSWER_OVERDUE)).isFalse();
    overdue();
    assertThat(tasksOf("bea")).isEmpty();
    assertThat(tasksOf("ana")).hasSize(1);
    assertThat(cascadeSteps.shown("ana", tasksOf("ana").get(0), "questionText", String.class))
        .contains("Bea had not answered; it went to Ana.");
    assertThat(tasksOf("ana").get(0)).hasDueDate(Date.from(due()));

    overdue();
    var dueAtTheTop = due();
    assertThat(tasksOf("boss").get(0)).hasDueDate(Date.from(dueAtTheTop));

    overdue();
    assertThat(tasksOf("boss").get(0)).hasDueDate(Date.from(dueAtTheTop));
    assertThat(letterTo("boss").text()).contains("It was due on Monday, 13 April 2026.");
    assertThat(cascadeSteps.shown("boss", tasksOf("boss").get(0), "questionText", String.class))
        .contains("The answer was due by 13 April 2026 and goes to");
    assertThat(questions("cid").asked()).extracting(Question::overdue).containsExactly(true);
    overdue();
    assertThat(tasksOf("boss")).hasSize(1);
    assertThat(process).isWaitingAtExactly(ANSWER_QUESTION);
    assertThat(steps())
        .containsExactly(
            "ASKED by cid with bea",
            "ESCALATED by null with ana",
            "ESCALATED by null with boss",
            "REMINDED by null with boss",
            "REMINDED by null with boss");
    assertThat(notices("question-asked"))
        .containsExactly("bea es", "ana en", "boss en", "boss en", "boss en");

    answer("boss", tasksOf("boss").get(0), "At last: the company.");

    assertThat(process).isEnded();
    assertThat(questions("cid").asked())
        .extracting(Question::answer)
        .containsExactly("At last: the company.");
  }

  // Invalid replies

  @ParameterizedTest
  @CsvSource({
    ", Because., 'Choose what to do: answer the question, or pass it up.'",
    "ignore, Because., 'Choose what to do: answer the question, or pass it up.'",
    "answer,, Write your answer.",
    "answer, ' ', Write your answer.",
    "passUp,, There is nobody above you to pass it up to: answer it.",
  })
  void aReplyThatIsNoneIsRefused(String decision, String answer, String said) {
    ask("fred", QUESTION);
    var process = instance("boss");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> reply("boss", tasksOf("boss").get(0), decision, answer, null))
        .withMessage(said);

    assertThat(process).isWaitingAtExactly(ANSWER_QUESTION);
    assertThat(steps()).containsExactly("ASKED by fred with boss");
  }

  @Test
  void anAnswerHasAtMostFourThousandCharactersAndAWordOneThousand() {
    memoReachesAllTeams();
    ask("cid", QUESTION);
    var task = tasksOf("bea").get(0);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> answer("bea", task, "x".repeat(4_001)))
        .withMessage("Your answer has 4,001 characters; at most 4,000 fit: shorten it.");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> reply("bea", task, "passUp", null, "x".repeat(1_001)))
        .withMessage("Your word is too long: at most 1,000 characters fit.");

    answer("bea", task, "x".repeat(4_000));
    assertThat(questions("cid").asked().get(0).answer()).hasSize(4_000);
  }

  @Test
  void aTextThatTheDecisionDoesNotUseIsNotMeasured() {
    memoReachesAllTeams();
    ask("cid", QUESTION);

    reply("bea", tasksOf("bea").get(0), "passUp", "x".repeat(4_001), null);
    reply("ana", tasksOf("ana").get(0), "answer", "Because.", "x".repeat(1_001));

    assertThat(questions("cid").asked().get(0).answer()).isEqualTo("Because.");
  }

  @Test
  void onlyTheManagerInChargeAnswers() {
    ask("fred", QUESTION);
    var task = tasksOf("boss").get(0);

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> answer("ana", task, "I know."));
    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> cascadeSteps.shown("ana", task, "questionText", String.class));
  }

  @Test
  void whatIsNoLongerOpenTakesNoReply() {
    ask("fred", QUESTION);
    rows.update("update question set state = 'WITHDRAWN'");

    for (var decision : List.of("answer", "passUp")) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> reply("boss", tasksOf("boss").get(0), decision, "Because.", null))
          .withMessage("This question no longer waits for an answer.");
    }
  }

  // After the end of the memo

  @Test
  void withdrawingTheMemoEndsItsQuestions() {
    ask("fred", QUESTION);
    brief("ana", QUESTION, "bea", "eva");
    var other = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of("ana", "fred", "com", "solo"));
    memos.ask(cascadeSteps.receiptOf(other, "solo"), "And the other memo?");
    assertThat(tasksOf("boss")).hasSize(3);

    cascadeSteps.complete(
        "boss",
        cascadeSteps.task(memo, MemoCascadeProcess.FOLLOW_CASCADE),
        "intervention",
        Map.of("what", "withdraw", "reason", "It is off."));
    cascadeSteps.runJobs();

    assertThat(tasksOf("boss")).hasSize(1);
    assertThat(cascadeSteps.count("select count(*) from question where state = 'WITHDRAWN'"))
        .isEqualTo(2);
    assertThat(
            cascadeSteps.count(
                "select count(*) from question_step"
                    + " where kind = 'WITHDRAWN' and recorded_by is null"))
        .isEqualTo(2);
    assertThat(ask("fred", "Why?")).isEqualTo(QuestionOutcome.TOO_LATE);
    assertThat(mailbox.newest("boss@", Long.MAX_VALUE, 10))
        .filteredOn(entry -> entry.content() != null)
        .singleElement()
        .satisfies(entry -> assertThat(entry.content().text()).contains("And the other memo?"));
  }

  @Test
  void whatWasAskedIsAnsweredAfterTheMemoHasClosedToo() {
    ask("fred", QUESTION);
    clock.moveTo(closesAt());
    cascadeSteps.fireTimer(MemoCascadeProcess.CLOSING_DATE_COME);
    cascadeSteps.runJobs();
    assertThat(cascadeSteps.stateOf(cascade, "gil")).isEqualTo("LAPSED");

    answer("boss", tasksOf("boss").get(0), "The company.");

    assertThat(notices("question-answered")).contains("fred en", "solo en");
    assertThat(questions("fred").asked())
        .extracting(Question::answer)
        .containsExactly("The company.");
    assertThat(letterTo("fred").text()).contains("The company.");
  }

  // Helpers

  private void brief(String manager, String questions, String... present) {
    var report = new HashMap<String, Object>();
    report.put("heldOn", "2026-03-02");
    report.put("present", List.of(present));
    report.put("questions", questions);
    cascadeSteps.brief(manager, report);
  }

  private void memoReachesAllTeams() {
    brief("ana", null, "bea", "eva");
    brief("bea", null, "cid", "dan");
  }

  private QuestionOutcome ask(String person, String text) {
    return memos.ask(cascadeSteps.receiptOf(cascade, person), text);
  }

  private TeamQuestions questions(String person) {
    return memos
        .personalMemo(cascadeSteps.receiptOf(cascade, person))
        .map(PersonalPageView::questions)
        .orElseThrow();
  }

  private List<Task> tasksOf(String person) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey(ANSWER_QUESTION)
        .taskAssignee(person)
        .orderByTaskCreateTime()
        .asc()
        .list();
  }

  private ProcessInstance instance(String person) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(tasksOf(person).get(0).getProcessInstanceId())
        .singleResult();
  }

  private List<String> choices(String person, Task task) {
    return cascadeSteps
        .shown(person, task, "reply", SpinJsonNode.class)
        .prop("choices")
        .elements()
        .stream()
        .map(choice -> choice.prop("label").stringValue())
        .toList();
  }

  private void answer(String person, Task task, String answer) {
    reply(person, task, "answer", answer, null);
  }

  private void passUp(String person, String note) {
    reply(person, tasksOf(person).get(0), "passUp", null, note);
  }

  private void reply(String person, Task task, String decision, String answer, String note) {
    var fields = new HashMap<String, Object>();
    fields.put("decision", decision);
    fields.put("answer", answer);
    fields.put("note", note);
    cascadeSteps.complete(person, task, "reply", fields);
  }

  /** The question stays unanswered until the deadline. */
  private void overdue() {
    clock.moveTo(
        engine
            .getManagementService()
            .createJobQuery()
            .activityId(ANSWER_OVERDUE)
            .singleResult()
            .getDuedate()
            .toInstant());
    cascadeSteps.fireTimer(ANSWER_OVERDUE);
  }

  /** Ten working days from now, in the default calendar. */
  private Instant due() {
    return workingTime.calendar("Madrid").after(clock.instant(), WorkingAmount.days(10));
  }

  private Instant closesAt() {
    return rows.queryForObject(
            "select closes_at from cascade where id = ?", OffsetDateTime.class, cascade)
        .toInstant();
  }

  private List<String> steps() {
    return rows.query(
        "select kind, recorded_by, assignee_id from question_step order by id",
        (row, n) ->
            "%s by %s with %s".formatted(row.getString(1), row.getString(2), row.getString(3)));
  }

  private List<String> notices(String kind) {
    return rows.query(
        "select recipient_id, language from notice where kind = ? order by id",
        (row, n) -> row.getString(1) + " " + row.getString(2),
        kind);
  }

  private MailContent letterTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 10).stream()
        .map(MailboxEntry::content)
        .filter(letter -> letter != null)
        .findFirst()
        .orElseThrow();
  }
}
