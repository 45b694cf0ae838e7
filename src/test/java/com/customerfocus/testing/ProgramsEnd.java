package com.customerfocus.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Ends the tests' programs, and the browser that looks at them, when all tests have run, while
 * their databases are still there. No test ends one before: Camunda's web applications keep in
 * static fields what the first to end clears for all.
 */
public class ProgramsEnd implements LauncherSessionListener {

  private static final List<AutoCloseable> PROGRAMS = new CopyOnWriteArrayList<>();

  static void add(AutoCloseable program) {
    PROGRAMS.add(program);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    for (var program : PROGRAMS) {
      try {
        program.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
