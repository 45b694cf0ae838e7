package com.customerfocus.customercase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.customerfocus.customercase.CaseStep.By;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of a customer's case, and what leads from one to another. */
class CaseStepTests {

  @ParameterizedTest(name = "{0} by {1}: {2} to {3}")
  @CsvSource({
    "PUT_RIGHT,         OWNER,    UNDERSTANDING,    PUTTING_RIGHT",
    "PUT_RIGHT,         OWNER,    FINDING_OUT,      PUTTING_RIGHT",
    "ASK_PARTNER,       OWNER,    UNDERSTANDING,    WITH_PARTNER",
    "ASK_PARTNER,       OWNER,    FINDING_OUT,      WITH_PARTNER",
    "INTRODUCE,         OWNER,    UNDERSTANDING,    INTRODUCING",
    "INTRODUCE,         OWNER,    FINDING_OUT,      INTRODUCING",
    "FIND_OUT,          OWNER,    UNDERSTANDING,    FINDING_OUT",
    "WAIT_FOR_ANSWER,   OWNER,    FINDING_OUT,      FINDING_OUT",
    "PARTNER_DELIVERED, PROGRAM,  WITH_PARTNER,     PUTTING_RIGHT",
    "PARTNER_FAILED,    PROGRAM,  WITH_PARTNER,     FINDING_OUT",
    "SOLVED,            OWNER,    PUTTING_RIGHT,    CHECKING_COMFORT",
    "INTRODUCED,        OWNER,    INTRODUCING,      CHECKING_COMFORT",
    "CONTACT_FAILED,    PROGRAM,  INTRODUCING,      UNDERSTANDING",
    "LOOK_AGAIN,        OWNER,    PUTTING_RIGHT,    UNDERSTANDING",
    "LOOK_AGAIN,        OWNER,    INTRODUCING,      UNDERSTANDING",
    "COMFORTABLE,       BOTH,     CHECKING_COMFORT, COMFORTABLE",
    "NOT_COMFORTABLE,   BOTH,     CHECKING_COMFORT, UNDERSTANDING",
    "ASK_AGAIN,         PROGRAM,  CHECKING_COMFORT, CHECKING_COMFORT",
    "ANSWER_MISSING,    PROGRAM,  CHECKING_COMFORT, UNCONFIRMED",
    "CLOSE,             OWNER,    COMFORTABLE,      CLOSED",
    "CLOSE,             OWNER,    UNCONFIRMED,      CLOSED",
    "REOPEN,            CUSTOMER, CLOSED,           UNDERSTANDING",
    "UPDATE,            OWNER,    WITH_PARTNER,     WITH_PARTNER",
    "CORRECT,           OWNER,    CHECKING_COMFORT, CHECKING_COMFORT",
    "CALL,              OWNER,    FINDING_OUT,      FINDING_OUT",
    "NOTE,              OWNER,    COMFORTABLE,      COMFORTABLE",
    "CHANGE_PRIORITY,   OWNER,    UNDERSTANDING,    UNDERSTANDING",
    "CHANGE_KIND,       OWNER,    UNDERSTANDING,    UNDERSTANDING",
    "ANSWERED,          OWNER,    CHECKING_COMFORT, CHECKING_COMFORT",
    "GOODWILL,          PROGRAM,  PUTTING_RIGHT,    PUTTING_RIGHT",
    "WITHDRAW,          OWNER,    WITH_PARTNER,     WITHDRAWN",
    "MOVE,              PROGRAM,  WITH_PARTNER,     WITH_PARTNER",
    "JOIN,              OWNER,    FINDING_OUT,      JOINED",
    "TAKE_IN,           OWNER,    COMFORTABLE,      COMFORTABLE",
  })
  void aStepLeadsOn(CaseStep step, By by, CaseState from, CaseState to) {
    assertThat(step.by()).isEqualTo(by);
    assertThat(step.after(from)).isEqualTo(to);
  }

  @ParameterizedTest
  @EnumSource(CaseState.class)
  void anOpenCaseTakesNewsCallsAndNotesAndCanBeWithdrawn(CaseState state) {
    var possible = CaseStep.possibleIn(state, EnumSet.allOf(CaseStep.class));

    var always =
        Set.of(
            CaseStep.UPDATE,
            CaseStep.CORRECT,
            CaseStep.CALL,
            CaseStep.NOTE,
            CaseStep.CHANGE_PRIORITY,
            CaseStep.CHANGE_KIND,
            CaseStep.ANSWERED,
            CaseStep.WITHDRAW,
            CaseStep.MOVE,
            CaseStep.JOIN,
            CaseStep.TAKE_IN);
    if (state.isOver()) {
      assertThat(possible).doesNotContainAnyElementsOf(always);
    } else {
      assertThat(possible).containsAll(always);
    }
  }

  @Test
  void whatIsOverStaysOverExceptThatTheCustomerIsNotComfortable() {
    assertThat(CaseStep.possibleIn(CaseState.CLOSED, EnumSet.allOf(CaseStep.class)))
        .containsExactly(CaseStep.REOPEN);
    assertThat(CaseStep.possibleIn(CaseState.WITHDRAWN, EnumSet.allOf(CaseStep.class))).isEmpty();
    assertThat(CaseStep.possibleIn(CaseState.JOINED, EnumSet.allOf(CaseStep.class))).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> CaseStep.UPDATE.after(CaseState.CLOSED));
  }

  @ParameterizedTest(name = "asked {0} times: again {1}")
  @CsvSource({"0, true", "1, true", "2, true", "3, false"})
  void aCustomerIsAskedThreeTimes(int asked, boolean again) {
    assertThat(ComfortRules.isAskedAgain(asked)).isEqualTo(again);
  }

  @ParameterizedTest(name = "after {0}: the same case {1}")
  @CsvSource({"P0D, true", "P30D, true", "PT720H1S, false", "P31D, false"})
  void aClosedCaseGoesOnWithinThirtyDays(Duration after, boolean same) {
    var closed = Instant.parse("2026-03-02T09:00:00Z");

    assertThat(ComfortRules.isReopened(closed, closed.plus(after))).isEqualTo(same);
  }
}
