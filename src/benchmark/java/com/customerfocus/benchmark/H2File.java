package com.customerfocus.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** H2 in a file, with the very address of {@code application.yaml} but for the folder. */
final class H2File implements Database {

  private static final String SHIPPED_FOLDER = "./data/";

  private final Path file;
  private final String url;
  private final SingleConnectionDataSource connection;
  private final JdbcTemplate aside;

  H2File(Path folder) throws IOException {
    file = folder.resolve("customer-focus.mv.db");
    url = shippedUrl().replace(SHIPPED_FOLDER, folder.toAbsolutePath() + "/");
    connection = new SingleConnectionDataSource(url, "sa", "", true);
    aside = new JdbcTemplate(connection);
  }

  private static String shippedUrl() throws IOException {
    var yaml =
        new YamlPropertySourceLoader()
            .load("shipped", new ClassPathResource("application.yaml"))
            .get(0);
    return String.valueOf(yaml.getProperty("spring.datasource.url"));
  }

  @Override
  public List<String> settings() {
    return List.of("spring.datasource.url=" + url);
  }

  @Override
  public JdbcTemplate aside() {
    return aside;
  }

  @Override
  public String words() {
    return "H2 %s: %s"
        .formatted(
            aside.queryForObject("select h2version()", String.class),
            url.substring(url.indexOf(';') + 1));
  }

  @Override
  public long bytes() {
    aside.execute("checkpoint sync");
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    connection.destroy();
  }
}
