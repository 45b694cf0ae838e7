package com.customerfocus.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.context.ConfigurableApplicationContext;

/** Ends the tests' programs while their databases are still there. */
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
