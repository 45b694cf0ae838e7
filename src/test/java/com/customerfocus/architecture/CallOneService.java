package com.customerfocus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A delegate, with what it inherits, must call its injected capabilities exactly once. */
class CallOneService extends ArchCondition<JavaClass> {

  private final String root;

  CallOneService(String root) {
    super("call one service once");
    this.root = root;
  }

  @Override
  public void check(JavaClass delegate, ConditionEvents events) {
    var services =
        delegate.getAllFields().stream()
            .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
            .map(JavaField::getRawType)
            .filter(this::isOfACapability)
            .collect(Collectors.toSet());
    var calls =
        Stream.concat(Stream.of(delegate), delegate.getAllRawSuperclasses().stream())
            .flatMap(CallOneService::calls)
            .filter(call -> services.contains(call.getTargetOwner()))
            .count();
    if (calls != 1) {
      events.add(
          violated(
              delegate, "Class <%s> calls services %d times".formatted(delegate.getName(), calls)));
    }
  }

  private static Stream<JavaAccess<?>> calls(JavaClass type) {
    return Stream.concat(
        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
  }

  private boolean isOfACapability(JavaClass type) {
    var room = type.getPackageName();
    return room.startsWith(root + ".")
        && !room.startsWith(root + ".engine")
        && !room.endsWith(".process");
  }
}
