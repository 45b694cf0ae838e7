package com.customerfocus.support;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The program is set to what it cannot start with. Never quotes a secret.
 *
 * <p>The administrator reads two paragraphs instead of a stack trace: what is wrong, and what to
 * do.
 */
public class InvalidSettingException extends IllegalArgumentException {

  private final String action;

  /**
   * @param problem what is wrong, naming the property
   * @param action what the administrator can do about it
   */
  public InvalidSettingException(String problem, String action) {
    this(problem, action, null);
  }

  public InvalidSettingException(String problem, String action, Throwable cause) {
    super(problem, cause);
    this.action = action;
  }

  /** What the administrator reads. */
  public FailureAnalysis analysis() {
    return new FailureAnalysis(getMessage(), action, this);
  }

  /** Before those of Spring Boot, which quote values. */
  @Order(Ordered.HIGHEST_PRECEDENCE)
  static class Analyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
      return first(InvalidSettingException.class, failure)
          .or(() -> first(BindException.class, failure).map(Analyzer::unreadable))
          .map(InvalidSettingException::analysis)
          .orElse(null);
    }

    /** A value that is not of the type of its property. */
    private static InvalidSettingException unreadable(BindException failure) {
      var property = Optional.ofNullable(failure.getProperty());
      return new InvalidSettingException(
          "%s is set to what cannot be read as %s."
              .formatted(
                  property.map(it -> it.getName()).orElse(failure.getName()),
                  failure.getTarget().getType()),
          "Correct it%s and start again."
              .formatted(property.map(it -> it.getOrigin()).map(it -> " (" + it + ")").orElse("")),
          failure);
    }

    private static <T extends Throwable> Optional<T> first(Class<T> type, Throwable failure) {
      return Stream.iterate(failure, it -> it != null, Throwable::getCause)
          .filter(type::isInstance)
          .map(type::cast)
          .findFirst();
    }
  }
}
