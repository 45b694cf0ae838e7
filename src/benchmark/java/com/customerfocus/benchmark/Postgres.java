package com.customerfocus.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A server of its own, set up as PostgreSQL comes. */
final class Postgres implements Database {

  private final EmbeddedPostgres server;
  private final SingleConnectionDataSource connection;
  private final JdbcTemplate aside;

  /**
   * @param folder its files come to lie in it
   */
  Postgres(Path folder) throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("postgres"))
            // Embedded for tests, it would lose what it confirmed; PostgreSQL as it comes does not.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "100")
            .start();
    connection = new SingleConnectionDataSource(url(), "postgres", "", true);
    aside = new JdbcTemplate(connection);
  }

  private String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public List<String> settings() {
    return List.of(
        "spring.profiles.active=postgres",
        "CUSTOMERFOCUS_DATABASE_URL=" + url(),
        "CUSTOMERFOCUS_DATABASE_USER=postgres",
        "CUSTOMERFOCUS_DATABASE_PASSWORD=");
  }

  @Override
  public JdbcTemplate aside() {
    return aside;
  }

  @Override
  public String words() {
    return Stream.of("server_version", "fsync", "synchronous_commit", "shared_buffers", "work_mem")
        .map(it -> it + " " + aside.queryForObject("show " + it, String.class))
        .collect(Collectors.joining(", ", "PostgreSQL: ", ""));
  }

  @Override
  public long bytes() {
    return aside.queryForObject("select pg_database_size(current_database())", Long.class);
  }

  @Override
  public void close() {
    connection.destroy();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
