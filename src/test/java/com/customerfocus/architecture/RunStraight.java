package com.customerfocus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.regex.Pattern;

/**
 * A delegate's source must have no branch and no loop, and an {@code execute} of at most 20 lines.
 */
class RunStraight extends ArchCondition<JavaClass> {

  private static final int MOST_LINES = 20;
  private static final Pattern NOT_CODE =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(\\\\.|[^\"\\\\])*\"");
  private static final Pattern BRANCH =
      Pattern.compile(
          "\\b(if|for|while|do|switch)\\b|\\s\\?\\s|&&|\\|\\||\\b(stream|forEach|ifPresent\\w*)\\(");
  private static final Pattern EXECUTE = Pattern.compile("(?s)void execute\\(.*?\\n {2}}");

  RunStraight() {
    super("run straight through a few lines");
  }

  @Override
  public void check(JavaClass delegate, ConditionEvents events) {
    var source = NOT_CODE.matcher(Sources.of(delegate)).replaceAll("");
    var branch = BRANCH.matcher(source);
    if (branch.find()) {
      events.add(
          violated(
              delegate,
              "Class <%s> branches or loops: %s"
                  .formatted(delegate.getName(), branch.group().strip())));
    }
    var execute = EXECUTE.matcher(source);
    if (execute.find() && execute.group().lines().count() - 2 > MOST_LINES) {
      events.add(
          violated(
              delegate,
              "Class <%s> does more than fits on %d lines"
                  .formatted(delegate.getName(), MOST_LINES)));
    }
  }
}
