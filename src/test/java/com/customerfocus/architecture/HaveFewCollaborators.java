package com.customerfocus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Clock;

/**
 * No constructor of a component takes more than six collaborators. Numbers and texts from settings
 * are none, nor is the clock, which only says what time it is.
 */
class HaveFewCollaborators extends ArchCondition<JavaClass> {

  private static final int MOST = 6;

  HaveFewCollaborators() {
    super("have at most %d collaborators", MOST);
  }

  @Override
  public void check(JavaClass component, ConditionEvents events) {
    var most =
        component.getConstructors().stream()
            .mapToLong(HaveFewCollaborators::collaborators)
            .max()
            .orElse(0);
    if (most > MOST) {
      events.add(
          violated(
              component, "Class <%s> has %d collaborators".formatted(component.getName(), most)));
    }
  }

  private static long collaborators(JavaConstructor constructor) {
    return constructor.getRawParameterTypes().stream()
        .filter(
            type ->
                !type.isPrimitive()
                    && !type.isEquivalentTo(String.class)
                    && !type.isEquivalentTo(Clock.class))
        .count();
  }
}
