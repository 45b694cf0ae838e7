package com.customerfocus.cascade.process;

import com.customerfocus.cascade.TeamBriefing;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;

/**
 * One of several people to choose from in a form.
 *
 * @param value employee id
 */
record Choice(String label, String value) {

  /** By name. */
  static List<Choice> of(List<TeamBriefing.Member> people) {
    return people.stream()
        .sorted(Comparator.comparing(TeamBriefing.Member::name, Collator.getInstance()))
        .map(person -> new Choice(person.name(), person.id()))
        .toList();
  }
}
