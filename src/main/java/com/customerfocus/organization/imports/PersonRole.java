package com.customerfocus.organization.imports;

import com.customerfocus.access.Groups;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person may be besides a member of a department; written so in the file. */
enum PersonRole {
  SENIOR_OFFICER("senior-officer", Groups.SENIOR_OFFICERS, "Senior officers"),
  COMMUNICATIONS("communications", Groups.COMMUNICATIONS, "Communications"),
  PROCESS_OWNER("process-owner", Groups.PROCESS_OWNERS, "Process owners"),
  FRONT_LINE("front-line", Groups.FRONT_LINE, "Front line"),
  ADMINISTRATOR("administrator", Groups.ADMINISTRATORS, "Administrators"),
  /** Heads the own department; known to the organization alone, so it has no group. */
  DEPARTMENT_HEAD("department-head", null, null);

  private final String word;
  private final String group;
  private final String groupName;

  PersonRole(String word, String group, String groupName) {
    this.word = word;
    this.group = group;
    this.groupName = groupName;
  }

  static Optional<PersonRole> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word.equalsIgnoreCase(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(role -> role.word).collect(Collectors.joining(", "));
  }

  /** Id of the group of those in this role. */
  Optional<String> group() {
    return Optional.ofNullable(group);
  }

  String groupName() {
    return groupName;
  }
}
