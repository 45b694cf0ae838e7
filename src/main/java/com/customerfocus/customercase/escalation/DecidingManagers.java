package com.customerfocus.customercase.escalation;

import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.organization.ManagementLine;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who decides on an escalated case, and by when. */
@Component
class DecidingManagers {

  /** Working days in which a manager decides, on the manager's calendar. */
  private static final int DAYS_TO_DECIDE = 1;

  private final ManagementLine line;
  private final PersonalDueDates dates;

  DecidingManagers(ManagementLine line, PersonalDueDates dates) {
    this.line = line;
    this.dates = dates;
  }

  /**
   * A manager who is asked now.
   *
   * @param dueAt by when the manager decides
   */
  record Asked(String id, Instant dueAt) {}

  /**
   * The next managers above these owners; at the top, where there is none, the owner decides.
   *
   * @return by owner
   */
  Map<String, Asked> above(Collection<String> owners) {
    if (owners.isEmpty()) {
      return Map.of();
    }
    var above = new HashMap<String, String>();
    owners.forEach(owner -> above.computeIfAbsent(owner, this::above));
    var calendars = dates.calendars(Set.copyOf(above.values()));
    var asked = new HashMap<String, Asked>();
    above.forEach(
        (owner, manager) ->
            asked.put(
                owner, new Asked(manager, dates.inDays(DAYS_TO_DECIDE, calendars.get(manager)))));
    return asked;
  }

  private String above(String owner) {
    return line.managerOf(owner).or(() -> line.inCharge(owner)).orElse(owner);
  }
}
