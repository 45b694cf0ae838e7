package com.customerfocus.worktime;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The settings of a calendar are invalid. */
class UnusableCalendar extends RuntimeException {

  private final String action;

  /**
   * @param problem what is wrong, naming the calendar
   * @param action what the administrator can do about it
   */
  UnusableCalendar(String problem, String action) {
    super(problem);
    this.action = action;
  }

  /** Tells the administrator in two lines instead of a stack trace. */
  static class Analyzer extends AbstractFailureAnalyzer<UnusableCalendar> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnusableCalendar cause) {
      return new FailureAnalysis(cause.getMessage(), cause.action, cause);
    }
  }
}
