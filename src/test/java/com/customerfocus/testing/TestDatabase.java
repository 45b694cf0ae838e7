package com.customerfocus.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each test program an empty database: H2 in memory, or with {@code -Dtest.database=postgres}
 * a real PostgreSQL from embedded binaries.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static EmbeddedPostgres postgres;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var url = isPostgres() ? newPostgresDatabase() : newH2Database();
    TestPropertyValues.of(
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + (isPostgres() ? "postgres" : "sa"),
            "spring.datasource.password=")
        .applyTo(context);
    ProgramsEnd.add(context);
  }

  public static boolean isPostgres() {
    return "postgres".equals(System.getProperty("test.database"));
  }

  /** The JDBC address, user {@code postgres} without password, of a new empty database. */
  public static synchronized String newPostgresDatabase() {
    try {
      if (postgres == null) {
        postgres =
            EmbeddedPostgres.builder()
                .setPort(Ports.free())
                .setPGStartupWait(PostgresServer.PATIENCE)
                .start();
      }
      var name = "test_" + UUID.randomUUID().toString().replace("-", "");
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String newH2Database() {
    // By default H2 parses each statement again that is not among a connection's last eight.
    return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=200"
        .formatted(UUID.randomUUID());
  }
}
