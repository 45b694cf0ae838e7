package com.customerfocus.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.customerfocus.promise.PromiseRules.Step;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transitions of a promise due on Friday, 13 March 2026, at 16:00 UTC. */
class PromiseRulesTests {

  private static final Instant DUE = Instant.parse("2026-03-13T16:00:00Z");
  private static final String WORD = "They said that Monday is fine, too.";

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    // state, when, what is said, what is put on record, state from then on
    "OPEN,         in time, kept,         KEPT,         KEPT",
    "OPEN,         in time, confirmed,    CONFIRMED,    OPEN",
    "OPEN,         in time, renegotiated, RENEGOTIATED, RENEGOTIATED",
    "OPEN,         in time, withdrawn,    WITHDRAWN,    WITHDRAWN",
    "OPEN,         at due,  kept,         LATE,         OPEN",
    "OPEN,         at due,  broken,       BROKEN,       BROKEN",
    "OPEN,         late,    kept,         LATE,         OPEN",
    "OPEN,         late,    broken,       BROKEN,       BROKEN",
    "RENEGOTIATED, in time, kept,         KEPT,         KEPT",
    "RENEGOTIATED, in time, confirmed,    CONFIRMED,    RENEGOTIATED",
    "RENEGOTIATED, in time, renegotiated, RENEGOTIATED, RENEGOTIATED",
    "RENEGOTIATED, in time, withdrawn,    WITHDRAWN,    WITHDRAWN",
    "RENEGOTIATED, late,    broken,       BROKEN,       BROKEN",
    "BROKEN,       late,    kept,         LATE,         BROKEN",
    "BROKEN,       in time, kept,         LATE,         BROKEN",
    "BROKEN,       late,    reviewed,     REVIEWED,     BROKEN",
  })
  void theRulesLetThrough(
      PromiseState state, String when, String said, PromiseEvent.Kind kind, PromiseState after) {
    var step = say(said, promise(state), at(when), WORD);

    assertThat(step.kind()).isEqualTo(kind);
    assertThat(step.state()).isEqualTo(after);
    assertThat(step.due())
        .isEqualTo(kind == PromiseEvent.Kind.RENEGOTIATED ? DUE.plus(Duration.ofDays(3)) : DUE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "OPEN,         at due,  confirmed,    The date of this promise has passed",
    "OPEN,         at due,  renegotiated, The date of this promise has passed",
    "OPEN,         late,    renegotiated, The date of this promise has passed",
    "OPEN,         late,    withdrawn,    The date of this promise has passed",
    "OPEN,         in time, reviewed,     This promise is not broken",
    "RENEGOTIATED, at due,  renegotiated, The date of this promise has passed",
    "BROKEN,       late,    confirmed,    The date of this promise has passed",
    "BROKEN,       late,    renegotiated, The date of this promise has passed",
    "BROKEN,       in time, renegotiated, The date of this promise has passed",
    "BROKEN,       late,    withdrawn,    The date of this promise has passed",
    "KEPT,         in time, kept,         This promise is on record as kept already",
    "KEPT,         late,    kept,         This promise is on record as kept already",
    "KEPT,         in time, confirmed,    This promise is on record as kept already",
    "KEPT,         in time, renegotiated, This promise is on record as kept already",
    "KEPT,         in time, withdrawn,    This promise is on record as kept already",
    "KEPT,         late,    reviewed,     This promise is not broken",
    "WITHDRAWN,    in time, kept,         This promise was withdrawn",
    "WITHDRAWN,    in time, confirmed,    This promise was withdrawn",
    "WITHDRAWN,    in time, renegotiated, This promise was withdrawn",
    "WITHDRAWN,    in time, withdrawn,    This promise was withdrawn",
  })
  void theRulesRefuse(PromiseState state, String when, String said, String answer) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> say(said, promise(state), at(when), WORD))
        .withMessageStartingWith(answer);
  }

  @ParameterizedTest
  @CsvSource({"OPEN, in time", "KEPT, late", "WITHDRAWN, late", "BROKEN, late"})
  void onlyAPromiseWhoseDateHasPassedBreaksAndOnlyOnce(PromiseState state, String when) {
    assertThatIllegalStateException()
        .isThrownBy(() -> say("broken", promise(state), at(when), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-13T16:00:00Z", "2026-03-12T16:00:00Z", "2026-03-01T16:00:00Z"})
  void theNewDateIsLaterThanTheOld(Instant newDue) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> rules(at("in time")).renegotiated(promise(PromiseState.OPEN), newDue, WORD))
        .withMessageContaining("choose a later one");
  }

  @ParameterizedTest
  @CsvSource({
    "kept,         Say in a sentence what has changed",
    "renegotiated, Write down what they said",
    "withdrawn,    Say in a sentence why",
    "reviewed,     Say in a sentence what happens now",
  })
  void aWordIsMoreThanAFewCharacters(String said, String answer) {
    var promise = promise(said.equals("reviewed") ? PromiseState.BROKEN : PromiseState.OPEN);
    for (var note : new String[] {null, "", "  \n ", "ok", "done.", "123456789 "}) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> say(said, promise, at("in time"), note))
          .withMessageContaining(answer);
    }
    assertThat(say(said, promise, at("in time"), " 1234567890 ").note()).isEqualTo("1234567890");
  }

  @Test
  void aWordHasAtMostFourThousandCharacters() {
    var promise = promise(PromiseState.OPEN);

    assertThat(say("kept", promise, at("in time"), "x".repeat(4_000)).note()).hasSize(4_000);
    for (var said : new String[] {"kept", "confirmed", "renegotiated", "withdrawn"}) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> say(said, promise, at("in time"), "x".repeat(10_000)))
          .withMessage("Your text has 10,000 characters; at most 4,000 fit: shorten it.");
    }
  }

  @Test
  void onTrackNeedsNoWord() {
    assertThat(say("confirmed", promise(PromiseState.OPEN), at("in time"), null).note()).isNull();
  }

  // Delivered, and waiting for the promisee's word

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "OPEN,         in time, delivered, DELIVERED, OPEN",
    "RENEGOTIATED, in time, delivered, DELIVERED, RENEGOTIATED",
    "OPEN,         at due,  delivered, LATE,      OPEN",
    "BROKEN,       late,    delivered, LATE,      BROKEN",
  })
  void aDeliveryInTimeWaitsForTheirWordAndALateOneIsOnRecord(
      PromiseState state, String when, String said, PromiseEvent.Kind kind, PromiseState after) {
    var step = say(said, promise(state), at(when), WORD);

    assertThat(step.kind()).isEqualTo(kind);
    assertThat(step.state()).isEqualTo(after);
    assertThat(step.deliveredAt()).isEqualTo(kind == PromiseEvent.Kind.DELIVERED ? at(when) : null);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    // The word may come after the date
    "OPEN,         in time, accepted,  KEPT,      KEPT",
    "OPEN,         late,    accepted,  KEPT,      KEPT",
    "RENEGOTIATED, late,    accepted,  KEPT,      KEPT",
    "OPEN,         in time, returned,  RETURNED,  OPEN",
    "RENEGOTIATED, late,    returned,  RETURNED,  RENEGOTIATED",
    "OPEN,         late,    withdrawn, WITHDRAWN, WITHDRAWN",
    "OPEN,         late,    no longer needed, WITHDRAWN, WITHDRAWN",
  })
  void theirWordDecidesAboutADeliveryInTime(
      PromiseState state, String when, String said, PromiseEvent.Kind kind, PromiseState after) {
    var step = say(said, delivered(state), at(when), WORD);

    assertThat(step.kind()).isEqualTo(kind);
    assertThat(step.state()).isEqualTo(after);
    assertThat(step.due()).isEqualTo(DUE);
    assertThat(step.deliveredAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "kept", "confirmed", "renegotiated", "agreed", "given up"})
  void whatIsDeliveredIsNotPromisedOnceMore(String said) {
    for (var when : new String[] {"in time", "late"}) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> say(said, delivered(PromiseState.OPEN), at(when), WORD))
          .withMessageStartingWith("This was delivered already");
    }
  }

  @Test
  void whatIsDeliveredDoesNotBreak() {
    assertThatIllegalStateException()
        .isThrownBy(() -> say("broken", delivered(PromiseState.OPEN), at("late"), null));
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN,      There is no delivery",
    "BROKEN,    There is no delivery",
    "KEPT,      This promise is on record as kept already",
    "WITHDRAWN, This promise was withdrawn",
  })
  void thereIsNoWordOnWhatIsNotDelivered(PromiseState state, String answer) {
    for (var said : new String[] {"accepted", "returned"}) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> say(said, promise(state), at("in time"), WORD))
          .withMessageStartingWith(answer);
    }
  }

  private static Promise delivered(PromiseState state) {
    return promise(state, DUE.minusSeconds(1));
  }

  private static Step say(String said, Promise promise, Instant now, String note) {
    var rules = rules(now);
    return switch (said) {
      case "delivered" -> rules.delivered(promise);
      case "accepted" -> rules.accepted(promise);
      case "returned" -> rules.returned(promise);
      case "agreed" -> rules.agreed(promise, DUE.plus(Duration.ofDays(3)));
      case "given up" -> rules.givenUp(promise);
      case "no longer needed" -> rules.noLongerNeeded(promise);
      case "kept" -> rules.kept(promise, note);
      case "confirmed" -> rules.confirmed(promise, note);
      case "renegotiated" -> rules.renegotiated(promise, DUE.plus(Duration.ofDays(3)), note);
      case "withdrawn" -> rules.withdrawn(promise, note);
      case "reviewed" -> rules.reviewed(promise, note);
      default -> rules.broken(promise);
    };
  }

  private static PromiseRules rules(Instant now) {
    return new PromiseRules(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Instant at(String when) {
    return switch (when) {
      case "in time" -> DUE.minusSeconds(1);
      case "at due" -> DUE;
      default -> DUE.plus(Duration.ofDays(30));
    };
  }

  private static Promise promise(PromiseState state) {
    return promise(state, null);
  }

  private static Promise promise(PromiseState state, Instant deliveredAt) {
    return new Promise(
        1,
        Party.person("ana"),
        Party.person("boss"),
        "Call back within a day",
        DUE,
        state,
        deliveredAt,
        new PromiseSource("cascade", 1),
        DUE.minus(Duration.ofDays(11)));
  }
}
