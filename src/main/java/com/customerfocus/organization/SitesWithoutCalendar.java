package com.customerfocus.organization;

import static java.util.stream.Collectors.joining;

import com.customerfocus.support.NameKey;
import com.customerfocus.worktime.WorkingTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Tells which sites count their days in the default calendar although others have calendars of
 * their own, and which of them may be misspelt.
 */
public final class SitesWithoutCalendar {

  private static final int MOST_NAMED = 50;

  /** Two letters are exchanged, or two are wrong; in a short name one. */
  private static final LevenshteinDistance NEAR = new LevenshteinDistance(2);

  private static final int SHORT = 5;

  private record Site(String name, long people, Optional<String> meant) {

    @Override
    public String toString() {
      return String.format(
          Locale.ENGLISH,
          "'%s' (%,d %s%s)",
          name,
          people,
          people == 1 ? "person" : "people",
          meant.map("; did you mean '%s'?"::formatted).orElse(""));
    }
  }

  private SitesWithoutCalendar() {}

  /**
   * A sentence; empty when every site has a calendar of its own, or none has.
   *
   * @param peopleBySite how many people work where, by the site's name
   */
  public static Optional<String> sentence(Map<String, Long> peopleBySite, WorkingTime workingTime) {
    var calendars = workingTime.sites();
    if (calendars.isEmpty()) {
      return Optional.empty();
    }
    var sites = new TreeMap<String, Site>();
    new TreeMap<>(peopleBySite)
        .forEach(
            (name, people) -> {
              if (!workingTime.hasCalendarOf(name)) {
                sites.merge(
                    NameKey.of(name),
                    new Site(name, people, meant(name, calendars)),
                    (one, same) -> new Site(one.name(), one.people() + same.people(), one.meant()));
              }
            });
    return sites.isEmpty() ? Optional.empty() : Optional.of(sentence(List.copyOf(sites.values())));
  }

  private static String sentence(List<Site> sites) {
    var named =
        sites.stream()
            .sorted(
                Comparator.comparing((Site site) -> site.meant().isEmpty())
                    .thenComparing(Site::people, Comparator.reverseOrder()))
            .limit(MOST_NAMED)
            .map(Site::toString)
            .collect(joining(", "));
    var more =
        sites.size() <= MOST_NAMED
            ? ""
            : String.format(Locale.ENGLISH, " and %,d more", sites.size() - MOST_NAMED);
    return "Sites without a working time calendar of their own, which have the default one: %s%s."
        .formatted(named, more);
  }

  /** The site with a calendar whose name is nearest, if any is near. */
  private static Optional<String> meant(String name, List<String> calendars) {
    var key = NameKey.of(name);
    var most = key.length() < SHORT ? 1 : 2;
    return calendars.stream()
        .filter(site -> distance(key, site) <= most)
        .min(Comparator.comparing(site -> distance(key, site)));
  }

  private static int distance(String key, String site) {
    var distance = NEAR.apply(key, NameKey.of(site));
    return distance < 0 ? Integer.MAX_VALUE : distance;
  }
}
