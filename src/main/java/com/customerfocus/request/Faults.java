package com.customerfocus.request;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Distinguishes failures of our own code, whose stack an engineer needs, from those of the web
 * applications and the server, mostly caused by requests that no page sends.
 */
public final class Faults {

  /** Filters and interceptors are on the stack of all failures behind them. */
  private static final Predicate<String> OURS =
      Pattern.compile(
              "com\\.customerfocus\\."
                  + "(?!engine\\.(\\w+\\.)?\\w*"
                  + "(Retry|ConnectionFailure|HttpRefusals|UnloggedCommands|Guard))"
                  + "(?!.*\\.doFilter)")
          .asPredicate();

  private Faults() {}

  /** Whether our own code failed. */
  public static boolean isOurs(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
        .anyMatch(frame -> OURS.test(frame.toString()));
  }

  /** Like {@link #isOurs(Throwable)}, for a printed stack. */
  public static boolean isOurs(String stackTrace) {
    return stackTrace.lines().anyMatch(OURS);
  }

  /** Exception and location, without the message, which may contain input of a stranger. */
  static String inShort(Throwable failure) {
    var root = causes(failure).reduce((outer, inner) -> inner).orElseThrow();
    var place = Optional.of(root.getStackTrace()).filter(frames -> frames.length > 0);
    return root.getClass().getName() + place.map(frames -> " at " + frames[0]).orElse("");
  }

  static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
  }
}
