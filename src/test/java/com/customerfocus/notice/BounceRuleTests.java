package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.notice.Bounce.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of bounces; what the codes mean is in RFC 3463 and its registry. */
class BounceRuleTests {

  @ParameterizedTest(name = "{0} ({2}) is {1}")
  @CsvSource({
    "5.1.1,  HARD, no such mailbox",
    "5.1.2,  HARD, no such domain",
    "5.1.3,  HARD, address is none",
    "5.1.6,  HARD, mailbox has moved",
    "5.1.10, HARD, domain takes no mail",
    "5.2.1,  HARD, mailbox disabled",
    "5.2.2,  SOFT, mailbox full",
    "5.2.0,  SOFT, other status of the mailbox",
    "5.2.10, SOFT, not 5.2.1",
    "4.2.2,  SOFT, mailbox full for now",
    "4.4.7,  SOFT, delivery time expired",
    "4.1.1,  SOFT, address not verified yet",
    "4.7.1,  SOFT, greylisted",
    "5.0.0,  SOFT, nothing said",
    "5.3.4,  SOFT, mail too large",
    "5.4.4,  SOFT, unable to route",
    "5.4.6,  SOFT, routing loop",
    "5.6.0,  SOFT, content",
    "5.7.1,  OURS, we may not send",
    "5.7.0,  OURS, security",
    "5.7.26, OURS, SPF and DKIM",
    "5.7.509, OURS, DMARC",
    "5.1.7,  OURS, our sender's address",
    "5.1.8,  OURS, our sender's domain"
  })
  void aStatusSaysWhatABounceMeans(String status, Kind kind, String meaning) {
    assertThat(BounceRule.bounce(status, meaning)).isEqualTo(new Bounce(kind, status, meaning));
  }

  @ParameterizedTest
  @CsvSource({
    "'5.1.1 (bad destination mailbox address)', HARD, 5.1.1",
    "' 5.2.2', SOFT, 5.2.2",
    "5.1.1111, SOFT, 5.0.0",
    "6.1.1, SOFT, 5.0.0",
    "user unknown, SOFT, 5.0.0",
    "'', SOFT, 5.0.0"
  })
  void aCommentIsLeftOutAndWhatIsNoStatusIsSoft(String said, Kind kind, String status) {
    assertThat(BounceRule.bounce(said, "x")).isEqualTo(new Bounce(kind, status, "x"));
  }

  @Test
  void noStatusIsSoft() {
    assertThat(BounceRule.bounce(null, "x")).isEqualTo(new Bounce(Kind.SOFT, "5.0.0", "x"));
  }
}
