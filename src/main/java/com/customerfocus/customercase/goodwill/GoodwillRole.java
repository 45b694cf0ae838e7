package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Groups;
import java.util.Set;

/** In which role a person offers goodwill, as the table of limits has it. */
public enum GoodwillRole {
  FRONT_LINE,
  MANAGER,
  SENIOR_OFFICER;

  /**
   * The role of a person with these groups. A member of the front line has its limits, also as a
   * manager: such a person offers goodwill as the owner of cases.
   */
  static GoodwillRole of(Set<String> groups) {
    if (groups.contains(Groups.FRONT_LINE)) {
      return FRONT_LINE;
    }
    if (groups.contains(Groups.SENIOR_OFFICERS)) {
      return SENIOR_OFFICER;
    }
    return groups.contains(Groups.MANAGERS) ? MANAGER : FRONT_LINE;
  }
}
