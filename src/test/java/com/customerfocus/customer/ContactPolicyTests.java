package com.customerfocus.customer;

import static com.customerfocus.customer.ContactDecision.CONTACT;
import static com.customerfocus.customer.ContactDecision.NO;
import static com.customerfocus.customer.ContactDecision.OTHER_WAY;
import static com.customerfocus.customer.ContactDecision.POST;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may be contacted for what, row by row. */
class ContactPolicyTests {

  @ParameterizedTest(name = "{0}: {1} / {2} / {3} / {4}")
  @CsvSource({
    // purpose,       normal,  no letters,    no contact,  lost
    "OWN_CASE,        CONTACT, CONTACT,       OWNER_NOTES, NO",
    "LETTER,          CONTACT, NO,            NO,          NO",
    "SURVEY,          CONTACT, CONTACT,       NO,          NO",
    "OFFER,           CONTACT, SHOWN_IN_CASE, NO,          NO",
    "FEEDBACK,        CONTACT, CONTACT,       NO,          NO",
    "IMPROVEMENT,     CONTACT, CONTACT,       NO,          NO",
    "CALL,            CONTACT, CONTACT,       NO,          NO",
    "INTRODUCTION,    CONTACT, CONTACT,       OWNER_NOTES, NO",
    "PROBLEM_NOTICE,  CONTACT, CONTACT,       NO,          NO",
    "LEGAL_ANSWER,    CONTACT, CONTACT,       CONTACT,     CONTACT",
    "THANK_YOU,       NO,      NO,            NO,          NO",
  })
  void theTableHolds(
      ContactPurpose purpose,
      ContactDecision normal,
      ContactDecision noLetters,
      ContactDecision noContact,
      ContactDecision lost) {
    var occasion = ContactOccasion.of(purpose);

    assertThat(decide(ContactChoice.NORMAL, occasion)).isEqualTo(normal);
    assertThat(decide(ContactChoice.NO_LETTERS, occasion)).isEqualTo(noLetters);
    assertThat(decide(ContactChoice.NO_CONTACT, occasion)).isEqualTo(noContact);
    assertThat(decide(ContactChoice.LOST, occasion)).isEqualTo(lost);
  }

  @ParameterizedTest
  @EnumSource(ContactPurpose.class)
  void aCustomerWhoseDataWereRemovedIsNeverContacted(ContactPurpose purpose) {
    assertThat(
            ContactPolicy.decide(
                ContactState.REMOVED, new ContactOccasion(purpose, true, true, true)))
        .isEqualTo(NO);
  }

  @ParameterizedTest
  @EnumSource(names = {"OWN_CASE", "INTRODUCTION"})
  void aLostCustomerHearsOfACaseTheyOpened(ContactPurpose purpose) {
    var opened = new ContactOccasion(purpose, true, false, false);

    assertThat(decide(ContactChoice.LOST, opened)).isEqualTo(CONTACT);
    assertThat(decide(ContactChoice.NO_CONTACT, opened)).isEqualTo(ContactDecision.OWNER_NOTES);
  }

  @ParameterizedTest
  @EnumSource(names = {"NO_CONTACT", "LOST"})
  void aProblemThatConcernsSafetyOrLawIsToldToAll(ContactChoice choice) {
    assertThat(
            decide(choice, new ContactOccasion(ContactPurpose.PROBLEM_NOTICE, false, true, false)))
        .isEqualTo(CONTACT);
  }

  @Test
  void aLostCustomerIsThankedOnceAndOnlyWhenAPersonReleasesIt() {
    var released = new ContactOccasion(ContactPurpose.THANK_YOU, false, false, true);

    assertThat(decide(ContactChoice.LOST, released)).isEqualTo(CONTACT);
    assertThat(
            ContactPolicy.decide(
                new ContactState(ContactChoice.LOST, false, false, false, true), released))
        .isEqualTo(NO);
    assertThat(decide(ContactChoice.NO_CONTACT, released)).isEqualTo(NO);
  }

  /** Only the exceptions of the table are exceptions. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OWN_CASE", "INTRODUCTION", "PROBLEM_NOTICE", "THANK_YOU"})
  void whatExcusesOtherPurposesExcusesNotThisOne(ContactPurpose purpose) {
    for (var choice : ContactChoice.values()) {
      assertThat(decide(choice, new ContactOccasion(purpose, true, true, true)))
          .as("%s", choice)
          .isEqualTo(decide(choice, ContactOccasion.of(purpose)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRefusedIsNotSentInAnotherWay(ContactPurpose purpose) {
    for (var choice : ContactChoice.values()) {
      var decision = decide(choice, ContactOccasion.of(purpose));
      if (decision != CONTACT) {
        assertThat(
                ContactPolicy.decide(
                    new ContactState(choice, true, true, false, false),
                    ContactOccasion.of(purpose)))
            .as("%s", choice)
            .isEqualTo(decision);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CALL", "THANK_YOU"})
  void whatGoesByMailGoesByPostForCustomersWhoChoseThat(ContactPurpose purpose) {
    assertThat(
            ContactPolicy.decide(
                new ContactState(ContactChoice.NORMAL, true, true, false, false),
                ContactOccasion.of(purpose)))
        .isEqualTo(POST);
  }

  @Test
  void anAddressThatDoesNotWorkAsksForAnotherWay() {
    var outOfReach = new ContactState(ContactChoice.NORMAL, false, true, false, false);

    assertThat(ContactPolicy.decide(outOfReach, ContactOccasion.of(ContactPurpose.OWN_CASE)))
        .isEqualTo(OTHER_WAY);
    assertThat(ContactPolicy.decide(outOfReach, ContactOccasion.of(ContactPurpose.CALL)))
        .isEqualTo(CONTACT);
  }

  @Test
  void anAnswerOwedByLawGoesByPostIfSoChosenEvenWithoutContact() {
    assertThat(
            ContactPolicy.decide(
                new ContactState(ContactChoice.NO_CONTACT, true, false, false, false),
                ContactOccasion.of(ContactPurpose.LEGAL_ANSWER)))
        .isEqualTo(POST);
  }

  private static ContactDecision decide(ContactChoice choice, ContactOccasion occasion) {
    return ContactPolicy.decide(ContactState.of(choice), occasion);
  }
}
