package com.customerfocus.customercase.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an owner enters who offers a case, and what the colleague answers. */
class OfferEntryTests {

  @ParameterizedTest
  @EnumSource(OfferReason.class)
  void eachReasonCanBeChosen(OfferReason reason) {
    assertThat(new OfferEntry("1", "luis", reason.name(), "x").why()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"null", "''", "NONE"},
      nullValues = "null")
  void anOfferHasAReason(String reason) {
    refused("refusal.ownership.reason", () -> new OfferEntry("1", "luis", reason, "x").why());
  }

  @Test
  void anOfferSaysWhatTheColleagueShouldKnow() {
    refused("refusal.ownership.note", () -> new OfferEntry("1", "luis", "OTHER", " ok ").words());
  }

  @Test
  void onlyTheOneWhoDeclinesHasToSayWhy() {
    assertThat(new OfferAnswer("ACCEPT", null).words()).isNull();
    refused("refusal.ownership.why-declined", () -> new OfferAnswer("DECLINE", "no").words());
    refused("refusal.case.decision", () -> new OfferAnswer(null, "no").words());
  }

  private static void refused(String key, Runnable action) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(action::run)
        .satisfies(it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(key));
  }
}
