package com.customerfocus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * No string in a class is the name of a capability, or an address, key or setting that begins with
 * one. Sentences may speak of capabilities, and the name of the program is not that of a
 * capability.
 */
class NameNoCapability extends ArchCondition<JavaClass> {

  private final Pattern name;

  NameNoCapability(Collection<String> capabilities) {
    super("name no capability");
    this.name =
        Pattern.compile(
            "/?([\\w-]+[./])*(?!customer-focus(\\.|$))(%s)s?([/._-]\\S*)?"
                .formatted(String.join("|", capabilities)));
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    Sources.strings(Sources.of(type)).stream()
        .filter(text -> name.matcher(text).matches())
        .forEach(
            text ->
                events.add(
                    violated(type, "Class <%s> names \"%s\"".formatted(type.getName(), text))));
  }
}
