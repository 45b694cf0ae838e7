package com.customerfocus.organization.absence;

import java.util.Set;

/**
 * Absences have begun. Published within the transaction that hands over the tasks of these people,
 * before it does: listeners hand over what else is theirs. It may come twice for one absence.
 *
 * @param people employee ids
 */
public record PeopleAway(Set<String> people) {}
