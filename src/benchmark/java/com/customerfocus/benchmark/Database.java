package com.customerfocus.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty database to measure on. */
interface Database extends AutoCloseable {

  /** The one that was asked for, with its files in the folder. */
  static Database of(Settings settings, Path folder) throws IOException {
    return settings.database().equals("h2") ? new H2File(folder) : new Postgres(folder);
  }

  /** What the program is started with to use it. */
  List<String> settings();

  /** A connection beside the program; its statements are not counted. */
  JdbcTemplate aside();

  /** What the report says of it: product, version, settings that decide how fast it is. */
  String words();

  /** What it takes on the disk. */
  long bytes();

  @Override
  void close();
}
