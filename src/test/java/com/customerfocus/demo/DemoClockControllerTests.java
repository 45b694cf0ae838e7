package com.customerfocus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebMvcTest(DemoClockController.class)
@ActiveProfiles("demo")
@ContextConfiguration(classes = DemoClockController.class)
@WithMockUser
class DemoClockControllerTests {

  @MockitoBean DemoClock clock;
  private final MockMvcTester browser;

  DemoClockControllerTests(@Autowired MockMvcTester browser) {
    this.browser = browser;
  }

  @Test
  void itSaysWhatTimeItIsInTheDemo() {
    when(clock.instant()).thenReturn(Instant.parse("2026-03-02T09:05:00Z"));
    when(clock.getZone()).thenReturn(ZoneOffset.UTC);

    assertThat(browser.get().uri("/clock"))
        .hasStatusOk()
        .bodyText()
        .contains("Monday, 2 March 2026, 09:05", "An hour later", "A day later", "A week later");
  }

  @ParameterizedTest
  @CsvSource({"HOUR, PT1H", "DAY, PT24H", "WEEK, PT168H"})
  void eachButtonPutsItForward(String by, Duration length) {
    assertThat(
            browser
                .post()
                .uri("/clock")
                .param("by", by)
                .with(SecurityMockMvcRequestPostProcessors.csrf()))
        .hasStatus(HttpStatus.FOUND)
        .hasRedirectedUrl("/clock");

    verify(clock).putForward(length);
  }

  @Test
  void itGoesNoOtherWay() {
    assertThat(
            browser
                .post()
                .uri("/clock")
                .param("by", "YEAR")
                .with(SecurityMockMvcRequestPostProcessors.csrf()))
        .hasStatus(HttpStatus.BAD_REQUEST);

    verifyNoInteractions(clock);
  }
}
