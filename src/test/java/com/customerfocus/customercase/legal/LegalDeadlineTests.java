package com.customerfocus.customercase.legal;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.legal.LegalProperties.Jurisdiction;
import com.customerfocus.incoming.IncomingMail;
import com.customerfocus.incoming.IncomingMailReader;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestMailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Luz complains to Óscar on Monday, 2 March 2026, 9:00; a law of Spain or of the UK holds. */
@CustomerFocusTest
class LegalDeadlineTests {

  private static final String STAY = "stayWithCustomer";

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CascadeSteps forms;
  private final CustomerSteps customers;
  private final CaseView view;
  private final CaseWorkflow workflow;
  private final ChangeableLaws laws;
  private final LegalDeadlines deadlines;
  private final IncomingMailReader mails;
  private final NoticeSender sender;
  private final TransactionOperations transactions;
  private final Sweep due;

  @Autowired
  LegalDeadlineTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CascadeSteps forms,
      CustomerSteps customers,
      CaseView view,
      CaseWorkflow workflow,
      ChangeableLaws laws,
      LegalDeadlines deadlines,
      @Qualifier("newMailReader") IncomingMailReader mails,
      NoticeSender sender,
      TransactionOperations transactions,
      @Qualifier("deadlinesByLaw") Sweep due) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.forms = forms;
    this.customers = customers;
    this.view = view;
    this.workflow = workflow;
    this.laws = laws;
    this.deadlines = deadlines;
    this.mails = mails;
    this.sender = sender;
    this.transactions = transactions;
    this.due = due;
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
    laws.hold(uk());
  }

  @AfterEach
  void noLaw() {
    laws.hold();
  }

  private static Jurisdiction uk() {
    return new Jurisdiction("gb", "eng", "financial", "Europe/London", List.of());
  }

  private static Jurisdiction spain(String... sites) {
    return new Jurisdiction("es", null, null, "Europe/Madrid", List.of(sites));
  }

  private ProcessInstance opened(String kind) {
    var request = CaseSteps.request();
    request.put("kind", kind);
    return steps.open("oscar", request);
  }

  private long complaint() {
    return CaseSteps.id(opened("COMPLAINT"));
  }

  private ProcessInstance of(long id) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey("stay-with-customer")
        .processInstanceBusinessKey(String.valueOf(id))
        .singleResult();
  }

  /** Luz's mail, which the program reads now. */
  private long mailed(String received) {
    var mail =
        new IncomingMail(
            1,
            MailKind.HUMAN,
            false,
            "luz@example.org",
            "Luz Mar",
            "My bill is wrong",
            "I complain.",
            Instant.parse(received),
            null,
            List.of(),
            null,
            null,
            false);
    assertThat(transactions.<Boolean>execute(status -> mails.read(mail))).isTrue();
    return rows.queryForObject("select max(id) from customer_case", Long.class);
  }

  private void solveAndClose(long id) {
    steps.say(of(id), "understandNeed", "PUT_RIGHT", "kind", "COMPLAINT");
    steps.say(of(id), "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    customers.comfortable(id, null);
  }

  private void look() {
    while (due.runSome().getAsBoolean()) {
      // Until nothing is due.
    }
  }

  private int mails(String kind) {
    return rows.queryForObject("select count(*) from notice where kind = ?", Integer.class, kind);
  }

  private List<LocalDate> lastDays(long id) {
    return deadlines.of(id).stream().map(LegalDeadline::lastDay).toList();
  }

  @Test
  void goldenDatesOfAComplaintInLondon() {
    steps.at("2026-12-24T10:00:00Z");

    assertThat(lastDays(complaint()))
        .containsExactly(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-02-18"));
  }

  @Test
  void aMailOfFridayThatIsReadOnMondayCountsFromFriday() {
    laws.hold(spain());

    var id = mailed("2026-02-27T16:00:00Z");

    assertThat(view.find(id).orElseThrow())
        .returns(Instant.parse("2026-02-27T16:00:00Z"), it -> it.receivedAt())
        .returns(Instant.parse("2026-03-02T09:00:00Z"), it -> it.openedAt());
    assertThat(lastDays(id)).containsExactly(LocalDate.parse("2026-03-20"));
    assertThat(engine.getRuntimeService().getVariables(of(id).getId()))
        .doesNotContainKey("receivedAt");
  }

  @Test
  void aMailFromTheFutureIsReceivedNow() {
    var id = mailed("2026-03-02T09:30:00Z");

    assertThat(view.find(id).orElseThrow())
        .returns(Instant.parse("2026-03-02T09:00:00Z"), it -> it.receivedAt());
  }

  @Test
  void aMailedComplaintHasItsDeadlinesOnceTheOwnerSaysThatItIsOne() {
    var id = mailed("2026-02-27T16:00:00Z");
    assertThat(deadlines.of(id)).isEmpty();

    steps.say(of(id), "understandNeed", "PUT_RIGHT", "kind", "COMPLAINT");

    assertThat(view.find(id).orElseThrow().kind()).isEqualTo(CaseKind.COMPLAINT);
    assertThat(lastDays(id))
        .containsExactly(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-04-24"));
    assertThat(view.caseHtml(id)).contains("By law, resolved by", "said what it is about");
  }

  @Test
  void theOwnerCanAlsoSayLaterThatItIsAComplaintAndNoOtherKindEndsADeadline() {
    var opened = opened("BILLING");
    var id = CaseSteps.id(opened);
    steps.say(opened, "understandNeed", "PUT_RIGHT", "kind", "BILLING");
    assertThat(view.events(id)).hasSize(2);

    steps.say(opened, STAY, "CHANGE_KIND", "kind", "COMPLAINT");
    steps.say(opened, STAY, "CHANGE_KIND", "kind", "BILLING");

    assertThat(deadlines.of(id)).hasSize(2).allMatch(it -> it.endedAt() == null);
  }

  @Test
  void whatIsJoinedCountsFromTheFirstMail() {
    var first = mailed("2026-02-27T16:00:00Z");
    var second = opened("OTHER");
    join(first, CaseSteps.id(second));

    steps.say(second, STAY, "CHANGE_KIND", "kind", "COMPLAINT");

    assertThat(lastDays(CaseSteps.id(second)))
        .containsExactly(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-04-24"));
  }

  private void join(long joined, long survivor) {
    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        String.valueOf(joined),
        "survivor",
        String.valueOf(survivor),
        "note",
        "It is the same bill.");
  }

  /** Opened, joined, closed, opened again: as customers and owners do it. */
  @Test
  void oneWalk() {
    var joined = complaint();
    var survivor = CaseSteps.id(opened("BILLING"));
    join(joined, survivor);
    assertThat(deadlines.of(survivor)).hasSize(2).allMatch(it -> it.endedAt() == null);
    assertThat(view.caseHtml(survivor)).contains("By law, resolved by");

    steps.at("2026-03-04T09:00:00Z");
    look();
    assertThat(mails(LegalRenderer.NEAR)).isOne();

    steps.say(of(survivor), "understandNeed", "PUT_RIGHT");
    steps.say(of(survivor), "putItRight", "SOLVED", "words", "We have paid the bill back to you.");
    customers.comfortable(survivor, null);
    assertThat(deadlines.of(survivor)).allMatch(it -> it.endedAt() != null);
    steps.at("2026-03-06T09:00:00Z");
    look();
    assertThat(mails(LegalRenderer.PASSED)).isZero();

    customers.notComfortable(survivor, "They charged me once more.");
    assertThat(deadlines.of(survivor))
        .filteredOn(it -> it.endedAt() == null)
        .extracting(LegalDeadline::what)
        .containsExactly(LegalRules.What.FINAL);
    look();
    assertThat(mails(LegalRenderer.NEAR)).as("long before").isOne();
    steps.at("2026-04-20T09:00:00Z");
    look();
    assertThat(mails(LegalRenderer.NEAR)).isEqualTo(2);
    steps.at("2026-04-28T09:00:00Z");
    look();
    look();
    assertThat(mails(LegalRenderer.PASSED)).isOne();
  }

  @Test
  void aComplaintThatIsAnsweredIsNotDueAnyMoreAlthoughTheCustomerIsNotComfortable() {
    var opened = opened("COMPLAINT");
    var id = CaseSteps.id(opened);
    steps.say(opened, "understandNeed", "PUT_RIGHT", "kind", "COMPLAINT");
    steps.at("2026-03-05T17:00:00Z");
    look();
    steps.at("2026-04-20T10:00:00Z");

    steps.say(
        opened,
        STAY,
        "ANSWERED",
        "note",
        "I have sent her our final answer by post.",
        "answeredAt",
        "2026-04-17T12:00:00");

    assertThat(deadlines.of(id))
        .extracting(LegalDeadline::answeredAt)
        .containsOnly(Instant.parse("2026-04-17T12:00:00Z"));
    assertThat(view.caseHtml(id))
        .contains("recorded that the customer had our answer at Friday, 17 April 2026, 12:00")
        .doesNotContain("By law");
    steps.say(opened, "putItRight", "SOLVED", "words", "We have paid the second bill back to you.");
    customers.comfortable(id, null);
    customers.notComfortable(id, "They charged me once more.");
    steps.at("2026-04-28T09:00:00Z");
    look();
    assertThat(mails(LegalRenderer.PASSED)).as("the early one alone").isOne();
  }

  @Test
  void theFormAsksForTheAnswerOnlyWhereOneIsOwed() {
    var complaint = opened("COMPLAINT");
    var question = opened("INFORMATION");

    assertThat(stay(complaint)).contains("ANSWERED");
    assertThat(stay(question)).contains("CHANGE_KIND").doesNotContain("\"ANSWERED\"");
    steps.say(complaint, STAY, "ANSWERED", "note", "I have told her why it takes longer.");
    assertThat(stay(complaint)).doesNotContain("\"ANSWERED\"");
  }

  /** What the form shows first. */
  private String stay(ProcessInstance opened) {
    return forms.shown("oscar", steps.task(opened, STAY), "stay", SpinJsonNode.class).toString();
  }

  @Test
  void theJurisdictionIsThatOfTheDeputyWhoGetsTheCase() {
    rows.update("update person set site = 'London' where id = 'oscar'");
    rows.update("update person set site = 'Valencia' where id = 'lena'");
    laws.hold(spain("Valencia"), new Jurisdiction("gb", null, "financial", "UTC", List.of()));
    forms.away("oscar", "2026-03-02", "2026-03-06", "lena");

    var id =
        transactions.<Long>execute(
            status ->
                workflow.open(
                    new CaseRequest("C-1", "COMPLAINT", "My bill is wrong.", null), "oscar"));

    assertThat(view.find(id).orElseThrow().ownerId()).isEqualTo("lena");
    assertThat(deadlines.of(id)).extracting(LegalDeadline::zone).containsOnly("Europe/Madrid");
  }

  @Test
  void theOwnerReadsOfItByMailBeforeAndAfter() throws Exception {
    complaint();
    for (var moment :
        List.of("2026-03-04T09:00:00Z", "2026-03-05T17:00:00Z", "2026-04-28T09:00:00Z")) {
      steps.at(moment);
      look();
      while (sender.sendDue() > 0) {
        // Until all are on their way.
      }
    }

    var owner = rows.queryForObject("select mail from person where id = 'oscar'", String.class);
    var received = TestMailServer.shared().getReceivedMessagesForDomain(owner);
    assertThat(received)
        .extracting(it -> it.getSubject())
        .contains(
            "Se acerca un plazo legal: Luz Mar, My bill is wrong",
            "Ha vencido un plazo legal: Luz Mar, My bill is wrong");
    assertThat(
            Arrays.stream(received)
                .map(LegalDeadlineTests::text)
                .filter(it -> it.contains("procedimiento completo")))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it).doesNotContain("Responde hoy"));
    assertThat(
            Arrays.stream(received)
                .map(LegalDeadlineTests::text)
                .filter(it -> it.contains("Responde hoy")))
        .hasSize(1);
  }

  private static String text(Part part) {
    try {
      if (!(part.getContent() instanceof Multipart parts)) {
        return part.getContent().toString();
      }
      var text = new StringBuilder();
      for (var i = 0; i < parts.getCount(); i++) {
        text.append(text(parts.getBodyPart(i)));
      }
      return text.toString();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void withoutJurisdictionsThereAreNone() {
    laws.hold();
    var id = complaint();

    assertThat(deadlines.of(id)).isEmpty();
    assertThat(view.caseHtml(id)).doesNotContain("By law");
  }

  @Test
  void theOwnerSeesBothIsWarnedBeforeAndToldOnceWhenOneHasPassed() {
    var id = complaint();
    assertThat(deadlines.of(id))
        .extracting(LegalDeadline::passesAt)
        .containsExactly(
            Instant.parse("2026-03-05T17:00:00Z"),
            // 27 April is the last day; summer time has begun.
            Instant.parse("2026-04-27T23:00:00Z"));
    assertThat(view.caseHtml(id)).contains("By law, resolved by", "FCA DISP 1.5 and 1.6");

    steps.at("2026-03-04T09:00:00Z");
    look();
    look();
    assertThat(mails(LegalRenderer.NEAR)).isOne();
    assertThat(mails(LegalRenderer.PASSED)).isZero();

    steps.at("2026-03-05T17:00:00Z");
    look();
    look();
    assertThat(mails(LegalRenderer.PASSED)).isOne();
  }

  @Test
  void nothingPassesAfterTheCaseIsOver() {
    solveAndClose(complaint());

    steps.at("2026-04-28T09:00:00Z");
    look();

    assertThat(mails(LegalRenderer.NEAR)).isZero();
    assertThat(mails(LegalRenderer.PASSED)).isZero();
  }

  @Test
  void spainDemandsAReferenceAndTheCustomersLanguage() {
    laws.hold(spain());
    var id = complaint();

    assertThat(view.caseHtml(id))
        .contains("demands a reference", "It is " + id, "language in which the customer wrote");
  }
}
