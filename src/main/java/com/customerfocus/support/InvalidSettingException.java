package com.customerfocus.support;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A configuration property is invalid. Never quotes a secret. */
public class InvalidSettingException extends RuntimeException {

  private final String action;

  /**
   * @param problem what is wrong, naming the property
   * @param action what the administrator can do about it
   */
  public InvalidSettingException(String problem, String action) {
    super(problem);
    this.action = action;
  }

  /** Tells the administrator in two lines instead of a stack trace. */
  static class Analyzer extends AbstractFailureAnalyzer<InvalidSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, InvalidSettingException cause) {
      return new FailureAnalysis(cause.getMessage(), cause.action, cause);
    }
  }
}
