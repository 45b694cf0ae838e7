package com.customerfocus.customercase.legal;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.legal.LegalProperties.Jurisdiction;
import com.customerfocus.engine.decision.Decisions;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestMailServer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Luz complains to Óscar on Monday, 2 March 2026, 9:00; a law of Spain or of the UK holds. */
@CustomerFocusTest
class LegalDeadlineTests {

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CaseView view;
  private final LegalDeadlines deadlines;
  private final Decisions tables;
  private final NoticeService notices;
  private final NoticeSender sender;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Sweep due;

  @Autowired
  LegalDeadlineTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView view,
      LegalDeadlines deadlines,
      Decisions tables,
      NoticeService notices,
      NoticeSender sender,
      TransactionOperations transactions,
      Clock clock,
      @Qualifier("deadlinesByLaw") Sweep due) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.view = view;
    this.deadlines = deadlines;
    this.tables = tables;
    this.notices = notices;
    this.sender = sender;
    this.transactions = transactions;
    this.clock = clock;
    this.due = due;
  }

  @BeforeEach
  void people() {
    CaseSteps.people(importer, rows);
  }

  private long complaint() {
    var request = CaseSteps.request();
    request.put("kind", "COMPLAINT");
    return CaseSteps.id(steps.open("oscar", request));
  }

  /** As the program does where the settings name this jurisdiction. */
  private void holds(long id, CaseStep step, CaseState after, Jurisdiction law) {
    var service =
        new LegalService(
            deadlines,
            new LegalDuties(new LegalProperties(List.of(law)), tables),
            view,
            notices,
            clock);
    var event =
        new CaseEvent(0, id, 1, step, clock.instant(), null, null, false, null, null, after, null);
    transactions.executeWithoutResult(
        status -> service.on(new CaseEvent.Recorded(event, view.find(id).orElseThrow())));
  }

  @Test
  void goldenDatesOfAComplaintInLondon() {
    steps.at("2026-12-24T10:00:00Z");
    var id = complaint();

    holds(id, CaseStep.OPEN, CaseState.UNDERSTANDING, uk());

    assertThat(deadlines.of(id))
        .extracting(LegalDeadline::lastDay)
        .containsExactly(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-02-18"));
  }

  @Test
  void theOwnerReadsOfItByMailBeforeAndAfter() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    var id = complaint();
    holds(id, CaseStep.OPEN, CaseState.UNDERSTANDING, uk());
    for (var moment : List.of("2026-03-04T09:00:00Z", "2026-03-05T17:00:00Z")) {
      steps.at(moment);
      due.runSome().getAsBoolean();
      while (sender.sendDue() > 0) {
        // Until all are on their way.
      }
    }

    var owner = rows.queryForObject("select mail from person where id = 'oscar'", String.class);
    assertThat(TestMailServer.shared().getReceivedMessagesForDomain(owner))
        .extracting(it -> it.getSubject())
        .contains(
            "Se acerca un plazo legal: Luz Mar, My bill is wrong",
            "Ha vencido un plazo legal: Luz Mar, My bill is wrong");
  }

  @Test
  void aCaseThatAnotherOneTakesInKeepsItsDeadlines() {
    var joined = complaint();
    holds(joined, CaseStep.OPEN, CaseState.UNDERSTANDING, uk());
    var survivor = CaseSteps.id(steps.opened());
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
    holds(joined, CaseStep.JOIN, CaseState.JOINED, uk());
    assertThat(view.caseHtml(survivor)).contains("By law, resolved by");

    steps.at("2026-03-04T09:00:00Z");
    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.NEAR)).isOne();

    holds(survivor, CaseStep.CLOSE, CaseState.CLOSED, uk());
    steps.at("2026-04-28T09:00:00Z");
    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.PASSED)).isZero();
  }

  @Test
  void aCaseThatIsOpenedAgainLongBeforeIsWarnedOfInTime() {
    var id = complaint();
    holds(id, CaseStep.OPEN, CaseState.UNDERSTANDING, uk());
    holds(id, CaseStep.CLOSE, CaseState.CLOSED, uk());
    steps.at("2026-03-10T09:00:00Z");
    holds(id, CaseStep.REOPEN, CaseState.UNDERSTANDING, uk());

    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.NEAR)).isZero();

    steps.at("2026-04-20T09:00:00Z");
    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.NEAR)).isOne();
  }

  private int mails(String kind) {
    return rows.queryForObject("select count(*) from notice where kind = ?", Integer.class, kind);
  }

  private static Jurisdiction uk() {
    return new Jurisdiction("gb", "eng", "financial", "Europe/London", List.of());
  }

  @Test
  void withoutJurisdictionsThereAreNone() {
    var id = complaint();

    assertThat(deadlines.of(id)).isEmpty();
    assertThat(view.caseHtml(id)).doesNotContain("By law");
  }

  @Test
  void theOwnerSeesBothIsWarnedBeforeAndToldOnceWhenOneHasPassed() {
    var id = complaint();
    holds(id, CaseStep.OPEN, CaseState.UNDERSTANDING, uk());
    assertThat(deadlines.of(id))
        .extracting(LegalDeadline::passesAt)
        .containsExactly(
            Instant.parse("2026-03-05T17:00:00Z"),
            // 27 April is the last day; summer time has begun.
            Instant.parse("2026-04-27T23:00:00Z"));
    assertThat(view.caseHtml(id)).contains("By law, resolved by", "FCA DISP 1.5 and 1.6");

    steps.at("2026-03-04T09:00:00Z");
    due.runSome().getAsBoolean();
    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.NEAR)).isOne();
    assertThat(mails(LegalRenderer.PASSED)).isZero();

    steps.at("2026-03-05T17:00:00Z");
    due.runSome().getAsBoolean();
    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.PASSED)).isOne();
  }

  @Test
  void nothingPassesAfterTheCaseIsOverAndTheLawCountsFromReceiptWhenItIsOpenedAgain() {
    var id = complaint();
    holds(id, CaseStep.OPEN, CaseState.UNDERSTANDING, uk());
    holds(id, CaseStep.CLOSE, CaseState.CLOSED, uk());
    steps.at("2026-04-01T09:00:00Z");
    due.runSome().getAsBoolean();
    assertThat(mails(LegalRenderer.PASSED)).isZero();

    holds(id, CaseStep.REOPEN, CaseState.UNDERSTANDING, uk());
    steps.at("2026-04-28T09:00:00Z");
    due.runSome().getAsBoolean();

    assertThat(mails(LegalRenderer.PASSED)).isOne();
  }

  @Test
  void spainDemandsAReferenceAndTheCustomersLanguage() {
    var id = complaint();

    holds(
        id,
        CaseStep.OPEN,
        CaseState.UNDERSTANDING,
        new Jurisdiction("es", null, null, "Europe/Madrid", List.of()));

    assertThat(view.caseHtml(id))
        .contains("demands a reference", "It is " + id, "language in which the customer wrote");
  }
}
