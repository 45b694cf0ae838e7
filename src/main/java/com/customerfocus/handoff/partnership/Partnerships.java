package com.customerfocus.handoff.partnership;

import com.customerfocus.handoff.partnership.Partnership.DepartmentName;
import com.customerfocus.handoff.partnership.PartnershipRecords.OfPair;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.HandoffDepartments;
import com.customerfocus.support.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the handoffs between departments go. Its number of statements does not depend on how many
 * there are.
 */
@Service
@Transactional(readOnly = true)
public class Partnerships {

  private final PartnershipRecords records;
  private final HandoffDepartments departments;
  private final Clock clock;

  Partnerships(PartnershipRecords records, HandoffDepartments departments, Clock clock) {
    this.records = records;
    this.departments = departments;
    this.clock = clock;
  }

  /**
   * The period between these moments.
   *
   * @param from null for 90 days before the end
   * @param until null for now
   */
  public Period period(Instant from, Instant until) {
    return Period.of(from, until, clock.instant());
  }

  /**
   * All pairs: each department that takes handoffs or asked for one in the period, with each other
   * one that takes handoffs or had one; by the names of requester and partner. Pairs without any
   * handoff have figures of 0.
   */
  public List<Partnership> all(Period period) {
    return between(period, null);
  }

  /**
   * Of {@link #all}, the pairs to which a department belongs that this person works in or is the
   * head of.
   */
  public List<Partnership> ofDepartmentsOf(String employee, Period period) {
    return between(period, records.departmentsOf(employee));
  }

  private record Pair(String requester, String partner) {}

  /**
   * @param seen ids of departments, one of which is in each pair; null for all pairs
   */
  private List<Partnership> between(Period period, Set<String> seen) {
    var now = clock.instant();
    var figures = new HashMap<Pair, PairFigures>();
    add(records.steps(period), PairFigures::add, figures);
    add(records.clocks(period), PairFigures::add, figures);
    add(records.open(period), PairFigures::add, figures);
    add(records.promises(period), PairFigures::add, figures);
    add(records.ratings(period, now), PairFigures::add, figures);
    var partners = departments.all();
    var pairs = pairs(figures.keySet(), partners);
    var names = names(pairs, partners);
    return pairs.stream()
        .filter(
            pair -> seen == null || seen.contains(pair.requester) || seen.contains(pair.partner))
        .map(
            pair ->
                figures
                    .getOrDefault(pair, new PairFigures())
                    .between(names.get(pair.requester), names.get(pair.partner), now))
        .sorted(BY_NAME)
        .toList();
  }

  private static final Comparator<Partnership> BY_NAME =
      Comparator.comparing((Partnership it) -> it.requester().name())
          .thenComparing(it -> it.requester().id())
          .thenComparing(it -> it.partner().name())
          .thenComparing(it -> it.partner().id());

  private static <T extends OfPair> void add(
      List<T> rows, BiConsumer<PairFigures, T> to, Map<Pair, PairFigures> figures) {
    for (var row : rows) {
      var pair = new Pair(row.requester(), row.partner());
      to.accept(figures.computeIfAbsent(pair, it -> new PairFigures()), row);
    }
  }

  private static Set<Pair> pairs(Set<Pair> withFigures, List<Department> partners) {
    var pairs = new HashSet<>(withFigures);
    var requesters = withFigures.stream().map(Pair::requester).collect(Collectors.toSet());
    partners.forEach(it -> requesters.add(it.id()));
    for (var requester : requesters) {
      partners.stream()
          .filter(partner -> !partner.id().equals(requester))
          .forEach(partner -> pairs.add(new Pair(requester, partner.id())));
    }
    return pairs;
  }

  private Map<String, DepartmentName> names(Set<Pair> pairs, List<Department> partners) {
    var ids =
        pairs.stream()
            .flatMap(it -> Stream.of(it.requester(), it.partner()))
            .collect(Collectors.toSet());
    partners.forEach(it -> ids.remove(it.id()));
    var others = records.names(ids);
    var names = new HashMap<String, DepartmentName>();
    ids.forEach(id -> names.put(id, new DepartmentName(id, others.getOrDefault(id, id))));
    partners.forEach(it -> names.put(it.id(), new DepartmentName(it.id(), it.name())));
    return names;
  }
}
