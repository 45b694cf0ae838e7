package com.customerfocus.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The managers above a briefing.
 *
 * @param levels from the one whose briefing it is up to the launcher; who has left is not in it
 * @param inCharge employee ids of those who are to hold it now: whoever is in charge, and whoever
 *     acts for them
 */
public record EscalationPath(List<Level> levels, Set<String> inCharge) {

  /**
   * @param height 0 for the manager whose briefing it is, 1 for the next one up
   * @param site where this manager works, or null
   * @param asked whether this manager has been asked to unblock it since it is overdue
   */
  public record Level(int height, String managerId, String site, boolean asked) {}

  /**
   * Who is to be asked next: one level above everyone who has been asked or is in charge. So nobody
   * is asked twice, about the own lateness, or about that of somebody above.
   */
  public Optional<Level> nextUp() {
    var reached =
        levels.stream()
            .filter(level -> level.asked() || inCharge.contains(level.managerId()))
            .mapToInt(Level::height)
            .max()
            .orElse(0);
    return levels.stream().filter(level -> level.height() > reached).findFirst();
  }

  /** Whether nobody is above this level. */
  public boolean isTop(Level level) {
    return level.equals(levels.get(levels.size() - 1));
  }
}
