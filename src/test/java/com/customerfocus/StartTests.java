package com.customerfocus;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Tag("own-program")
class StartTests {

  @Test
  void twoNodesMayStartAtTheSameMomentOnAnEmptyDatabase(@TempDir Path folder) throws Exception {
    var database = TestDatabase.newPostgresDatabase();
    try (var one = node(Files.createDirectory(folder.resolve("one")), database);
        var other = node(Files.createDirectory(folder.resolve("other")), database)) {
      assertThat(atTheSameMoment(List.of(start(one), start(other)))).containsOnly(true);

      var tables = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
      assertThat(tables.queryForList("select NAME_ from ACT_RE_DEPLOYMENT", String.class))
          .as("the models once, and each of the four decision tables once")
          .containsExactlyInAnyOrder(
              "customer-focus",
              "decision-table",
              "decision-table",
              "decision-table",
              "decision-table");
      assertThat(tables.queryForList("select KEY_ from ACT_RE_DECISION_DEF", String.class))
          .containsExactlyInAnyOrder(
              "complaint-deadlines", "goodwill-limit", "handoff-clocks", "update-cadence");
      assertThat(count(tables, "ACT_ID_USER where ID_ = 'admin'")).isEqualTo(1);
      assertThat(count(tables, "secret")).isEqualTo(1);
    }
  }

  private static SeparateProgram node(Path folder, String database) throws Exception {
    return new SeparateProgram(
        folder,
        List.of(
            "spring.datasource.url=" + database,
            "spring.datasource.username=postgres",
            "spring.datasource.password=",
            "customer-focus.administrator.password=secret",
            "customer-focus.accounts.initial-password=secret"));
  }

  /** Starts it and waits until the administrator can log in. */
  private static Callable<Boolean> start(SeparateProgram node) {
    return () -> {
      node.start("admin");
      return true;
    };
  }

  private static int count(JdbcTemplate tables, String what) {
    return tables.queryForObject("select count(*) from " + what, Integer.class);
  }
}
