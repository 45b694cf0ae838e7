package com.customerfocus.handoff.rating;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.handoff.HandoffStep.Side;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both sides were asked on Monday; their ratings open a week later, at nine. */
class RatingsOfHandoffTests {

  private static final Instant ASKED = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant OPEN = Instant.parse("2026-03-09T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // who has rated, who reads, when: which ratings
    "REQUESTER,         REQUESTER, 2026-03-02T09:00:01Z, REQUESTER",
    "REQUESTER,         PARTNER,   2026-03-02T09:00:01Z, ''",
    "REQUESTER,         ,          2026-03-02T09:00:01Z, ''",
    "REQUESTER,         PARTNER,   2026-03-09T08:59:59Z, ''",
    "REQUESTER,         PARTNER,   2026-03-09T09:00:00Z, REQUESTER",
    "REQUESTER,         ,          2026-03-09T09:00:00Z, REQUESTER",
    "PARTNER,           REQUESTER, 2026-03-02T09:00:01Z, ''",
    "PARTNER,           PARTNER,   2026-03-02T09:00:01Z, PARTNER",
    "REQUESTER PARTNER, REQUESTER, 2026-03-02T09:00:01Z, REQUESTER PARTNER",
    "REQUESTER PARTNER, PARTNER,   2026-03-02T09:00:01Z, REQUESTER PARTNER",
    "REQUESTER PARTNER, ,          2026-03-02T09:00:01Z, REQUESTER PARTNER",
    "'',                PARTNER,   2026-03-30T09:00:00Z, ''",
  })
  void aSideReadsTheOtherOnesRatingWhenBothAreInOrFiveWorkingDaysHavePassed(
      String given, Side reader, Instant now, String readable) {
    var ratings =
        new RatingsOfHandoff(List.of(asked(Side.REQUESTER, given), asked(Side.PARTNER, given)));

    assertThat(ratings.readableBy(reader, now).stream().map(it -> it.side().name()))
        .containsExactly(readable.isEmpty() ? new String[0] : readable.split(" "));
  }

  @Test
  void whereOneSideWasAskedOnlyItsRatingIsOpenAtOnce() {
    var ratings = new RatingsOfHandoff(List.of(asked(Side.REQUESTER, "REQUESTER")));

    assertThat(ratings.readableBy(Side.PARTNER, ASKED)).hasSize(1);
  }

  private static Rating asked(Side side, String given) {
    var isGiven = given.contains(side.name());
    return new Rating(
        1,
        1,
        side,
        "order-desk",
        "Order Desk",
        "logistics",
        "Logistics",
        "oscar",
        "Óscar",
        ASKED,
        OPEN,
        null,
        null,
        isGiven ? ASKED : null,
        isGiven ? "oscar" : null,
        isGiven ? "Óscar" : null,
        isGiven ? 4 : null,
        null,
        null,
        null,
        null);
  }
}
