package com.customerfocus.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Map;
import java.util.TreeMap;

/** No package has more top-level classes than a reader can keep in mind. */
class HaveSmallRooms extends ArchCondition<JavaClass> {

  private final int most;
  private final Map<String, Integer> classes = new TreeMap<>();

  HaveSmallRooms(int most) {
    super("share a package of at most %d classes", most);
    this.most = most;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    classes.merge(type.getPackageName(), 1, Integer::sum);
  }

  @Override
  public void finish(ConditionEvents events) {
    classes.forEach(
        (room, count) -> {
          if (count > most) {
            events.add(violated(room, "Package <%s> has %d classes".formatted(room, count)));
          }
        });
    classes.clear();
  }
}
