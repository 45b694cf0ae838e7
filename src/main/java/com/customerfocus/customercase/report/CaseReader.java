package com.customerfocus.customercase.report;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import java.util.Collections;
import java.util.Set;

/**
 * Who reads which cases: owners their own, managers those of their direct reports, and the groups
 * that follow the whole company all of them.
 *
 * @param id login
 */
public record CaseReader(String id, boolean seesAll) {

  private static final Set<String> SEE_ALL = Set.of(Groups.SENIOR_OFFICERS, Groups.PROCESS_OWNERS);

  public static CaseReader of(Actor person) {
    return new CaseReader(person.id(), !Collections.disjoint(person.groups(), SEE_ALL));
  }
}
