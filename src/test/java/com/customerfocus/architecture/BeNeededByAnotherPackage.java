package com.customerfocus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A public class must be used by a class of another package, or appear in the public signatures of
 * a class of its own package that is. Compiled classes show no use of constants: their import in
 * the source counts.
 */
class BeNeededByAnotherPackage extends ArchCondition<JavaClass> {

  BeNeededByAnotherPackage() {
    super("be needed by another package");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!isNeeded(type, new HashSet<>())) {
      events.add(
          violated(
              type,
              "Class <%s> is public and no other package needs it in %s"
                  .formatted(type.getName(), type.getSourceCodeLocation())));
    }
  }

  private static boolean isNeeded(JavaClass type, Set<JavaClass> asked) {
    if (!asked.add(type)) {
      return false;
    }
    var users = users(type);
    return users.stream().anyMatch(user -> !isTogether(user, type))
        || Sources.importElsewhere(type)
        || users.stream()
            .filter(user -> !user.equals(type) && user.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(user -> shows(user, type))
            .anyMatch(user -> isNeeded(user, asked));
  }

  private static Set<JavaClass> users(JavaClass type) {
    var users = new HashSet<JavaClass>();
    type.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .map(BeNeededByAnotherPackage::topLevel)
        .forEach(users::add);
    return users;
  }

  private static boolean isTogether(JavaClass one, JavaClass other) {
    return one.getPackageName().equals(other.getPackageName());
  }

  private static JavaClass topLevel(JavaClass type) {
    return type.getEnclosingClass().map(BeNeededByAnotherPackage::topLevel).orElse(type);
  }

  private static boolean shows(JavaClass user, JavaClass type) {
    var signatures =
        Stream.concat(
            user.getCodeUnits().stream()
                .filter(BeNeededByAnotherPackage::isVisible)
                .flatMap(
                    unit ->
                        Stream.concat(
                            unit.getParameterTypes().stream(), Stream.of(unit.getReturnType()))),
            user.getFields().stream()
                .filter(BeNeededByAnotherPackage::isVisible)
                .map(field -> field.getType()));
    var parents = Stream.concat(user.getRawSuperclass().stream(), user.getRawInterfaces().stream());
    return Stream.concat(signatures, parents)
        .map(JavaType::getAllInvolvedRawTypes)
        .anyMatch(types -> types.contains(type));
  }

  private static boolean isVisible(HasModifiers member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }
}
