package com.customerfocus.handoff.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingWordTests {

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "3,3", "4,4", "5,5", "' 4 ',4"})
  void aScoreIsAWholeNumberFromOneToFive(String entered, int score) {
    assertThat(scored(entered).points()).isEqualTo(score);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "0", "6", "-1", "4.5", "4,5", "4.0", "05", "55", "five", "٣"})
  void anythingElseIsNoScore(String entered) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> scored(entered).points())
        .withMessageContaining("from 1 to 5");
  }

  @Test
  void whereNothingWasEnteredThereIsNoRating() {
    assertThat(new RatingWord(null, " ", "", null).isEmpty()).isTrue();
    assertThat(new RatingWord(null, null, null, "Great!").isEmpty()).isFalse();
    assertThat(scored("0").isEmpty()).isFalse();
  }

  @Test
  void noteAndThanksHaveTheirLimits() {
    var fits = "x".repeat(RatingWord.LONGEST);
    var word = new RatingWord("5", fits, "Lars", fits);
    assertThat(word.remark()).isEqualTo(fits);
    assertThat(word.thanksInWords()).isEqualTo(fits);

    assertRefused(() -> new RatingWord("5", fits + "x", null, null).remark(), "2,001");
    assertRefused(() -> new RatingWord("5", null, "Lars", fits + "x").thanksInWords(), "2,001");
  }

  @Test
  void thanksNeedAPersonAndASentence() {
    assertThat(new RatingWord("5", null, " ", null).thanksInWords()).isNull();
    assertRefused(() -> new RatingWord("5", null, null, "Great!").thanksInWords(), "Name");
    assertRefused(() -> new RatingWord("5", null, "Lars", " ").thanksInWords(), "sentence");
  }

  private static void assertRefused(ThrowingCallable entered, String why) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(entered)
        .withMessageContaining(why);
  }

  private static RatingWord scored(String score) {
    return new RatingWord(score, null, null, null);
  }
}
