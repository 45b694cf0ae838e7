package com.customerfocus.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.engine.EngineConfigurationPlugin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DemoClockTests {

  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  private final DemoClock clock = new DemoClock(Clock.fixed(MONDAY, ZoneOffset.UTC));

  @AfterEach
  void theEngineHasItsOwnTimeAgain() {
    ClockUtil.reset();
  }

  @Test
  void itIsTheSystemsTimeUntilAUserPutsItForward() {
    var madrid = clock.withZone(ZoneId.of("Europe/Madrid"));
    assertThat(clock.instant()).isEqualTo(MONDAY);

    clock.putForward(Duration.ofDays(1));
    clock.putForward(Duration.ofHours(-2));

    assertThat(clock.instant()).isEqualTo("2026-03-03T11:00:00Z");
    assertThat(madrid.instant()).isEqualTo(clock.instant());
    assertThat(madrid.getZone()).isEqualTo(ZoneId.of("Europe/Madrid"));
  }

  @Test
  void theEngineGoesAlong() {
    new EngineConfigurationPlugin(null, null, null, null, null, clock)
        .preInit(new StandaloneProcessEngineConfiguration());

    clock.putForward(Duration.ofDays(7));

    assertThat(ClockUtil.getCurrentTime().toInstant()).isEqualTo("2026-03-09T09:00:00Z");
  }
}
