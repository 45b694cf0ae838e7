package com.customerfocus.cascade.question.process;

import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.ANSWER_OVERDUE;
import static com.customerfocus.cascade.question.process.QuestionUpwardProcess.ANSWER_QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.process.MemoCascadeProcess;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.LoggedIn;
import com.customerfocus.testing.MovableClock;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A page of Tasklist that still shows the task to answer a question: Eva asked Ana, whose manager
 * is Boss.
 */
@CustomerFocusTest
class EndedQuestionTaskTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NOT_RECORDED =
      " What you entered was not recorded; copy what you want to keep, then reload your list.";

  private static final String DONE =
      "This task is done already: it was completed, or it was no longer needed." + NOT_RECORDED;

  private static final Map<String, Object> ANSWER =
      Map.of("decision", "answer", "answer", "The company.");

  private final ProcessEngine engine;
  private final CascadeSteps cascadeSteps;
  private final MovableClock clock;
  private final String address;

  private ProcessInstance memo;
  private String anasTask;

  EndedQuestionTaskTests(
      @Autowired ProcessEngine engine,
      @Autowired CascadeSteps cascadeSteps,
      @Autowired MovableClock clock,
      @LocalServerPort int port) {
    this.engine = engine;
    this.cascadeSteps = cascadeSteps;
    this.clock = clock;
    this.address = "http://localhost:" + port;
  }

  @BeforeEach
  void evaAsksAna(@Autowired OrganizationImporter importer, @Autowired PersonalPageService pages) {
    SmallCompany.people().importInto(importer);
    memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    cascadeSteps.release("com", memo);
    cascadeSteps.brief("boss", List.of("ana", "fred", "com", "solo"));
    cascadeSteps.brief("ana", List.of("bea", "eva"));
    pages.ask(cascadeSteps.receiptOf(cascadeSteps.cascadeId(memo), "eva"), "Who pays?");
    anasTask = taskOf("ana");
  }

  @Test
  void theSecondPageOfThePersonWhoAnsweredSaysSo() {
    var ana = logIn("ana");
    assertThat(answer(ana).statusCode()).isEqualTo(204);

    assertOvertaken(answer(ana), "You answered this question on Monday, 2 March 2026, 09:00 UTC.");
    assertOvertaken(
        answer(ana.speaking("es")),
        "Respondiste a esta pregunta el lunes, 2 de marzo de 2026, 09:00 UTC.");
  }

  @Test
  void aManagerReadsWithWhomTheQuestionIsAndThenWhoAnsweredIt() {
    var ana = logIn("ana");
    overdue();

    assertOvertaken(
        answer(ana), "This question was not answered in time. It has been with Boss since ");
    assertOvertaken(
        claim(ana, "ana"), "This question was not answered in time. It has been with Boss since ");

    assertThat(reply(logIn("boss"), taskOf("boss"), ANSWER).statusCode()).isEqualTo(204);
    assertOvertaken(answer(ana), "Boss answered this question on ");
  }

  @Test
  void aQuestionThatWasPassedUpIsWithTheManagerAbove() {
    var ana = logIn("ana");
    assertThat(reply(ana, anasTask, Map.of("decision", "passUp")).statusCode()).isEqualTo(204);

    assertOvertaken(answer(ana), "Ana passed this question up to Boss on Monday, 2 March 2026");
  }

  @Test
  void atTheTopTheQuestionStaysWithTheManagerInANewTask() {
    overdue();
    var first = taskOf("boss");
    overdue();

    assertOvertaken(
        reply(logIn("boss"), first, ANSWER),
        "This question was not answered in time. Boss has had a new task about it since ");
  }

  @Test
  void theQuestionOfAWithdrawnMemoNeedsNoAnswer() {
    cascadeSteps.complete(
        "boss",
        cascadeSteps.task(memo, MemoCascadeProcess.FOLLOW_CASCADE),
        "intervention",
        Map.of("what", "withdraw", "reason", "It is off."));
    cascadeSteps.runJobs();

    assertOvertaken(
        answer(logIn("ana")),
        "This question needs no answer: its memo was withdrawn on Monday, 2 March 2026");
  }

  @Test
  void aPersonWhoNeverHadTheTaskLearnsNothing() {
    assertThat(answer(logIn("ana")).statusCode()).isEqualTo(204);

    assertThat(message(answer(logIn("fred")))).isEqualTo(DONE);
    assertThat(message(claim(logIn("fred"), "fred"))).isEqualTo(DONE);
    assertOvertaken(
        answer(new LoggedIn(address, "admin", "admin-secret")), "Ana answered this question on ");
  }

  @Test
  void aTaskThatNeverWasIsDone() {
    assertThat(message(reply(logIn("ana"), "none", ANSWER))).isEqualTo(DONE);
  }

  @Test
  void ofTwoPagesThatAnswerAtTheSameMomentOneReadsThatTheOtherDid() throws Exception {
    var one = logIn("ana");
    var other = logIn("ana");

    var answers =
        ConcurrentUsers.atTheSameMoment(
            List.<Callable<HttpResponse<String>>>of(() -> answer(one), () -> answer(other)));

    assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(204, 409);
    assertOvertaken(
        answers.stream().filter(it -> it.statusCode() == 409).findFirst().orElseThrow(),
        "You answered this question on Monday, 2 March 2026");
    assertThat(cascadeSteps.count("select count(*) from question_step where kind = 'ANSWERED'"))
        .isOne();
  }

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

  private String taskOf(String person) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey(ANSWER_QUESTION)
        .taskAssignee(person)
        .singleResult()
        .getId();
  }

  private HttpResponse<String> answer(LoggedIn person) {
    return reply(person, anasTask, ANSWER);
  }

  private static HttpResponse<String> reply(
      LoggedIn person, String task, Map<String, Object> fields) {
    var reply = Map.of("type", "Json", "value", json(fields));
    return person.post(
        "/task/" + task + "/submit-form", json(Map.of("variables", Map.of("reply", reply))));
  }

  private HttpResponse<String> claim(LoggedIn person, String id) {
    return person.post("/task/" + anasTask + "/claim", json(Map.of("userId", id)));
  }

  private static void assertOvertaken(HttpResponse<String> answer, String beginning) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(message(answer)).startsWith(beginning);
  }

  private static String message(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body()).path("message").asText();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(answer.body(), e);
    }
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private LoggedIn logIn(String person) {
    return new LoggedIn(address, person, "secret");
  }
}
