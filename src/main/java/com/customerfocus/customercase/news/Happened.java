package com.customerfocus.customercase.news;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that happened in a case and in those that it has taken in.
 *
 * @param all of it, in any order
 * @param apart of cases that were joined and of which news came back afterwards: what happened in
 *     each until then, as if that news had never been sent
 */
record Happened(List<Happening> all, List<Apart> apart) {

  static final Happened NOTHING = new Happened(List.of(), List.of());

  /**
   * What happened in a case before it was joined with another one.
   *
   * @param began null for the one that goes on
   */
  record Apart(Instant began, List<Happening> happenings) {}

  /**
   * What happened, by what was said.
   *
   * @param own what was said in the case that goes on
   * @param said what was said in each case, by its number
   */
  static Happened of(
      List<Contact> own, List<Contacts.Joined> joined, Map<Long, List<Contact>> said) {
    var all = new ArrayList<>(own);
    var apart = new ArrayList<Apart>();
    for (var it : joined) {
      all.addAll(said.get(it.id()));
      apart(it.beganAt(), said.get(it.id()), it.joinedAt(), apart);
      apart(null, own, it.joinedAt(), apart);
    }
    return new Happened(happenings(all.stream()), List.copyOf(apart));
  }

  private static void apart(Instant began, List<Contact> said, Instant joinedAt, List<Apart> to) {
    var before = said.stream().filter(it -> !it.recordedAt().isAfter(joinedAt)).toList();
    if (before.stream().anyMatch(it -> cameBack(it, joinedAt))) {
      to.add(new Apart(began, happenings(before.stream())));
    }
  }

  private static boolean cameBack(Contact mail, Instant joinedAt) {
    return mail.bouncedAt() != null && !mail.bouncedAt().isBefore(joinedAt);
  }

  private static List<Happening> happenings(Stream<Contact> said) {
    return said.map(Contact::happening).toList();
  }

  /** The moments by the rules of the case that goes on. */
  NewsSchedule schedule(NewsRules rules, Instant began, OwnerMove move) {
    var earlier = move;
    for (var it : apart) {
      var since = it.began() == null ? began : it.began();
      earlier =
          earlier.noLaterThan(rules.schedule(since, OwnerMove.NONE, it.happenings()).newsDue());
    }
    return rules.schedule(began, earlier, all);
  }
}
