package com.customerfocus.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the tests' programs when all tests have run, while their databases are still there. No test
 * ends one before: Camunda's web applications keep in static fields what the first to end clears
 * for all.
 */
public class ProgramsEnd implements LauncherSessionListener {

  private static final List<ConfigurableApplicationContext> PROGRAMS = new CopyOnWriteArrayList<>();

  static void add(ConfigurableApplicationContext program) {
    PROGRAMS.add(program);
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    PROGRAMS.forEach(ConfigurableApplicationContext::close);
  }
}
