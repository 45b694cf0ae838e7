package com.customerfocus.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Permissions for duties of one person or one group. */
class ActorTests {

  @ParameterizedTest(name = "{0} (for {2}, groups {1}, given {3}) does what is {4}''s: {5}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          ana, managers,      -,   false, ana,     true
          ana, managers,      -,   false, ben,     false
          ana, managers,      -,   false, ben ana, true
          ana, managers,      ben, false, ben,     true
          ana, managers,      ben, false, cid,     false
          ana, managers,      -,   true,  ben,     true
          ana, camunda-admin, -,   false, ben,     true
          ana, managers,      -,   false, -,       false
          ana, managers,      -,   false, Ana,     false
          """)
  void whatIsOnePersonsToDo(
      String id, String group, String actsFor, boolean given, String inCharge, boolean may) {
    var actor = new Actor(id, Set.of(group), actsFor, Set.of(), given);
    var people = inCharge == null ? new String[] {null} : inCharge.split(" ");

    assertThat(actor.mayActFor(people)).isEqualTo(may);
  }

  @ParameterizedTest(name = "{0} (for one of {1}, given {2}) does what is the group''s: {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          communications, -,              false, true
          managers,       -,              false, false
          managers,       communications, false, true
          managers,       managers,       false, false
          managers,       -,              true,  true
          camunda-admin,  -,              false, true
          """)
  void whatIsAGroupsToDo(String group, String actsForOneOf, boolean given, boolean may) {
    var actsFor = actsForOneOf == null ? null : "ben";
    var groupsOfBen = actsForOneOf == null ? Set.<String>of() : Set.of(actsForOneOf);
    var actor = new Actor("ana", Set.of(group), actsFor, groupsOfBen, given);

    assertThat(actor.mayActAsMemberOf(Groups.COMMUNICATIONS)).isEqualTo(may);
  }

  @Test
  void aRefusalSaysWhatIsNotTheirs() {
    var ana = Actor.of("ana", Groups.MANAGERS);

    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> ana.mustActFor("This is Ben's.", "ben"))
        .withMessage("This is Ben's.");
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> ana.mustActAsMemberOf(Groups.COMMUNICATIONS, "Only the group."))
        .withMessage("Only the group.");
    assertThatCode(() -> ana.mustActFor("", "ana")).doesNotThrowAnyException();
  }
}
