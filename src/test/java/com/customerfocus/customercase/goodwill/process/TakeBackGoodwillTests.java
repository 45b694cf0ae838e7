package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.APPROVE_GOODWILL;
import static com.customerfocus.customercase.goodwill.process.TakeBackGoodwillProcess.GOODWILL_TAKEN_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.goodwill.ApprovalService;
import com.customerfocus.customercase.goodwill.Goodwill;
import com.customerfocus.customercase.goodwill.GoodwillApproval;
import com.customerfocus.customercase.goodwill.GoodwillService;
import com.customerfocus.customercase.goodwill.GoodwillState;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TakesAllOf;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Óscar offers Luz 40, which he may, and 60, about which Olga decides; he takes the 60 back. */
@CustomerFocusTest
@TakesAllOf(TakeBackGoodwillProcess.KEY)
class TakeBackGoodwillTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps cases;
  private final GoodwillService goodwill;
  private final ApprovalService approvals;

  @Autowired
  TakeBackGoodwillTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps cases,
      GoodwillService goodwill,
      ApprovalService approvals) {
    this.engine = engine;
    this.importer = importer;
    this.rows = rows;
    this.cases = cases;
    this.goodwill = goodwill;
    this.approvals = approvals;
  }

  @BeforeEach
  void people() {
    init(engine);
    CaseSteps.people(importer, rows);
  }

  private ProcessInstance offer(ProcessInstance about, String amount) {
    return cases.start(
        "oscar",
        GoodwillProcess.KEY,
        "goodwillRequest",
        "caseNumber",
        about.getBusinessKey(),
        "kind",
        "VOUCHER",
        "amount",
        amount,
        "reason",
        "She has waited for a week.");
  }

  private ProcessInstance takeBack(String user, ProcessInstance about) {
    return cases.start(
        user,
        TakeBackGoodwillProcess.KEY,
        "goodwillTakingBack",
        "caseNumber",
        about.getBusinessKey(),
        "note",
        "She does not want it.");
  }

  @Test
  void whatWaitsIsTakenBackAndWhatIsGrantedStays() {
    var opened = cases.opened();
    offer(opened, "40");
    var offered = offer(opened, "60");
    assertThat(offered).isWaitingAtExactly(APPROVE_GOODWILL);

    assertThat(takeBack("oscar", opened)).isEnded().hasPassed(GOODWILL_TAKEN_BACK);

    assertThat(offered).isEnded();
    assertThat(goodwill.ofCase(CaseSteps.id(opened)))
        .extracting(Goodwill::state)
        .containsExactly(GoodwillState.GRANTED, GoodwillState.TAKEN_BACK);
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                approvals.decide(
                    Long.parseLong(offered.getBusinessKey()),
                    new GoodwillApproval("APPROVE", null),
                    Actor.of("olga")))
        .withMessageContaining("Óscar has taken back this goodwill");
    assertThat(
            rows.queryForObject(
                "select count(*) from notice where kind = 'goodwill-decided'", Integer.class))
        .as("the owner knows")
        .isZero();
    cases.say(opened, "stayWithCustomer", "WITHDRAW", "note", "She needs nothing more.");
  }

  @Test
  void whatIsTakenBackCountsNoMore() {
    var opened = cases.opened();
    offer(opened, "60");
    takeBack("oscar", opened);

    assertThat(offer(opened, "50")).isEnded();
  }

  @Test
  void onlyTheOwnerTakesBackAndOnlyWhatWaits() {
    var opened = cases.opened();
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> takeBack("oscar", opened))
        .withMessageContaining("No goodwill of this case waits for approval");
    offer(opened, "60");

    assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> takeBack("lena", opened));
    assertThat(goodwill.ofCase(CaseSteps.id(opened)).get(0).state())
        .isEqualTo(GoodwillState.WAITING);
  }
}
