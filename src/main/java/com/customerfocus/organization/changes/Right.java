package com.customerfocus.organization.changes;

import com.customerfocus.access.Groups;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a group of accounts may do, the most powerful first, in the words of organization files. */
enum Right {
  ADMINISTRATOR(Groups.ADMINISTRATORS, "administrator"),
  SENIOR_OFFICER(Groups.SENIOR_OFFICERS, "senior-officer"),
  COMMUNICATIONS(Groups.COMMUNICATIONS, "communications"),
  PROCESS_OWNER(Groups.PROCESS_OWNERS, "process-owner"),
  /** Takes the handoffs of a department; the department's name follows. */
  HANDOFFS(null, "handoffs of "),
  MANAGER(Groups.MANAGERS, "manager");

  private static final Map<String, Right> BY_GROUP =
      Arrays.stream(values())
          .filter(it -> it.group != null)
          .collect(Collectors.toUnmodifiableMap(it -> it.group, Function.identity()));

  private final String group;
  private final String word;

  Right(String group, String word) {
    this.group = group;
    this.word = word;
  }

  /** Of a group that an organization file gives. */
  static Right ofGroup(String group) {
    return BY_GROUP.getOrDefault(group, HANDOFFS);
  }

  /** Whether one of these groups is given by a role; the others follow from the tree. */
  static boolean isRoleIn(String groups) {
    return groups(groups).stream().map(Right::ofGroup).anyMatch(it -> it.compareTo(HANDOFFS) < 0);
  }

  String word() {
    return word;
  }

  /** Ids of the groups in a text separated by blanks, or of none for null. */
  static Set<String> groups(String text) {
    return text == null ? Set.of() : new TreeSet<>(Arrays.asList(text.split(" ")));
  }
}
