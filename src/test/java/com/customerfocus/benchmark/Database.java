package com.customerfocus.benchmark;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** An empty database to measure on. */
interface Database extends AutoCloseable {

  /** What the program is started with to use it. */
  List<String> settings();

  /** Looks into it beside the program: what is asked here counts for nobody. */
  JdbcTemplate aside();

  /** What the report says of it: product, version, settings that decide how fast it is. */
  String words();

  /** What it takes on the disk. */
  long bytes();

  @Override
  void close();
}
