package com.customerfocus.cascade.reorganization;

import com.customerfocus.cascade.briefing.BriefingSync.Handover;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says to an administrator what an import means for a cascade. */
@Component
class AudienceSyncSummary {

  /** A sentence names at most this number of people. */
  private static final int NAMED = 5;

  private final Briefings briefings;
  private final OrganizationService organization;

  AudienceSyncSummary(Briefings briefings, OrganizationService organization) {
    this.briefings = briefings;
    this.organization = organization;
  }

  /**
   * @param opened ids of the briefings that managers got
   * @return sentences without a full stop; none when nothing changes
   */
  List<String> of(
      int joiners, int lapsed, int movers, List<Handover> handovers, List<Long> opened) {
    var sentences = new ArrayList<String>();
    count(sentences, joiners, "one person joins its audience", "%,d people join its audience");
    count(sentences, lapsed, "one open receipt lapses", "%,d open receipts lapse");
    count(sentences, movers, "one person changes team", "%,d people change team");
    count(
        sentences,
        handovers.size(),
        "a team's briefing goes to its new manager",
        "%,d teams' briefings go to their new managers",
        handovers.stream().map(Handover::successor).toList());
    count(
        sentences,
        opened.size(),
        "one more manager is to brief a team",
        "%,d more managers are to brief their teams",
        briefings.managers(opened));
    return sentences;
  }

  private static void count(List<String> sentences, int count, String one, String many) {
    if (count > 0) {
      sentences.add(count == 1 ? one : String.format(Locale.ENGLISH, many, count));
    }
  }

  private void count(
      List<String> sentences, int count, String one, String many, Collection<String> who) {
    var before = sentences.size();
    count(sentences, count, one, many);
    if (sentences.size() > before) {
      var names =
          organization.people(who.stream().limit(NAMED).toList()).stream()
              .map(Person::name)
              .sorted()
              .collect(Collectors.toCollection(ArrayList::new));
      if (count > NAMED) {
        names.add("…");
      }
      sentences.set(before, "%s (%s)".formatted(sentences.get(before), String.join(", ", names)));
    }
  }
}
