package com.customerfocus.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Ends the tests' programs after all tests, while their databases still exist. Not earlier:
 * Camunda's web applications keep in static fields what the first program to end clears for all.
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
