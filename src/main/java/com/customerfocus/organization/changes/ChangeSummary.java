package com.customerfocus.organization.changes;

import com.customerfocus.access.Groups;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.changes.FieldChanges.Change;
import com.customerfocus.support.MailAddress;
import com.customerfocus.support.NameKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.UnaryOperator;

/**
 * Counts what an import changes, by field, and keeps the first changes of each field, so that its
 * size does not grow with the organization. Filled in one pass, by one thread.
 */
public class ChangeSummary {

  /** Listed changes of a field; the others are counted. */
  public static final int MOST_LISTED = 50;

  private static final Comparator<Entry> ORDER =
      Comparator.comparingInt(Entry::weight)
          .thenComparing(entry -> entry.of().sorted())
          .thenComparing(entry -> entry.of().id());

  private final Map<ChangedField, Changes> fields = new EnumMap<>(ChangedField.class);

  /** Employee ids by mail addresses that their owners lose. */
  private final Map<String, Named> formerMails = new HashMap<>();

  private final List<Receiver> receivers = new ArrayList<>();
  private final UnaryOperator<String> people;
  private final UnaryOperator<String> departments;

  /** A change with ids as they are stored. */
  private record Entry(int weight, Named of, String before, String after) {}

  /**
   * A person or department.
   *
   * @param sorted the name as it is sorted: accented letters with the others
   */
  private record Named(String id, String name, String sorted) {

    static Named of(String id, String name) {
      // Compared for each change: comparing with a Collator takes seconds for 100,000 people.
      return new Named(id, name, NameKey.of(name));
    }

    static Named of(Person person) {
      return of(person.id(), person.name());
    }

    String who() {
      return "%s (%s)".formatted(name, id);
    }
  }

  private record Receiver(Named person, String mail) {}

  /** The changes of one field. */
  private static class Changes {
    /** The last of them is the first to be replaced. */
    private final PriorityQueue<Entry> first = new PriorityQueue<>(ORDER.reversed());

    private int count;
    private int unusual;

    void add(Entry entry) {
      count++;
      if (first.size() < MOST_LISTED) {
        first.add(entry);
      } else if (ORDER.compare(entry, first.peek()) < 0) {
        first.poll();
        first.add(entry);
      }
    }
  }

  private int mailsOfPeopleWhoStay;
  private int holdersWhoStay;

  /**
   * @param people the name and id of a person, by id
   * @param departments the name of a department, by id
   */
  public ChangeSummary(UnaryOperator<String> people, UnaryOperator<String> departments) {
    this.people = people;
    this.departments = departments;
  }

  /**
   * A person who stays, changed or not.
   *
   * @param groups of the person's account before, ids separated by blanks, or null
   */
  public void knows(Person before, String groups) {
    mailsOfPeopleWhoStay += before.mail() == null ? 0 : 1;
    holdersWhoStay += Right.isRoleIn(groups) ? 1 : 0;
  }

  /** A person who stays and changes, as stored and as the file tells. */
  public void stays(Person before, Person after) {
    if (before.equals(after)) {
      return;
    }
    var person = Named.of(before);
    for (var field : ChangedField.ofPerson()) {
      compare(field, person, field.of(before), field.of(after));
    }
    if (!sameText(before.mail(), after.mail())) {
      loses(person, before.mail());
      if (after.mail() != null) {
        receivers.add(new Receiver(person, MailAddress.key(after.mail())));
      }
    }
  }

  /** A person who is missing in the file. */
  public void leaves(Person before) {
    loses(Named.of(before), before.mail());
  }

  private void loses(Named person, String mail) {
    if (mail != null) {
      formerMails.put(MailAddress.key(mail), person);
    }
  }

  /**
   * The groups of a person's account, ids separated by blanks; null without account.
   *
   * @param stays false for a person who joins or leaves, whose rights usually change
   */
  public void rights(Person person, String before, String after, boolean stays) {
    if (Objects.equals(before, after)) {
      return;
    }
    var former = Right.groups(before);
    var current = Right.groups(after);
    var given = current.stream().filter(it -> !former.contains(it)).toList();
    var taken = former.stream().filter(it -> !current.contains(it)).toList();
    var of = Named.of(person);
    given.forEach(it -> add(ChangedField.RIGHTS_GIVEN, weight(it), of, null, it));
    taken.forEach(it -> add(ChangedField.RIGHTS_TAKEN, weight(it), of, it, null));
    if (stays) {
      changes(ChangedField.RIGHTS_GIVEN).unusual += given.isEmpty() ? 0 : 1;
      changes(ChangedField.RIGHTS_TAKEN).unusual += taken.isEmpty() ? 0 : 1;
    }
  }

  private static int weight(String group) {
    return Right.ofGroup(group).ordinal();
  }

  /** A department that has people before and after. */
  public void stays(Department before, Department after) {
    var department = Named.of(before.id(), before.name());
    compare(ChangedField.HEAD, department, before.headId(), after.headId());
    compare(ChangedField.DEPARTMENT_NAME, department, before.name(), after.name());
  }

  /**
   * Absences of a person, or their deputies.
   *
   * @param field {@link ChangedField#ABSENCE} or {@link ChangedField#DEPUTY}
   * @param stays false for a person who joins or leaves
   */
  public void absences(
      ChangedField field, String id, String name, String before, String after, boolean stays) {
    add(field, 0, Named.of(id, name), before, after);
    // New absences of many people are usual before holidays, other deputies are not.
    changes(field).unusual += stays && field == ChangedField.DEPUTY ? 1 : 0;
  }

  private void compare(ChangedField field, Named of, String before, String after) {
    if (!Objects.equals(before, after)) {
      add(field, 0, of, before, after);
      var isFirstMail = field == ChangedField.MAIL && before == null;
      changes(field).unusual += isFirstMail || sameText(before, after) ? 0 : 1;
    }
  }

  private static boolean sameText(String before, String after) {
    return before == null ? after == null : before.equalsIgnoreCase(after);
  }

  private void add(ChangedField field, int weight, Named of, String before, String after) {
    changes(field).add(new Entry(weight, of, before, after));
  }

  private Changes changes(ChangedField field) {
    return fields.computeIfAbsent(field, it -> new Changes());
  }

  /** What changes, by field; fields without changes are left out. */
  public List<FieldChanges> fields() {
    return fields.entrySet().stream()
        .filter(it -> it.getValue().count > 0)
        .map(it -> new FieldChanges(it.getKey(), it.getValue().count, first(it.getKey())))
        .toList();
  }

  private List<Change> first(ChangedField field) {
    return fields.get(field).first.stream()
        .sorted(ORDER)
        .map(
            it ->
                new Change(
                    it.of().id(),
                    it.of().name(),
                    shown(field, it.before()),
                    shown(field, it.after())))
        .toList();
  }

  private String shown(ChangedField field, String value) {
    if (value == null) {
      return null;
    }
    return switch (field) {
      case RIGHTS_GIVEN, RIGHTS_TAKEN -> right(value);
      case MANAGER, HEAD -> people.apply(value);
      case DEPARTMENT -> departments.apply(value);
      default -> value;
    };
  }

  private String right(String group) {
    var right = Right.ofGroup(group);
    return right == Right.HANDOFFS
        ? right.word() + departments.apply(group.replaceFirst("^" + Groups.DEPARTMENT_PREFIX, ""))
        : right.word();
  }

  /**
   * Fields that change for an unusually large part.
   *
   * @param peopleWhoStay number of people before and after
   * @param departmentsBefore number of departments that had people
   */
  public List<UnusualChange> unusual(int peopleWhoStay, int departmentsBefore) {
    return fields.entrySet().stream()
        .map(
            it ->
                new UnusualChange(
                    it.getKey(),
                    it.getValue().unusual,
                    base(it.getKey(), peopleWhoStay, departmentsBefore)))
        .filter(it -> UnusualChange.isUnusual(it.count(), it.of()))
        .toList();
  }

  private int base(ChangedField field, int peopleWhoStay, int departmentsBefore) {
    return switch (field) {
      case MAIL -> mailsOfPeopleWhoStay;
      case RIGHTS_GIVEN, RIGHTS_TAKEN -> holdersWhoStay;
      default -> field.isOfDepartments() ? departmentsBefore : peopleWhoStay;
    };
  }

  /** Whether people who stay get mail addresses that others have today. */
  public Optional<ReusedMails> reusedMails() {
    var reused = receivers.stream().filter(this::isOfAnother).toList();
    return reused.stream()
        .min(
            Comparator.comparing((Receiver it) -> it.person().sorted())
                .thenComparing(it -> it.person().id()))
        .map(
            it ->
                new ReusedMails(
                    reused.size(), it.person().who(), formerMails.get(it.mail()).who()));
  }

  private boolean isOfAnother(Receiver receiver) {
    var owner = formerMails.get(receiver.mail());
    return owner != null && !owner.id().equals(receiver.person().id());
  }
}
