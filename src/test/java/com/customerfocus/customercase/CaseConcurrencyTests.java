package com.customerfocus.customercase;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CustomerSteps.Outcome;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.RefusalException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import jakarta.ws.rs.ClientErrorException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** A customer who presses a button twice, and an owner who is as fast. */
@CustomerFocusTest
class CaseConcurrencyTests {

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CaseView view;
  private final CustomerSteps customers;
  private final CustomerMessages messages;
  private final Sweep questions;

  @Autowired
  CaseConcurrencyTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView view,
      CustomerSteps customers,
      CustomerMessages messages,
      @Qualifier("comfortQuestionSweep") Sweep questions) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.view = view;
    this.customers = customers;
    this.messages = messages;
    this.questions = questions;
  }

  @BeforeEach
  void people() {
    CaseSteps.people(importer, rows);
  }

  private int steps(String step) {
    return rows.queryForObject(
        "select count(*) from customer_case_event where step = ?", Integer.class, step);
  }

  @Test
  void anAnswerThatComesTwiceCountsOnce() throws Exception {
    var id = CaseSteps.id(steps.solved());

    var outcomes =
        ConcurrentUsers.atTheSameMoment(
            Collections.<Callable<Outcome>>nCopies(3, () -> customers.comfortable(id, "Yes.")));

    assertThat(outcomes).containsOnlyOnce(Outcome.RECORDED);
    assertThat(steps("COMFORTABLE")).isOne();
    assertThat(view.find(id).orElseThrow().state()).isEqualTo(CaseState.CLOSED);
  }

  @Test
  void ofTheCustomersWordAndTheOwnersNoteTheFirstCounts() throws Exception {
    var solved = steps.solved();
    var id = CaseSteps.id(solved);

    ConcurrentUsers.atTheSameMoment(
        List.<Callable<Object>>of(
            () -> customers.comfortable(id, "Yes."),
            () -> {
              try {
                steps.say(
                    solved, "checkComfort", "COMFORTABLE", "note", "She said so on the phone.");
                return "noted";
              } catch (ClientErrorException
                  | RefusalException
                  | ProcessEngineException
                  | NullPointerException e) {
                // The task has ended, or is not there any more.
                return "late";
              }
            }));

    assertThat(steps("COMFORTABLE")).isOne();
    assertThat(steps("CLOSE")).isOne();
  }

  @Test
  void aCaseIsOpenedAgainOnce() throws Exception {
    var id = CaseSteps.id(steps.solved());
    customers.comfortable(id, null);

    ConcurrentUsers.atTheSameMoment(
        Collections.<Callable<Outcome>>nCopies(
            3, () -> customers.notComfortable(id, "They charged me again.")));

    assertThat(steps("REOPEN")).isOne();
    assertThat(view.find(id).orElseThrow().cycle()).isEqualTo(2);
  }

  @Test
  void aMessageThatIsSentTwiceIsOne() throws Exception {
    var id = CaseSteps.id(steps.opened());

    ConcurrentUsers.atTheSameMoment(
        Collections.<Callable<Object>>nCopies(
            3,
            () -> {
              messages.onPage(id, "When does the money come?");
              return null;
            }));

    assertThat(view.contacts(id)).hasSize(1);
  }

  @Test
  void nodesThatSweepAtTheSameMomentAskOnce() throws Exception {
    var id = CaseSteps.id(steps.solved());
    steps.at("2026-03-05T09:00:00Z");

    ConcurrentUsers.atTheSameMoment(
        Collections.<Callable<Object>>nCopies(3, () -> questions.runSome().getAsBoolean()));

    assertThat(view.find(id).orElseThrow().comfortAsked()).isEqualTo(2);
    assertThat(
            rows.queryForObject(
                "select count(*) from notice where kind = 'case-comfort'", Integer.class))
        .isOne();
  }
}
