package com.customerfocus.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.SeparateProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person who starts the demo finds of handoffs, at each time of the day. */
class DemoHandoffsTests {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir static Path folder;
  private static SeparateProgram demo;
  private static JdbcTemplate tables;

  @BeforeAll
  static void start() throws Exception {
    var database = "jdbc:h2:file:%s;AUTO_SERVER=TRUE".formatted(folder.resolve("demo"));
    demo =
        new SeparateProgram(
            folder,
            List.of(
                "spring.profiles.active=demo",
                "spring.datasource.url=" + database,
                "customer-focus.accounts.initial-password=secret"));
    demo.start("joanna.mortimer");
    tables = new JdbcTemplate(new DriverManagerDataSource(database, "sa", ""));
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(demo.output()).contains("Cases of class path"));
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  @Test
  void twoClocksHaveRunOutAndBothSaySo() {
    assertThat(
            tables.queryForList(
                """
                select h.subject || ': ' || b.metric || ' ' || b.breaches
                  from handoff_breach b join handoff h on h.id = b.handoff_id
                 order by b.due_at, b.breaches
                """,
                String.class))
        .containsExactly(
            "A corrected invoice for the whole year: time-to-deliver 1",
            "A corrected invoice for the whole year: time-to-deliver 2",
            "The invoice of November was charged twice: time-to-own 1",
            "The invoice of November was charged twice: time-to-own 2");
    assertThat(
            count("handoff_breach where recorded_at > due_at + interval '1' hour and breaches = 1"))
        .as("told when it happened, not at the start of the demo")
        .isZero();
    assertThat(count("service_clock where result = 'MISSED'")).isZero();
  }

  @Test
  void thereIsOneInEachState() {
    assertThat(
            tables.queryForList("select distinct state from handoff order by state", String.class))
        .containsExactly(
            "ACCEPTED",
            "ASKED_BACK",
            "CONFIRMED",
            "DATE_PROPOSED",
            "DECLINED",
            "DEEMED_CONFIRMED",
            "DELIVERED",
            "NOT_POSSIBLE",
            "REQUESTED",
            "WITHDRAWN");
    assertThat(count("handoff")).as("fifteen, and that of a case").isEqualTo(16);
  }

  @Test
  void oneHasAFileOneAPartAndOneBothRatings() {
    assertThat(count("attachment where subject_kind = 'handoff'")).isOne();
    assertThat(count("handoff where parent_id is not null and state = 'ACCEPTED'")).isOne();
    assertThat(
            count(
                "(select handoff_id from handoff_rating where score is not null group by handoff_id"
                    + " having count(*) = 2) both"))
        .isOne();
  }

  @Test
  void historiesTellMomentsOfThePast() {
    assertThat(
            count(
                """
                handoff_event e join handoff_event earlier
                  on earlier.handoff_id = e.handoff_id and earlier.id < e.id
                 and earlier.recorded_at > e.recorded_at
                """))
        .isZero();
    assertThat(
            count(
                "handoff_event where step = 'DEEM_CONFIRMED'"
                    + " and recorded_at < current_timestamp - interval '1' day"))
        .isOne();
  }

  private static int count(String what) {
    return tables.queryForObject("select count(*) from " + what, Integer.class);
  }
}
