package com.customerfocus.customercase.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.customercase.introduction.IntroductionRules.Due;
import com.customerfocus.support.InvalidInputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is due of an introduction, what can be done, and what a contact may read. */
class IntroductionRulesTests {

  private static final Instant LOOK = Instant.parse("2026-03-05T09:00:00Z");

  @ParameterizedTest(name = "{0}, asked {1}, confirmed {2}, at {3}: {4}")
  @CsvSource({
    "BRIEFED,    false, false, 2026-03-05T08:59:59Z, NOTHING",
    "BRIEFED,    false, false, 2026-03-05T09:00:00Z, NO_ANSWER",
    "AGREED,     false, false, 2026-03-09T09:00:00Z, NOTHING",
    "INTRODUCED, false, false, 2026-03-05T08:59:59Z, NOTHING",
    "INTRODUCED, false, false, 2026-03-05T09:00:00Z, ASK",
    "INTRODUCED, true,  false, 2026-03-05T09:00:00Z, NOT_CONFIRMED",
    "INTRODUCED, true,  true,  2026-03-05T09:00:00Z, NOTHING",
    "TOOK_OVER,  true,  false, 2026-03-05T09:00:00Z, NOTHING",
    "FAILED,     true,  false, 2026-03-05T09:00:00Z, NOTHING",
    "COLD,       false, false, 2026-03-05T09:00:00Z, NOTHING",
  })
  void whatIsDue(
      IntroductionState state, boolean asked, boolean confirmed, Instant now, Due expected) {
    assertThat(IntroductionRules.due(introduction(state, asked, confirmed, LOOK), now))
        .isEqualTo(expected);
  }

  @Test
  void nothingIsDueWithoutAMomentToLookAt() {
    assertThat(
            IntroductionRules.due(
                introduction(IntroductionState.BRIEFED, false, false, null), LOOK.plusSeconds(1)))
        .isEqualTo(Due.NOTHING);
  }

  private static Introduction introduction(
      IntroductionState state, boolean asked, boolean confirmed, Instant lookAt) {
    return new Introduction(
        1,
        2,
        1,
        state,
        "Pablo Ríos",
        "Banco del Sur",
        "rios@bank.example",
        "es",
        Consent.CALL,
        null,
        "Yes, do.",
        LOOK,
        "oscar",
        "She paid twice.",
        5,
        LOOK,
        LOOK,
        null,
        null,
        null,
        null,
        null,
        asked ? LOOK : null,
        confirmed ? LOOK : null,
        lookAt,
        null,
        null,
        null);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      nullValues = "none",
      value = {
        "none,       BRIEF COLD LOOK_AGAIN",
        "BRIEFED,    NOTE_YES NOTE_NO LOOK_AGAIN",
        "AGREED,     NOTE_NO INTRODUCE LOOK_AGAIN",
        "INTRODUCED, TOOK_OVER NOT_TAKEN_OVER",
        "TOOK_OVER,  ''",
        "FAILED,     ''",
        "COLD,       ''",
      })
  void whatTheOwnerCanDo(IntroductionState state, String steps) {
    assertThat(IntroductionStep.possibleIn(state).stream().map(Enum::name).toList())
        .isEqualTo(steps.isEmpty() ? List.of() : Arrays.asList(steps.split(" ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Her page is http://focus.example/case/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "https://FOCUS.example/anything",
        "The code is AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA_",
        "Write to reply+abc@focus.example",
      })
  void aContactGetsNoLinkAndNoCode(String text) {
    assertThat(IntroductionRules.holdsLink(text, "focus.example")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "She paid twice, to account ES91 2100 0418 4502 0005 1332.",
        "To account ES9121000418450200051332",
        "Her bank is at https://bank.example/branches",
        "Write to luz@example.org or call +34 600 000 000",
      })
  void otherTextsAreLeftAlone(String text) {
    assertThat(IntroductionRules.holdsLink(text, "focus.example")).isFalse();
    assertThat(IntroductionRules.holdsLink(null, "focus.example")).isFalse();
  }

  @ParameterizedTest(name = "{0}, \"{1}\": {2}")
  @CsvSource(
      nullValues = "none",
      value = {
        "none,     Yes do tell him,  refusal.introduction.consent",
        "WHATEVER, Yes do tell him,  refusal.introduction.consent",
        "CALL,     none,             refusal.introduction.consent-note",
        "CALL,     Yes,              refusal.introduction.consent-note",
        "OVERRIDE, none,             refusal.introduction.override",
        "OVERRIDE, Urgent,           refusal.introduction.override",
        "MEETING,  Yes do tell him,  none",
        "OVERRIDE, Her life depends on it, none",
      })
  void consentHasItsWordsAndAnOverrideItsReason(String consent, String note, String refusal) {
    var word =
        new IntroductionWord(
            "BRIEF", null, null, null, null, consent, null, note, null, null, null, null, null,
            null, null, null);

    if (refusal == null) {
      assertThat(word.agreed()).isEqualTo(note);
    } else {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(word::agreed)
          .satisfies(it -> assertThat(it.sentences().get(0).getCode()).isEqualTo(refusal));
    }
  }
}
