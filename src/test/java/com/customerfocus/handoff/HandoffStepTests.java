package com.customerfocus.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.customerfocus.handoff.HandoffStep.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The states of a handoff and who may move them. */
class HandoffStepTests {

  @ParameterizedTest(name = "{0} by the {1}: {2} to {3}")
  @CsvSource({
    "ASK_BACK,          PARTNER,   REQUESTED,     ASKED_BACK",
    "ANSWER,            REQUESTER, ASKED_BACK,    REQUESTED",
    "PROPOSE_DATE,      PARTNER,   REQUESTED,     DATE_PROPOSED",
    "AGREE_ON_DATE,     REQUESTER, DATE_PROPOSED, ACCEPTED",
    "REFUSE_DATE,       REQUESTER, DATE_PROPOSED, REQUESTED",
    "DECLINE,           PARTNER,   REQUESTED,     DECLINED",
    "ASK_ANOTHER,       REQUESTER, DECLINED,      REQUESTED",
    "REQUEST,           REQUESTER, DECLINED,      REQUESTED",
    "ACCEPT,            PARTNER,   REQUESTED,     ACCEPTED",
    "ASK_FOR_NEW_DATE,  PARTNER,   ACCEPTED,      ACCEPTED",
    "AGREE_ON_NEW_DATE, REQUESTER, ACCEPTED,      ACCEPTED",
    "REFUSE_NEW_DATE,   REQUESTER, ACCEPTED,      ACCEPTED",
    "HAND_ON,           PARTNER,   ACCEPTED,      ACCEPTED",
    "DELIVER,           PARTNER,   ACCEPTED,      DELIVERED",
    "GIVE_UP,           PARTNER,   ACCEPTED,      NOT_POSSIBLE",
    "CONFIRM,           REQUESTER, DELIVERED,     CONFIRMED",
    "DEEM_CONFIRMED,    PROGRAM,   DELIVERED,     DEEMED_CONFIRMED",
    "REOPEN,            REQUESTER, DELIVERED,     ACCEPTED",
    "GIVE_TO_COLLEAGUE, PARTNER,   REQUESTED,     REQUESTED",
    "GIVE_TO_COLLEAGUE, PARTNER,   ACCEPTED,      ACCEPTED",
    "GIVE_BACK,         PARTNER,   ACCEPTED,      ACCEPTED",
    "MOVE,              PROGRAM,   DELIVERED,     DELIVERED",
    "BREACH,            PROGRAM,   REQUESTED,     REQUESTED",
    "BREACH,            PROGRAM,   ACCEPTED,      ACCEPTED",
    "WITHDRAW,          REQUESTER, REQUESTED,     WITHDRAWN",
    "WITHDRAW,          REQUESTER, DELIVERED,     WITHDRAWN",
  })
  void aStepLeadsOn(HandoffStep step, Side side, HandoffState from, HandoffState to) {
    assertThat(step.side()).isEqualTo(side);
    assertThat(step.after(from)).isEqualTo(to);
  }

  @ParameterizedTest
  @EnumSource(HandoffState.class)
  void whatIsOverStaysOver(HandoffState state) {
    var possible = possibleIn(state);

    assertThat(possible.isEmpty()).isEqualTo(state.isOver());
    if (!state.isOver()) {
      assertThat(possible)
          .as("the requester may withdraw at any time")
          .contains(HandoffStep.WITHDRAW);
    }
  }

  @Test
  void onlyTheSideWhoseTurnItIsMovesARequest() {
    assertThat(possibleIn(HandoffState.REQUESTED))
        .filteredOn(step -> step != HandoffStep.WITHDRAW && step != HandoffStep.CHANGE_PRIORITY)
        .filteredOn(step -> step.side() != Side.PROGRAM)
        .allMatch(step -> step.side() == Side.PARTNER);
    for (var waiting :
        List.of(HandoffState.ASKED_BACK, HandoffState.DATE_PROPOSED, HandoffState.DECLINED)) {
      assertThat(possibleIn(waiting)).noneMatch(step -> step.side() == Side.PARTNER);
    }
  }

  @Test
  void aStepThatIsNotPossibleIsNotTaken() {
    assertThatIllegalStateException()
        .isThrownBy(() -> HandoffStep.CONFIRM.after(HandoffState.ACCEPTED));
  }

  private static List<HandoffStep> possibleIn(HandoffState state) {
    return Arrays.stream(HandoffStep.values()).filter(step -> step.isPossibleIn(state)).toList();
  }
}
