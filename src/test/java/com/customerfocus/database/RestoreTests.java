package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements of {@code src/docs/operation.md} to run after a restore, on a real PostgreSQL. */
@CustomerFocusTest
class RestoreTests {

  private static final Pattern STATEMENTS =
      Pattern.compile("```sql\\n((?:select setval\\(.*;\\n)+)```");

  private final JdbcTemplate jdbc;

  RestoreTests(@Autowired JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @BeforeEach
  void onPostgresOnly() {
    assumeThat(TestDatabase.isPostgres()).isTrue();
  }

  @Test
  void numbersGivenSinceTheBackupAreNotGivenAgain() throws IOException {
    var inTheBackup = newNotice(1);
    var sinceTheBackup = newNotice(2);
    restore(inTheBackup);

    runTheStatements();

    assertThat(newNotice(3)).isGreaterThan(sinceTheBackup).isEqualTo(inTheBackup + 10_000_001);
    assertThat(newNotice(4)).isEqualTo(inTheBackup + 10_000_002);
  }

  @Test
  void norWhenTheBackupWasOfAnEmptyTable() throws IOException {
    var sinceTheBackup = newNotice(1);
    restore(0);

    runTheStatements();

    assertThat(newNotice(2)).isGreaterThan(sinceTheBackup).isGreaterThan(10_000_000);
  }

  @Test
  void theStatementsAreForEachTableWhoseNumbersAreInMails() throws IOException {
    assertThat(statements()).contains("'receipt'", "'notice'");
  }

  /** Resets rows and sequence to the backup. */
  private void restore(long last) {
    jdbc.update("delete from notice where id > ?", last);
    jdbc.queryForObject(
        "select setval(pg_get_serial_sequence('notice', 'id'), ?, ?)",
        Long.class,
        Math.max(last, 1),
        last > 0);
  }

  private void runTheStatements() throws IOException {
    for (var statement : statements().split(";\\n")) {
      jdbc.queryForList(statement);
    }
  }

  private static String statements() throws IOException {
    var statements = STATEMENTS.matcher(Files.readString(Path.of("src/docs/operation.md")));
    assertThat(statements.find()).isTrue();
    return statements.group(1);
  }

  private long newNotice(int subject) {
    return jdbc.queryForObject(
        """
        insert into notice (kind, subject_id, recipient_id, language, state, next_try_at, created_at)
        values ('GREETING', ?, 'owner', 'en', 'NOT_SENT', now(), now()) returning id
        """,
        Long.class,
        subject);
  }
}
