package com.customerfocus.demo;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a user of the demo put the clock forward. In the demo only. */
@Controller
@Profile("demo")
@RequestMapping("/clock")
class DemoClockController {

  /** Steps of the page's buttons. */
  enum Step {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Step(Duration length) {
      this.length = length;
    }
  }

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm (zzzz)", Locale.ENGLISH);

  private final DemoClock clock;

  DemoClockController(DemoClock clock) {
    this.clock = clock;
  }

  @GetMapping
  String now(Model model, HttpServletResponse response) {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    model.addAttribute("now", TIME.format(ZonedDateTime.now(clock)));
    return "demo/clock";
  }

  @PostMapping
  String putForward(@RequestParam Step by) {
    clock.putForward(by.length);
    return "redirect:/clock";
  }
}
