package com.customerfocus.customercase.survey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.Comfort;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.survey.SurveyLinks;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.TestMailServer;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz, whose language is Spanish, is asked two days after her case was closed. */
@CustomerFocusTest
class SurveyPageTests {

  private static final String ASKED = "2026-03-04T09:00:00Z";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CustomerSteps customers;
  private final SurveyLinks links;
  private final NoticeSender sender;
  private final Sweep due;
  private final Sweep questions;
  private final CaseView view;
  private final CustomerData data;
  private final HttpBrowser browser;

  @Autowired
  SurveyPageTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CustomerSteps customers,
      SurveyLinks links,
      NoticeSender sender,
      @Qualifier("dueSurveys") Sweep due,
      @Qualifier("comfortQuestionSweep") Sweep questions,
      CaseView view,
      CustomerData data,
      @LocalServerPort int port) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.customers = customers;
    this.links = links;
    this.sender = sender;
    this.due = due;
    this.questions = questions;
    this.view = view;
    this.data = data;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
  }

  private long closed() {
    return closed(steps.solved());
  }

  private long closed(ProcessInstance solved) {
    customers.comfortable(CaseSteps.id(solved), null);
    return CaseSteps.id(solved);
  }

  /** The case is put right once more. */
  private void solveAgain(long id) {
    var reopened =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processDefinitionKey("stay-with-customer")
            .processInstanceBusinessKey(String.valueOf(id))
            .singleResult();
    steps.say(reopened, "understandNeed", "PUT_RIGHT");
    steps.say(reopened, "putItRight", "SOLVED", "words", "Now it is right.");
  }

  /** The program asks, and the mails are on their way. */
  private void ask() {
    due.runSome().getAsBoolean();
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  private String asked() {
    closed();
    steps.at(ASKED);
    ask();
    var id = rows.queryForObject("select id from case_survey", Long.class);
    return links.urlFor(id).replaceFirst("https?://[^/]+", "");
  }

  private HttpResponse<String> get(String path) {
    return browser.sendAsProgram(null, "GET", path, null, null);
  }

  private HttpResponse<String> post(String path, String form) {
    return browser.sendAsProgram(null, "POST", path + "/answer", HttpBrowser.FORM, form);
  }

  private Map<String, Object> survey() {
    return rows.queryForMap("select * from case_survey");
  }

  private int mails() {
    return rows.queryForObject(
        "select count(*) from notice where kind = 'case-survey'", Integer.class);
  }

  @Test
  void theCustomerIsAskedOnceTwoDaysAfterClosing() throws Exception {
    closed();
    steps.at("2026-03-04T08:59:59Z");
    ask();
    assertThat(mails()).isZero();

    steps.at(ASKED);
    ask();
    ask();

    assertThat(mails()).isOne();
    assertThat(TestMailServer.shared().getReceivedMessagesForDomain("luz@example.org"))
        .extracting(it -> it.getSubject())
        .contains("¿Qué tal ha ido? My bill is wrong");
  }

  @Test
  void aCaseThatIsOpenedAgainPutsTheQuestionsOff() {
    var id = closed();
    customers.notComfortable(id, "They charged me again.");
    steps.at(ASKED);

    ask();

    assertThat(mails()).isZero();
  }

  @Test
  void aCustomerWhoDidNotAnswerThreeTimesIsNotAskedOnceMore() {
    steps.solved();
    for (var day : List.of("2026-03-05", "2026-03-10", "2026-03-13")) {
      steps.at(day + "T09:00:00Z");
      questions.runSome().getAsBoolean();
    }

    assertThat(rows.queryForObject("select count(*) from case_survey", Integer.class)).isZero();
  }

  @Test
  void noGetAndNoHeadChangesAnything() {
    var page = asked();
    var before = survey();

    for (var suffix : List.of("", "/answer", "?recommend=0", "/answer?recommend=0")) {
      for (var time = 0; time < 10; time++) {
        browser.sendAsProgram(null, "GET", page + suffix, null, null);
        browser.sendAsProgram(null, "HEAD", page + suffix, null, null);
      }
    }

    assertThat(survey()).isEqualTo(before);
    assertThat(get(page).body()).contains("lang=\"es\"", "¿Qué tal ha ido?");
  }

  @Test
  void anAnswerIsTakenOnceAndAgainAndZeroIsOne() {
    var page = asked();

    assertThat(post(page, "recommend=0&satisfaction=&helped=").statusCode()).isEqualTo(303);
    assertThat(survey()).containsEntry("recommend", 0).containsEntry("satisfaction", null);
    assertThat(post(page, "recommend=0&again=NOT_SURE&courtesy=PARTLY").statusCode())
        .isEqualTo(303);

    assertThat(survey())
        .containsEntry("recommend", 0)
        .containsEntry("choose_again", "NOT_SURE")
        .containsEntry("courtesy", "PARTLY");
    assertThat(get(page).body()).contains("Gracias. Tus respuestas nos han llegado.");
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    var page = asked();

    for (var form : List.of("recommend=11", "recommend=6.5", "recommend=-1", "satisfaction=0")) {
      assertThat(post(page, form).statusCode()).as(form).isEqualTo(415);
    }
    assertThat(post(page, "recommend=&satisfaction=").statusCode()).isEqualTo(303);
    assertThat(post(page, "helped=" + "x".repeat(2001)).statusCode()).isEqualTo(422);

    assertThat(survey()).containsEntry("answered_at", null);
    assertThat(get(page + "x").statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressThatIsTheOwnersIsFlagged() {
    rows.update(
        """
        update customer set mail = (select mail from person where id = 'oscar')
         where reference = 'C-1'
        """);

    asked();

    assertThat(survey()).containsEntry("to_owner", true);
  }

  @Test
  void eachClosingAsksOnce() {
    var id = closed();
    steps.at(ASKED);
    ask();
    assertThat(mails()).isOne();

    customers.notComfortable(id, "They charged me again.");
    solveAgain(id);
    customers.comfortable(id, null);
    steps.at("2026-03-06T09:00:00Z");
    ask();
    ask();

    assertThat(mails()).isEqualTo(2);
    assertThat(rows.queryForList("select cycle from case_survey order by id", Integer.class))
        .containsExactly(1, 2);
  }

  @Test
  void aClosingThatIsUndoneBeforeTheQuestionsIsNotAskedAbout() {
    var id = closed();
    customers.notComfortable(id, "They charged me again.");
    solveAgain(id);
    customers.comfortable(id, null);
    steps.at(ASKED);

    ask();

    assertThat(mails()).isOne();
    assertThat(survey()).containsEntry("cycle", 2);
  }

  @Test
  void afterAReopenedCaseEndsUnconfirmedThereAreNoNewQuestions() {
    var id = closed();
    steps.at(ASKED);
    ask();
    customers.notComfortable(id, "They charged me again.");
    solveAgain(id);
    for (var day : List.of("2026-03-09", "2026-03-13", "2026-03-18", "2026-03-30")) {
      steps.at(day + "T12:00:00Z");
      questions.runSome().getAsBoolean();
      ask();
    }

    assertThat(view.find(id).orElseThrow().comfort()).isEqualTo(Comfort.UNCONFIRMED);
    assertThat(mails()).isOne();
  }

  @Test
  void anOwnerCannotLeaveACustomerOutByWithdrawing() {
    steps.say(steps.opened(), "stayWithCustomer", "WITHDRAW", "note", "She wants no more of it.");
    steps.at(ASKED);

    ask();

    assertThat(mails()).isOne();
  }

  @Test
  void anOwnerCannotHaveItAskedEarlierOrSeeTheLink() {
    var id = closed();
    assertThat(rows.queryForObject("select count(*) from case_survey", Integer.class)).isOne();
    assertThat(get(links.urlFor(surveyId()).replaceFirst("https?://[^/]+", "")).statusCode())
        .as("before the customer is asked")
        .isEqualTo(404);
    steps.at(ASKED);
    ask();

    assertThat(view.caseHtml(id)).doesNotContain(SurveyLinks.PATH);
    assertThat(
            rows.queryForList(
                "select id from notice where kind = 'case-survey' and recipient_id = 'oscar'"))
        .isEmpty();
  }

  private long surveyId() {
    return rows.queryForObject("select id from case_survey", Long.class);
  }

  @Test
  void nodesThatSweepAtTheSameMomentAskOnce() throws Exception {
    closed();
    steps.at(ASKED);

    ConcurrentUsers.atTheSameMoment(
        Collections.<Callable<Object>>nCopies(3, () -> due.runSome().getAsBoolean()));

    assertThat(mails()).isOne();
  }

  @Test
  void anAnswerThatIsChangedCountsAsGivenWhenTheFirstWas() {
    var page = asked();
    post(page, "satisfaction=2");
    var first = survey().get("answered_at");
    steps.at("2026-04-01T09:00:00Z");

    post(page, "satisfaction=4");

    assertThat(survey()).containsEntry("satisfaction", 4).containsEntry("answered_at", first);
    assertThat(survey().get("changed_at")).isNotEqualTo(first);
  }

  @Test
  void thePageIsInTheCustomersLanguageAndFitsAPhone() {
    var request = CaseSteps.request();
    request.put("customer", "C-2");
    var opened = steps.open("oscar", request);
    steps.say(opened, "understandNeed", "PUT_RIGHT");
    steps.say(opened, "putItRight", "SOLVED", "words", "It is right.");
    closed(opened);
    steps.at(ASKED);
    ask();
    var page = links.urlFor(surveyId()).replaceFirst("https?://[^/]+", "");

    assertThat(get(page).body())
        .contains("lang=\"en\"", "How was it for you?", "name=\"recommend\" value=\"0\"")
        .contains("width=device-width")
        .doesNotContain("Óscar", "oscar");
    post(page, "recommend=10");
    assertThat(get(page).body()).contains("Thank you. Your answers have reached us.");
  }

  @Test
  void ofACustomerWhoseDataAreRemovedTheFiguresStayAndNoWords() {
    var page = asked();
    post(page, "recommend=0&helped=Luz+was+helped+by+the+call.");

    assertThat(data.remove("C-1", "boss")).isTrue();

    assertThat(survey()).containsEntry("recommend", 0).containsEntry("helped", null);
    assertThat(get(page).statusCode()).isEqualTo(404);
  }
}
