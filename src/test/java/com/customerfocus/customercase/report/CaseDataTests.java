package com.customerfocus.customercase.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerMessages.Reply;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.figures.CaseFigureService;
import com.customerfocus.customercase.survey.SurveyLinks;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.StoredText;
import com.customerfocus.testing.TestMailServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two cases of Zenobia: one closed by her own word, one with a partner department. */
@CustomerFocusTest
class CaseDataTests {

  private static final String REFERENCE = "C-7";
  private static final List<String> NAMES = List.of("Zenobia", "Quiroga", "zenobia.quiroga");

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CascadeSteps forms;
  private final CustomerSteps customers;
  private final CustomerMessages messages;
  private final CustomerData data;
  private final NoticeSender sender;
  private final ProcessEngine engine;
  private final CaseFigureService figures;
  private final SurveyLinks links;
  private final Sweep surveys;
  private final Sweep followUps;
  private final Sweep late;
  private final HttpBrowser browser;

  @Autowired
  CaseDataTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CascadeSteps forms,
      CustomerSteps customers,
      CustomerMessages messages,
      CustomerData data,
      NoticeSender sender,
      ProcessEngine engine,
      CaseFigureService figures,
      SurveyLinks links,
      @Qualifier("dueSurveys") Sweep surveys,
      @Qualifier("dueFollowUps") Sweep followUps,
      @Qualifier("lateNews") Sweep late,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.forms = forms;
    this.customers = customers;
    this.messages = messages;
    this.data = data;
    this.sender = sender;
    this.engine = engine;
    this.figures = figures;
    this.links = links;
    this.surveys = surveys;
    this.followUps = followUps;
    this.late = late;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void twoCasesOfZenobia() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    // The engine's history outlives the instances of other tests.
    rows.update("delete from act_hi_taskinst");
    CaseSteps.people(importer, rows);
    new SampleCustomers(rows)
        .add(REFERENCE, "Zenobia Quiroga", "zenobia.quiroga@example.com", "es");
    var closed = opened();
    steps.say(closed, "understandNeed", "PUT_RIGHT", "note", "Quiroga paid twice, I think.");
    steps.say(closed, "stayWithCustomer", "NOTE", "note", "Zenobia sounds angry.");
    steps.say(closed, "putItRight", "SOLVED", "words", "Your money is back, Zenobia.");
    sendAll();
    customers.comfortable(CaseSteps.id(closed), "I, Zenobia, am content.");
    var open = opened();
    messages.onPage(CaseSteps.id(open), "Zenobia Quiroga here: and now?");
    messages.byMail(
        CaseSteps.id(open),
        new Reply(
            "I am Zenobia's husband.",
            Instant.parse("2026-03-02T09:00:00Z"),
            "paco.quiroga@example.com",
            "Paco Quiroga",
            1));
    steps.say(
        open,
        "understandNeed",
        "ASK_PARTNER",
        "partner",
        "logistics",
        "need",
        "A van for Zenobia Quiroga",
        "doneWhen",
        "Quiroga has it.",
        "wished",
        "2026-03-04T16:00");
  }

  private ProcessInstance opened() {
    var request = CaseSteps.request();
    request.put("customer", REFERENCE);
    request.put("need", "The bill of Zenobia is wrong");
    return steps.open("oscar", request);
  }

  private void sendAll() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  @Test
  void theExportHasWhatWasNeededSaidAndNoted() {
    var export =
        new ObjectMapper()
            .findAndRegisterModules()
            .valueToTree(data.export(REFERENCE, "boss").orElseThrow());

    assertThat(export.at("/cases")).hasSize(2);
    assertThat(export.at("/cases/0/about/need").asText()).isEqualTo("The bill of Zenobia is wrong");
    assertThat(export.at("/cases/0/history").toString())
        .contains("Zenobia sounds angry.", "I, Zenobia, am content.");
    assertThat(export.at("/cases/0/contacts").toString()).contains("Your money is back");
    assertThat(export.at("/cases/1/contacts").toString()).contains("and now?");
  }

  @Test
  void afterRemovalNoNameIsLeftAndFiguresStay() {
    var stored = new StoredText(rows);
    assertThat(stored.placesOf(NAMES))
        .contains(
            "customer_case.need",
            "customer_case.subject",
            "customer_case_event.note",
            "customer_case_contact.words",
            "customer_case_contact.sender",
            "customer_case_contact.sender_name",
            "handoff.need");

    assertThat(data.remove(REFERENCE, "boss")).isTrue();

    assertThat(stored.placesOf(NAMES)).isEmpty();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(
            rows.queryForList(
                "select state || ' ' || coalesce(comfort, '-') from customer_case order by id",
                String.class))
        .containsExactly("CLOSED OWN_WORD", "WITHDRAWN -");
    assertThat(rows.queryForObject("select count(*) from customer_case_clock", Integer.class))
        .isZero();
    assertThat(rows.queryForObject("select count(*) from customer_case_contact", Integer.class))
        .isEqualTo(4);
  }

  private void solve(ProcessInstance opened) {
    steps.say(opened, "understandNeed", "PUT_RIGHT");
    steps.say(opened, "putItRight", "SOLVED", "words", "Your money is back, Zenobia.");
  }

  private ProcessInstance running(String process) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .singleResult();
  }

  private void goodwill(ProcessInstance about, String amount) {
    steps.start(
        "oscar",
        "goodwill",
        "goodwillRequest",
        "caseNumber",
        about.getBusinessKey(),
        "kind",
        "VOUCHER",
        "amount",
        amount,
        "reason",
        "Zenobia has waited for a week.");
  }

  private ProcessInstance offer(ProcessInstance about) {
    return steps.start(
        "oscar",
        "hand-over-ownership",
        "ownershipOffer",
        "caseNumber",
        about.getBusinessKey(),
        "colleague",
        "luis",
        "reason",
        "KNOWLEDGE",
        "note",
        "Quiroga has waited for her van before.");
  }

  /** Escalated and decided; another case is joined to it. */
  private void escalated() {
    var opened = opened();
    for (var time = 0; time < 2; time++) {
      solve(opened);
      steps.say(opened, "checkComfort", "NOT_COMFORTABLE", "note", "Zenobia still waits for it.");
    }
    steps.answer(
        "olga",
        running("case-escalation"),
        "decideCase",
        "caseDecision",
        "GIVE_MEANS",
        "note",
        "You may pay it back to Zenobia.");
    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        opened().getBusinessKey(),
        "survivor",
        opened.getBusinessKey(),
        "note",
        "Zenobia means the same bill.");
  }

  /** With goodwill, offers to a colleague, and a contact outside. */
  private void withAllParts() {
    var opened = opened();
    goodwill(opened, "10");
    goodwill(opened, "5000");
    var offer = offer(opened);
    steps.answer(
        "luis", offer, "takeOverCase", "offerAnswer", "DECLINE", "note", "I know no Quiroga.");
    offer(opened);
    steps.say(opened, "understandNeed", "INTRODUCE", "note", "The bank of Zenobia can.");
    steps.say(
        opened,
        "introduceContact",
        "BRIEF",
        "contactName",
        "Pablo Quiroga",
        "organization",
        "Banco Quiroga",
        "contactMail",
        "pablo.zenobia@bank.example",
        "language",
        "en",
        "consent",
        "CALL",
        "consentNote",
        "Zenobia says: do tell him.",
        "story",
        "Zenobia Quiroga paid a bill twice.",
        "takeOverDays",
        "5");
    var task = steps.task(opened, "stayWithCustomer");
    engine
        .getTaskService()
        .createComment(task.getId(), task.getProcessInstanceId(), "Zenobia called me.");
    rows.update(
        "update act_ru_job set exception_msg_ = 'No mail for Zenobia'"
            + " where process_instance_id_ is not null");
  }

  private void askedAfterwards() {
    steps.at("2026-03-04T09:00:01Z");
    run(surveys);
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
    var path =
        links
                .urlFor(rows.queryForObject("select min(id) from case_survey", Long.class))
                .replaceFirst("https?://[^/]+", "")
            + "/answer";
    assertThat(
            browser
                .sendAsProgram(
                    null, "POST", path, HttpBrowser.FORM, "recommend=0&helped=Zenobia+is+content")
                .statusCode())
        .isEqualTo(303);
    steps.at("2026-04-01T09:00:00Z");
    run(late);
    run(followUps);
    run(followUps);
    forms.complete(
        "oscar",
        forms.task(running("case-follow-up"), "askCustomerAgain"),
        "caseFollowUp",
        Map.of(
            "answer",
            "TROUBLE",
            "need",
            "Zenobia was charged once more.",
            "note",
            "Quiroga is angry."));
  }

  private static void run(Sweep sweep) {
    while (sweep.runSome().getAsBoolean()) {
      // Until nothing is due.
    }
  }

  @Test
  void ofCasesThatUsedEveryPartNoWordIsLeftAndFiguresStay() {
    escalated();
    withAllParts();
    askedAfterwards();
    var stored = new StoredText(rows);
    assertThat(stored.placesOf(NAMES))
        .contains(
            "customer_case.need",
            "customer_case_event.note",
            "customer_case_contact.words",
            "customer_case_offer.note",
            "customer_case_offer.answer",
            "customer_case_escalation.note",
            "customer_introduction.contact_name",
            "customer_introduction.organization",
            "customer_introduction.contact_mail",
            "customer_introduction.story",
            "customer_introduction.consent_note",
            "goodwill.reason",
            "case_follow_up.note",
            "case_survey.helped",
            "act_hi_comment.message_",
            "act_ru_job.exception_msg_");
    var export =
        new ObjectMapper()
            .findAndRegisterModules()
            .valueToTree(data.export(REFERENCE, "boss").orElseThrow());
    assertThat(export.at("/goodwill")).hasSize(2);
    assertThat(export.at("/case-offers")).hasSize(2);
    assertThat(export.at("/introductions")).hasSize(1);
    assertThat(export.at("/case-escalations").toString()).contains("pay it back to Zenobia");
    assertThat(export.at("/case-surveys").toString()).contains("Zenobia is content");
    assertThat(export.at("/follow-ups").toString()).contains("Quiroga is angry.");
    var before = figures.of(figures.period(null, null));
    assertThat(before.all().ended()).isPositive();

    assertThat(data.remove(REFERENCE, "boss")).isTrue();

    assertThat(stored.placesOf(NAMES)).isEmpty();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(figures.of(figures.period(null, null))).isEqualTo(before);
  }
}
