package com.customerfocus.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Passwords.Login;
import com.customerfocus.link.LinkSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PasswordLinksTests {

  private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
  private static final String TOKEN = "AAAAAHDb2ICOaC2bEzm1yOlR_JX6X9DcYW5hLnJ1aXo";
  private static final Login ANA =
      new Login("ana.ruiz", "Ana Ruiz", "ana.ruiz@focus.example", "fingerprint", true);

  private final PasswordLinks links =
      new PasswordLinks(
          new LinkSigner("https://focus.example", "a".repeat(32).getBytes()),
          Clock.fixed(END.minusSeconds(60), ZoneOffset.UTC));

  @Test
  void aLinkOfAMailThatWasSentStillOpens() {
    var claim = links.read(TOKEN).orElseThrow();

    assertThat(claim.id()).isEqualTo("ana.ruiz");
    assertThat(claim.end()).isEqualTo(END);
    assertThat(links.isTrue(claim, ANA)).isTrue();
    assertThat(links.urlFor(ANA, Duration.ofSeconds(60)))
        .isEqualTo("https://focus.example/password/" + TOKEN);
  }
}
