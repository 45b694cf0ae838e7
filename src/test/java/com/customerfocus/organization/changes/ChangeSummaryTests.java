package com.customerfocus.organization.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.organization.Department;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.changes.FieldChanges.Change;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeSummaryTests {

  private static final Person ANA =
      new Person("ana", "Ana", "ana@x.example", "eva", "sales", "Norte", "es", "Madrid");

  private final ChangeSummary summary = new ChangeSummary(id -> "Who " + id, id -> "Dept " + id);

  static Stream<RecordComponent> componentsOfAPerson() {
    return Arrays.stream(Person.class.getRecordComponents())
        .filter(it -> !it.getName().equals("id"));
  }

  @ParameterizedTest
  @MethodSource("componentsOfAPerson")
  void everyValueOfAPersonIsComparedOnce(RecordComponent changed) throws Exception {
    summary.stays(ANA, with(ANA, changed, "new"));

    assertThat(summary.fields())
        .singleElement()
        .satisfies(it -> assertThat(it.count()).isOne())
        .satisfies(it -> assertThat(it.first().get(0).after()).endsWith("new"));
  }

  @ParameterizedTest
  @MethodSource("componentsOfAPerson")
  void aValueThatGoesIsAChange(RecordComponent changed) throws Exception {
    summary.stays(ANA, with(ANA, changed, null));

    assertThat(summary.fields())
        .singleElement()
        .satisfies(it -> assertThat(it.first().get(0).after()).isNull());
  }

  @Test
  void aPersonAsBeforeIsNoChange() {
    summary.stays(ANA, ANA);
    summary.rights(ANA, "managers", "managers", true);

    assertThat(summary.fields()).isEmpty();
  }

  @Test
  void aPersonHasTheNameOfToday() {
    summary.stays(ANA, new Person("ana", "Ann", null, "bob", "care", "Norte", "es", "Madrid"));

    assertThat(summary.fields())
        .containsExactly(
            change(ChangedField.MAIL, "ana@x.example", null),
            change(ChangedField.NAME, "Ana", "Ann"),
            change(ChangedField.MANAGER, "Who eva", "Who bob"),
            change(ChangedField.DEPARTMENT, "Dept sales", "Dept care"));
  }

  @Test
  void theStrongestRightsComeFirst() {
    summary.rights(person("a"), "managers", null, false);
    summary.rights(person("b"), null, "managers", true);
    summary.rights(person("c"), "process-owners managers", "managers department-care", true);
    summary.rights(person("d"), "managers", "communications camunda-admin managers", true);

    assertThat(summary.fields())
        .containsExactly(
            new FieldChanges(
                ChangedField.RIGHTS_GIVEN,
                4,
                List.of(
                    given("d", "administrator"),
                    given("d", "communications"),
                    given("c", "handoffs of Dept care"),
                    given("b", "manager"))),
            new FieldChanges(
                ChangedField.RIGHTS_TAKEN,
                2,
                List.of(taken("c", "process-owner"), taken("a", "manager"))));
  }

  @Test
  void departmentsGetAnotherHeadOrName() {
    summary.stays(new Department("c", "Care", "ana"), new Department("c", "CARE", "bob"));

    assertThat(summary.fields())
        .containsExactly(
            new FieldChanges(
                ChangedField.HEAD, 1, List.of(new Change("c", "Care", "Who ana", "Who bob"))),
            new FieldChanges(
                ChangedField.DEPARTMENT_NAME, 1, List.of(new Change("c", "Care", "Care", "CARE"))));
  }

  @Test
  void theFirstByNameAreListedAndAllAreCounted() {
    var shuffled = IntStream.range(0, 10_007).map(i -> i * 4_999 % 10_007).boxed().toList();
    shuffled.forEach(i -> summary.stays(named("N%05d".formatted(i)), named("x")));
    summary.stays(named("Álvaro"), named("x"));
    summary.stays(named("Bea"), named("x"));

    var names = summary.fields().get(0);
    assertThat(names.count()).isEqualTo(10_009);
    assertThat(names.more()).isEqualTo(10_009 - ChangeSummary.MOST_LISTED);
    assertThat(names.first())
        .extracting(Change::name)
        .hasSize(ChangeSummary.MOST_LISTED)
        .startsWith("Álvaro", "Bea", "N00000", "N00001")
        .endsWith("N00047");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, false",
    "4, 4, false",
    "5, 5, true",
    "5, 50, true",
    "5, 51, false",
    "13, 133, false",
    "14, 133, true",
    "133, 133, true",
    "9999, 100000, false",
    "10000, 100000, true",
    "300000000, 1000000000, true"
  })
  void aTenthIsUnusualButNotOfVeryFew(int count, int of, boolean unusual) {
    assertThat(UnusualChange.isUnusual(count, of)).isEqualTo(unusual);
  }

  @ParameterizedTest
  @MethodSource("componentsOfAPerson")
  void theRuleHoldsForEachField(RecordComponent changed) throws Exception {
    for (var i = 0; i < 6; i++) {
      var before = with(person("p" + i), changed, "old" + i);
      summary.knows(before, null);
      summary.stays(before, with(before, changed, "new" + i));
    }
    var mail = Person.class.getRecordComponents()[2];
    for (var i = 6; i < 60; i++) {
      var same = with(person("p" + i), mail, "mail" + i);
      summary.knows(same, null);
    }

    assertThat(summary.unusual(60, 4))
        .singleElement()
        .extracting(UnusualChange::count, UnusualChange::of)
        .containsExactly(6, 60);
    var same = with(person("p60"), mail, "mail60");
    summary.knows(same, null);
    assertThat(summary.unusual(61, 4)).isEmpty();
  }

  @Test
  void aTenthOfThoseWithARoleIsUnusualHoweverManyHaveNone() {
    var roles = List.of("camunda-admin", "communications", "process-owners", "senior-officers");
    for (var i = 0; i < 100; i++) {
      var before = i % 10 == 0 ? roles.get(i % 4) + " managers" : "managers";
      var after = i % 10 == 1 ? roles.get(i % 4) + " managers" : "managers";
      summary.knows(person("p" + i), before);
      summary.rights(person("p" + i), before, after, true);
    }

    assertThat(summary.unusual(100, 4))
        .extracting(UnusualChange::field, UnusualChange::count, UnusualChange::of)
        .containsExactly(
            tuple(ChangedField.RIGHTS_GIVEN, 10, 10), tuple(ChangedField.RIGHTS_TAKEN, 10, 10));
  }

  @Test
  void aTenthIsOfThePeopleWhoHadAMailAddress() throws Exception {
    var mail = Person.class.getRecordComponents()[2];
    for (var i = 0; i < 6; i++) {
      var before = with(person("p" + i), mail, "old" + i);
      summary.knows(before, null);
      summary.stays(before, with(before, mail, "new" + i));
    }
    for (var i = 6; i < 100; i++) {
      var without = with(person("p" + i), mail, null);
      summary.knows(without, null);
      summary.stays(without, i < 40 ? with(without, mail, "first" + i) : without);
    }

    assertThat(summary.unusual(100, 4))
        .extracting(UnusualChange::field, UnusualChange::count, UnusualChange::of)
        .containsExactly(tuple(ChangedField.MAIL, 6, 6));
  }

  @Test
  void anUnusualChangeNamesTheLikelyCause() {
    assertThat(new UnusualChange(ChangedField.MAIL, 1_330, 13_300).sentence())
        .isEqualTo(
            "Another mail address: 1,330 of 13,300 people. Is that meant, or did a column slip by"
                + " a row?");
    assertThat(new UnusualChange(ChangedField.HEAD, 5, 8).sentence())
        .startsWith("Another head of department: 5 of 8 departments.");
  }

  @Test
  void otherCapitalLettersAreAChangeButNotUnusual() {
    for (var i = 0; i < 20; i++) {
      summary.stays(
          mail("p" + i, "p%d@x.example".formatted(i)), mail("p" + i, "P%d@X.example".formatted(i)));
    }

    assertThat(summary.fields()).singleElement().returns(20, FieldChanges::count);
    assertThat(summary.unusual(20, 1)).isEmpty();
    assertThat(summary.reusedMails()).isEmpty();
  }

  @Test
  void rightsOfJoinersAndLeaversAreNotUnusual() {
    for (var i = 0; i < 20; i++) {
      summary.rights(person("j" + i), null, "managers", false);
      summary.rights(person("l" + i), "managers", null, false);
    }

    assertThat(summary.unusual(20, 1)).isEmpty();
    assertThat(summary.fields()).extracting(FieldChanges::count).containsExactly(20, 20);
  }

  @Test
  void twoWhoSwapTheirAddressesAreTold() {
    summary.stays(mail("ben", "ben@x.example"), mail("ben", "ana@x.example"));
    summary.stays(mail("ana", "ana@x.example"), mail("ana", "BEN@x.example"));
    summary.stays(mail("cid", "cid@x.example"), mail("cid", "cid@y.example"));

    assertThat(summary.reusedMails()).contains(new ReusedMails(2, "ana (ana)", "ben (ben)"));
    assertThat(summary.reusedMails().orElseThrow().sentence())
        .isEqualTo(
            "2 people get the mail address that another person has today: ana (ana) gets that of"
                + " ben (ben). Did the column slip by a row?");
  }

  @Test
  void theAddressOfALeaverIsToldOnceMore() {
    summary.leaves(mail("ben", "sales@x.example"));
    summary.leaves(mail("cid", null));
    summary.stays(mail("ana", null), mail("ana", "sales@x.example"));
    summary.stays(mail("dan", "dan@x.example"), mail("dan", null));

    assertThat(summary.reusedMails().orElseThrow().sentence())
        .isEqualTo(
            "1 person gets the mail address that another person has today: ana (ana) gets that of"
                + " ben (ben).");
  }

  private static FieldChanges change(ChangedField field, String before, String after) {
    return new FieldChanges(field, 1, List.of(new Change("ana", "Ana", before, after)));
  }

  private static Change given(String id, String right) {
    return new Change(id, id, null, right);
  }

  private static Change taken(String id, String right) {
    return new Change(id, id, right, null);
  }

  private static Person person(String id) {
    return new Person(id, id, null, null, "sales", "Norte", "es", null);
  }

  private static Person named(String name) {
    return new Person("id", name, null, null, "sales", "Norte", "es", null);
  }

  private static Person mail(String id, String mail) {
    return new Person(id, id, mail, null, "sales", "Norte", "es", null);
  }

  private static Person with(Person person, RecordComponent changed, String value)
      throws ReflectiveOperationException {
    var components = Person.class.getRecordComponents();
    var values = new Object[components.length];
    for (var i = 0; i < components.length; i++) {
      values[i] =
          components[i].getName().equals(changed.getName())
              ? value
              : components[i].getAccessor().invoke(person);
    }
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return Person.class.getDeclaredConstructor(types).newInstance(values);
  }
}
