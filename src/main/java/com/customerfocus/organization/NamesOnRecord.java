package com.customerfocus.organization;

import com.customerfocus.support.NameKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * Departments and heritage companies as the tables have them. A file that spells one of them in
 * another way means the same one, see {@link NameKey}.
 */
public class NamesOnRecord {

  private final List<StoredDepartment> departments;
  private final Map<String, String> departmentIds;
  private final Map<String, String> keys = new HashMap<>();
  private final Map<String, String> companies;

  /**
   * @param companies number of people by heritage company; of two spellings of one the more
   *     frequent counts
   */
  public NamesOnRecord(Collection<StoredDepartment> departments, Map<String, Long> companies) {
    this.departments = List.copyOf(departments);
    this.departmentIds =
        departments.stream()
            .collect(
                Collectors.toMap(
                    it -> NameKey.of(it.department().name()),
                    it -> it,
                    BinaryOperator.minBy(NamesOnRecord.theOneThatIsUsed())))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().department().id()));
    departments.forEach(it -> keys.put(it.department().id(), NameKey.of(it.department().name())));
    this.companies =
        companies.entrySet().stream()
            .collect(
                Collectors.toMap(
                    it -> NameKey.of(it.getKey()),
                    it -> it,
                    BinaryOperator.minBy(
                        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))))
            .entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().getKey()));
  }

  /** Ids that an earlier version gave may tell spellings apart that are one department now. */
  private static Comparator<StoredDepartment> theOneThatIsUsed() {
    return Comparator.comparing((StoredDepartment it) -> !it.active())
        .thenComparing(it -> !it.department().id().equals(DepartmentId.of(it.department().name())))
        .thenComparing(it -> it.department().id());
  }

  public List<StoredDepartment> departments() {
    return departments;
  }

  /** Whether the tables have no person who works here. */
  public boolean isEmpty() {
    return companies.isEmpty();
  }

  /** The id of the department with this name: the one on record, else a new one. */
  public String departmentId(String name) {
    var key = NameKey.of(name);
    var known = departmentIds.get(key);
    if (known != null) {
      return known;
    }
    var id = DepartmentId.of(name);
    return keys.getOrDefault(id, key).equals(key) ? id : DepartmentId.other(name);
  }

  /** The heritage company as it is on record, else as it is spelled here. */
  public String company(String name) {
    return companies.getOrDefault(NameKey.of(name), name);
  }
}
