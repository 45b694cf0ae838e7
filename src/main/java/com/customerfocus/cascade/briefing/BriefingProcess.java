package com.customerfocus.cascade.briefing;

import java.util.List;

/**
 * A process whose instances are about one briefing each, with the briefing's id as business key. A
 * room that runs such a process says so by a bean: its instances end with the briefing.
 *
 * @param key of the model
 * @param tasks the user tasks that go to the next manager of the team with the briefing
 */
public record BriefingProcess(String key, List<String> tasks) {

  public static BriefingProcess of(String key, String... tasks) {
    return new BriefingProcess(key, List.of(tasks));
  }
}
