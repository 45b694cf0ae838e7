package com.customerfocus.organization;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The managers above a briefing.
 *
 * @param levels from the manager of the briefing up to the launcher, without former employees
 * @param inCharge employee ids of the person in charge of the briefing and of their substitute
 */
public record EscalationPath(List<Level> levels, Set<String> inCharge) {

  /**
   * @param height 0 for the manager of the briefing, 1 for the next one up
   * @param site where this manager works, or null
   * @param asked whether this manager has been asked to unblock it since it is overdue
   */
  public record Level(int height, String managerId, String site, boolean asked) {}

  /**
   * The next manager to ask: one level above all managers who were asked or are in charge. So
   * managers are not asked twice, and not about their own lateness or that of a manager above.
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

  /** Whether this is the highest level. */
  public boolean isTop(Level level) {
    return level.equals(levels.get(levels.size() - 1));
  }
}
