package com.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When mails to an address are taken not to arrive any more. */
class ReachTests {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  /**
   * What mail servers say, as day and event: {@code soft} and {@code hard} bounces, a mail {@code
   * accepted}; each of a mail of its own, unless a number names it.
   */
  @ParameterizedTest(name = "{0}: out of reach {1}, soft bounces {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 hard                                            | 0  | 0
          0 soft, 1 hard                                    | 1  | 1
          0 hard, 3 hard                                    | 0  | 0
          0 soft                                            | no | 1
          0 soft, 7 soft                                    | no | 2
          0 soft, 1 soft, 2 soft                            | no | 3
          0 soft, 1 soft, 6 soft                            | no | 3
          0 soft, 1 soft, 7 soft                            | 7  | 3
          0 soft, 1 soft, 2 soft, 7 soft                    | 7  | 4
          0 soft, 3 soft, 40 soft                           | 40 | 3
          0 accepted, 0 soft                                | no | 1
          0 soft, 1 accepted, 6 accepted                    | no | 0
          0 soft, 1 accepted, 5 accepted                    | no | 1
          0 soft, 1 soft, 2 accepted, 7 soft                | no | 1
          0 soft, 1 soft, 3 accepted, 7 soft                | 7  | 3
          0 soft, 1 soft, 2 accepted 9, 7 soft 9            | 7  | 3
          0 soft, 1 accepted 8, 4 soft 8, 5 accepted 9, 9 soft 9 | 9 | 3
          0 soft, 1 accepted, 6 accepted, 7 soft, 8 soft    | no | 2
          0 hard, 1 accepted, 9 accepted                    | 0  | 0
          """)
  void thisIsKnownOfAnAddress(String events, String out, int soft) {
    var reach = Reach.UNKNOWN;
    var notice = 100;
    for (var event : events.split(", ")) {
      var words = event.split(" ");
      var now = day(words[0]);
      var id = words.length > 2 ? Integer.parseInt(words[2]) : notice++;
      reach =
          switch (words[1]) {
            case "hard" -> reach.hardBounce(now);
            case "soft" -> reach.softBounce(id, now);
            default -> reach.accepted(id, now);
          };
    }

    assertThat(reach.outSince()).isEqualTo(out.equals("no") ? null : day(out));
    assertThat(reach.soft()).isEqualTo(soft);
  }

  @Test
  void sevenDaysAreSevenDaysToTheSecond() {
    var twice = Reach.UNKNOWN.softBounce(1, START).softBounce(2, START.plusSeconds(1));

    assertThat(twice.softBounce(3, day("7").minusSeconds(1)).isOut()).isFalse();
    assertThat(twice.softBounce(3, day("7")).isOut()).isTrue();
  }

  private static Instant day(String number) {
    return START.plus(Duration.ofDays(Long.parseLong(number)));
  }
}
