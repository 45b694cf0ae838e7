package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TasklistUser;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A top manager and a team without accounts, who get a memo. */
class SmallTeam {

  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int size;
  private final Company company;

  /** A team of eight. */
  SmallTeam() {
    this(8);
  }

  SmallTeam(int size) {
    this.size = size;
    this.company = Company.tree(size, 1);
  }

  /** Number of people who get the memo by mail: the team includes the reviewer. */
  int readers() {
    return size + 1;
  }

  Company company() {
    return company;
  }

  /** Sends the memo to the team, all of whom were absent at the briefing. */
  void getTheMemo(SeparateProgram program) throws IOException {
    var top = new TasklistUser(program.address(), "p0", "secret");
    top.start("memo-cascade", "memo", CascadeSteps.memo());
    var reviewer = new TasklistUser(program.address(), "reviewer", "secret");
    var review =
        await()
            .atMost(PATIENCE)
            .until(() -> reviewer.groupTask("reviewReach"), Optional::isPresent)
            .orElseThrow();
    assertThat(reviewer.complete(review, "review", Map.of("decision", "release")).statusCode())
        .isEqualTo(204);
    var briefing =
        await()
            .atMost(PATIENCE)
            .until(() -> top.task("briefTeam"), Optional::isPresent)
            .orElseThrow();
    var report =
        Map.<String, Object>of(
            "heldOn",
            LocalDate.now(Clock.systemDefaultZone()).toString(),
            "present",
            List.of(),
            "localBrief",
            "Read it, please.");
    assertThat(top.complete(briefing, "briefing", report).statusCode()).isEqualTo(204);
  }
}
