package com.customerfocus.customercase.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.Comfort;
import com.customerfocus.customercase.survey.SurveyAnswers.ChooseAgain;
import com.customerfocus.customercase.survey.SurveyAnswers.Courtesy;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers after a case: what is one, and what is none. */
class SurveyAnswersTests {

  @Test
  void zeroIsAnAnswer() {
    var answers = SurveyAnswers.of("", "0", "", "", "").orElseThrow();

    assertThat(answers.recommend()).isZero();
    assertThat(answers.areEmpty()).isFalse();
  }

  @Test
  void whatIsMissingOrBlankIsNoAnswer() {
    assertThat(SurveyAnswers.of(null, "", " ", null, "\n").orElseThrow())
        .isEqualTo(new SurveyAnswers(null, null, null, null, null))
        .matches(SurveyAnswers::areEmpty);
  }

  @Test
  void eachIsOptional() {
    assertThat(SurveyAnswers.of("5", "", "NOT_SURE", "PARTLY", " A call. "))
        .contains(new SurveyAnswers(5, null, ChooseAgain.NOT_SURE, Courtesy.PARTLY, "A call."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.5", "11", "-1", "1e1", "٣", "ten", "010"})
  void whatIsNotOnTheScaleIsRefused(String sent) {
    assertThat(SurveyAnswers.of("", sent, "", "", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,,", "6,,", ",MAYBE,", ",,SOMETIMES"})
  void noOtherChoiceIsAnAnswer(String satisfaction, String again, String courtesy) {
    assertThat(SurveyAnswers.of(satisfaction, "", again, courtesy, "")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Comfort.class)
  void aCustomerWhoDidNotAnswerThreeTimesIsNotAskedOnceMore(Comfort comfort) {
    assertThat(SurveyRules.isAsked(comfort)).isEqualTo(comfort != Comfort.UNCONFIRMED);
  }

  @Test
  void theQuestionsComeTwoDaysAfterClosing() {
    assertThat(SurveyRules.askAt(Instant.parse("2026-11-27T10:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-29T10:00:00Z"));
  }
}
