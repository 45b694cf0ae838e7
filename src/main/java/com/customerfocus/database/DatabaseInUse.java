package com.customerfocus.database;

import java.nio.file.Path;

/** Another process has the file of the H2 database open. */
class DatabaseInUse extends RuntimeException {

  DatabaseInUse(Path file) {
    super("Another process has the database open: " + file);
  }
}
