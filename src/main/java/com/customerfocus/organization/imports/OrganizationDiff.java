package com.customerfocus.organization.imports;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts.MembershipChanges;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.NamesOnRecord;
import com.customerfocus.organization.OrganizationChanged.Closed;
import com.customerfocus.organization.OrganizationChanged.Departments;
import com.customerfocus.organization.OrganizationTables;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.StoredDepartment;
import com.customerfocus.organization.StoredPerson;
import com.customerfocus.organization.changes.ChangeSummary;
import com.customerfocus.organization.changes.FieldChanges;
import com.customerfocus.organization.changes.ReusedMails;
import com.customerfocus.organization.changes.UnusualChange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What has to be written to make the tables and accounts tell what the file tells. */
class OrganizationDiff {

  private final NamesOnRecord names;
  private final OrganizationTree tree;
  private final TasklistGroups groups;
  private final AbsenceDiff absences;
  private final ChangeSummary summary = new ChangeSummary(this::who, this::departmentName);
  private final Map<String, String> departmentNames = new HashMap<>();
  private int departmentsBefore;
  private final List<StoredDepartment> newDepartments = new ArrayList<>();
  private final List<StoredDepartment> changedDepartments = new ArrayList<>();
  private final List<Department> endedDepartments = new ArrayList<>();
  private final ClosedDepartments closedDepartments;
  private final List<String> openedDepartments = new ArrayList<>();
  private final ClosedDepartments.Splits splitDepartments = new ClosedDepartments.Splits();
  private final List<Department> newHeads = new ArrayList<>();
  private final Set<String> movers = new HashSet<>();
  private final List<Department> knownDepartments = new ArrayList<>();
  private final List<StoredPerson> newPeople = new ArrayList<>();
  private final List<StoredPerson> changedPeople = new ArrayList<>();
  private final String[] groupsByPlace;
  private final Map<String, String> equalGroups = new HashMap<>();
  private final Set<String> groupsBefore = new HashSet<>();
  private final Set<String> formerAccounts = new HashSet<>();

  /** Groups before, by id, of people whose groups change. */
  private final Map<String, Set<String>> groupsOfChanged = new HashMap<>();

  private final List<String> changesByHand = new ArrayList<>();
  private boolean accountsChanged;
  private int peopleBefore;
  private int joiners;
  private final Examples examples = new Examples();
  private final Map<String, String> leavers = new HashMap<>();
  private int moves;

  /** Some of the people who come, go and move, by name. */
  static class Examples {

    private static final int MOST = 200;

    private final List<Person> joiners = new ArrayList<>();
    private final List<Person> leavers = new ArrayList<>();
    private final List<Person> movedFrom = new ArrayList<>();
    private final List<Person> movedTo = new ArrayList<>();

    private boolean add(List<Person> list, Person person) {
      return list.size() < MOST && list.add(person);
    }

    public List<Person> joiners() {
      return joiners;
    }

    public List<Person> leavers() {
      return leavers;
    }

    /** People who move, with their current values. */
    List<Person> movedFrom() {
      return movedFrom;
    }

    /** The same people in the same order, with their new values. */
    List<Person> movedTo() {
      return movedTo;
    }
  }

  private OrganizationDiff(
      NamesOnRecord names, OrganizationTree tree, TasklistGroups groups, AbsenceDiff absences) {
    this.names = names;
    this.tree = tree;
    this.groups = groups;
    this.absences = absences;
    this.groupsByPlace = new String[tree.entries().size()];
    this.closedDepartments = new ClosedDepartments(tree);
  }

  public static OrganizationDiff between(
      OrganizationTables tables,
      NamesOnRecord names,
      OrganizationTree tree,
      TasklistGroups groups,
      AbsenceDiff absences) {
    var changes = new OrganizationDiff(names, tree, groups, absences);
    changes.compareDepartments(names.departments());
    var seen = new BitSet();
    tables.forEachPerson(before -> changes.compare(before, seen));
    changes.addJoiners(seen);
    changes.addAbsences();
    return changes;
  }

  private void compareDepartments(List<StoredDepartment> before) {
    var wanted =
        tree.departments().stream()
            .collect(Collectors.toMap(Department::id, department -> department));
    knownDepartments.addAll(wanted.values());
    for (var stored : before) {
      departmentsBefore += stored.active() ? 1 : 0;
      departmentNames.put(stored.department().id(), stored.department().name());
      var department = wanted.remove(stored.department().id());
      if (department == null) {
        knownDepartments.add(stored.department());
        if (stored.active()) {
          endedDepartments.add(stored.department());
          closedDepartments.add(stored.department());
          changedDepartments.add(new StoredDepartment(stored.department(), false));
        }
      } else if (!stored.active() || !department.equals(stored.department())) {
        if (stored.active()) {
          summary.stays(stored.department(), department);
          if (!Objects.equals(stored.department().headId(), department.headId())) {
            newHeads.add(department);
          }
        } else {
          openedDepartments.add(department.name());
          splitDepartments.opens(department);
        }
        changedDepartments.add(new StoredDepartment(department, true));
      }
    }
    wanted.values().forEach(it -> newDepartments.add(new StoredDepartment(it, true)));
    wanted.values().forEach(it -> openedDepartments.add(it.name()));
    wanted.values().forEach(splitDepartments::opens);
    openedDepartments.sort(Comparator.naturalOrder());
    tree.departments().forEach(it -> departmentNames.put(it.id(), it.name()));
  }

  private void compare(StoredPerson before, BitSet seen) {
    peopleBefore += before.active() ? 1 : 0;
    groupsBefore.add(Objects.requireNonNullElse(before.accountGroups(), ""));
    var place = tree.place(before.id());
    if (place == null) {
      leave(before);
    } else {
      seen.set(place);
      change(before, place);
    }
  }

  private void leave(StoredPerson before) {
    if (before.active()) {
      leavers.put(before.id(), before.person().name());
      summary.leaves(before.person());
      closedDepartments.leaves(before.person());
      summary.rights(before.person(), before.accountGroups(), null, false);
      examples.add(examples.leavers, before.person());
      changedPeople.add(new StoredPerson(before.person(), false, null));
      noteAccount(before, before.person(), null);
    }
  }

  private void change(StoredPerson before, int place) {
    var person = tree.entries().get(place).person();
    var after = new StoredPerson(person, true, groupsOf(place, before.accountGroups()));
    if (before.active()) {
      summary.knows(before.person(), before.accountGroups());
    }
    if (after.equals(before)) {
      return;
    }
    changedPeople.add(after);
    noteAccount(before, person, after.accountGroups());
    summary.rights(before.person(), before.accountGroups(), after.accountGroups(), before.active());
    if (before.active()) {
      summary.stays(before.person(), person);
      closedDepartments.stays(before.person(), person);
      if (!person.departmentId().equals(before.person().departmentId())) {
        splitDepartments.moves(before.person().departmentId(), person.departmentId());
        if (before.accountGroups() != null) {
          movers.add(person.id());
        }
      }
    }
    if (!before.active()) {
      joiners++;
      examples.add(examples.joiners, person);
    } else if (!Objects.equals(person.managerId(), before.person().managerId())
        || !person.departmentId().equals(before.person().departmentId())) {
      moves++;
      if (examples.add(examples.movedFrom, before.person())) {
        examples.movedTo.add(person);
      }
    }
  }

  private void addJoiners(BitSet seen) {
    for (var place = seen.nextClearBit(0);
        place < groupsByPlace.length;
        place = seen.nextClearBit(place + 1)) {
      joiners++;
      var person = tree.entries().get(place).person();
      examples.add(examples.joiners, person);
      var added = new StoredPerson(person, true, groupsOf(place, null));
      newPeople.add(added);
      summary.rights(person, null, added.accountGroups(), false);
      accountsChanged |= added.accountGroups() != null;
    }
  }

  private void addAbsences() {
    if (!absences.isEmpty()) {
      var joined = newPeople.stream().map(StoredPerson::id).collect(Collectors.toSet());
      absences.addTo(
          summary, this::name, this::who, id -> !joined.contains(id) && !leavers.containsKey(id));
    }
  }

  /**
   * Adds rights that an administrator gave or took by hand, and that this import takes or gives
   * again, because the file decides about them.
   */
  public void addRightsByHand(MembershipChanges changes) {
    var joined = newPeople.stream().map(StoredPerson::id).collect(Collectors.toSet());
    for (var given : changes.given()) {
      var before = groupsOfChanged.get(given.user());
      var isTold = before == null ? joined.contains(given.user()) : !before.contains(given.group());
      if (!isTold) {
        addByHand(given.user(), null, given.group());
      }
    }
    for (var taken : changes.taken()) {
      var before = groupsOfChanged.getOrDefault(taken.user(), Set.of());
      if (!before.contains(taken.group())) {
        addByHand(taken.user(), taken.group(), null);
      }
    }
    Collections.sort(changesByHand);
  }

  private void addByHand(String id, String before, String after) {
    summary.rights(tree.entries().get(tree.place(id)).person(), before, after, true);
    changesByHand.add("%s %s %s".formatted(id, before, after));
  }

  /** The name of a person of the file, or of one who leaves; else the id. */
  private String name(String id) {
    var place = tree.place(id);
    return place == null ? leavers.getOrDefault(id, id) : tree.entries().get(place).person().name();
  }

  private String who(String id) {
    return tree.place(id) == null && !leavers.containsKey(id)
        ? id
        : "%s (%s)".formatted(name(id), id);
  }

  private String departmentName(String id) {
    return departmentNames.getOrDefault(id, id);
  }

  private String groupsOf(int place, String before) {
    var text = groups.of(place, before);
    groupsByPlace[place] = text == null ? null : equalGroups.computeIfAbsent(text, same -> same);
    return groupsByPlace[place];
  }

  private void noteAccount(StoredPerson before, Person after, String groupsAfter) {
    if (!Objects.equals(before.accountGroups(), groupsAfter)) {
      groupsOfChanged.put(before.id(), TasklistGroups.split(before.accountGroups()));
    }
    var hadAccount = before.accountGroups() != null;
    if (hadAccount && groupsAfter == null) {
      formerAccounts.add(before.id());
    }
    accountsChanged |=
        !Objects.equals(before.accountGroups(), groupsAfter)
            || (hadAccount
                && !(before.person().name().equals(after.name())
                    && Objects.equals(before.person().mail(), after.mail())));
  }

  /** Departments and heritage companies before. */
  NamesOnRecord namesBefore() {
    return names;
  }

  public List<StoredDepartment> newDepartments() {
    return newDepartments;
  }

  public List<StoredDepartment> changedDepartments() {
    return changedDepartments;
  }

  /** Departments without people. */
  public List<Department> endedDepartments() {
    return endedDepartments;
  }

  /** The same, each with the department that takes its place. */
  public List<Closed> closedDepartments() {
    return closedDepartments.withSuccessors();
  }

  /** What becomes of departments that had people. */
  public Departments departments() {
    return new Departments(
        closedDepartments(),
        splitDepartments.amongThose(tree.departments()),
        newHeads.stream().sorted(Comparator.comparing(Department::name)).toList());
  }

  /** Employee ids of people with an account who stay, in another department. */
  public Set<String> movers() {
    return movers;
  }

  public List<StoredPerson> newPeople() {
    return newPeople;
  }

  /** People who left or came back. */
  public List<StoredPerson> changedPeople() {
    return changedPeople;
  }

  public int peopleBefore() {
    return peopleBefore;
  }

  public int joiners() {
    return joiners;
  }

  /** Employee ids of people missing in the file. */
  public Set<String> leavers() {
    return leavers.keySet();
  }

  /** Absences that the file tells and those that it does not tell any more. */
  public AbsenceDiff absences() {
    return absences;
  }

  /** What changes, by field: of people who stay, of departments, and everyone's rights. */
  public List<FieldChanges> fields() {
    return summary.fields();
  }

  /** Fields that change for an unusually large part of the organization. */
  public List<UnusualChange> unusual() {
    return summary.unusual(peopleBefore - leavers.size(), departmentsBefore);
  }

  /** Whether people get mail addresses that others have today. */
  public Optional<ReusedMails> reusedMails() {
    return summary.reusedMails();
  }

  /** Names of departments that have people now and had none. */
  public List<String> openedDepartments() {
    return openedDepartments;
  }

  /** Whether there is nothing to write. */
  public boolean isEmpty() {
    return newDepartments.isEmpty()
        && changedDepartments.isEmpty()
        && newPeople.isEmpty()
        && changedPeople.isEmpty()
        && absences.isEmpty();
  }

  /** A digest of all changes. */
  public String fingerprint() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      Stream.of(newDepartments, changedDepartments, newPeople, changedPeople)
          .flatMap(changed -> changed.stream().map(Object::toString).sorted())
          .forEach(change -> digest.update((change + '\n').getBytes(StandardCharsets.UTF_8)));
      Stream.concat(absences.lines(), changesByHand.stream())
          .forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first new or returning people, leavers and movers. */
  Examples examples() {
    return examples;
  }

  /** Whether people came, left or moved, or a department got another head. */
  public boolean hasMoves() {
    return joiners > 0
        || moves > 0
        || !leavers.isEmpty()
        || !newDepartments.isEmpty()
        || !changedDepartments.isEmpty();
  }

  /** Whether people on record get other groups in Tasklist, or none any more. */
  public boolean changesGroups() {
    return !groupsOfChanged.isEmpty();
  }

  /** People who stayed, with another manager or department. */
  public int moves() {
    return moves;
  }

  public boolean accountsChanged() {
    return accountsChanged;
  }

  /** Whether the person has an account afterwards. */
  public boolean worksInTasklist(String id) {
    var place = tree.place(id);
    return place != null && groupsByPlace[place] != null;
  }

  /** Ids of people who lose their account. */
  public Set<String> formerAccounts() {
    return formerAccounts;
  }

  public boolean seniorOfficerIsTheTop() {
    return groups.seniorOfficerIsTheTop();
  }

  public boolean hasMembers(String group) {
    return equalGroups.keySet().stream().anyMatch(it -> TasklistGroups.split(it).contains(group));
  }

  /** Groups whose members the organization decides, id to name. */
  public Map<String, String> managedGroups() {
    return groups.managed(groupsBefore, knownDepartments);
  }

  /** Accounts of all who work in Tasklist, in the groups that the organization decides. */
  public List<Account> accounts() {
    var managed = managedGroups().keySet();
    var sets = new HashMap<String, Set<String>>();
    var accounts = new ArrayList<Account>();
    for (var place = 0; place < groupsByPlace.length; place++) {
      if (groupsByPlace[place] != null) {
        var person = tree.entries().get(place).person();
        var set =
            sets.computeIfAbsent(
                groupsByPlace[place],
                text ->
                    TasklistGroups.split(text).stream()
                        .filter(managed::contains)
                        .collect(Collectors.toUnmodifiableSet()));
        accounts.add(new Account(person.id(), person.name(), person.mail(), set));
      }
    }
    return accounts;
  }
}
