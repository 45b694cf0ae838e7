package com.customerfocus.customercase.survey;

import com.customerfocus.customercase.survey.SurveyAnswers.ChooseAgain;
import com.customerfocus.customercase.survey.SurveyAnswers.Courtesy;
import java.time.Instant;

/**
 * Questions after a case, and what the customer answered.
 *
 * @param askedAt when the mail server accepted the mail; null before, and where there was none
 * @param toOwner whether the customer's mail address was the owner's own
 * @param answeredAt when the customer last answered, or null
 */
record Survey(
    long id,
    long caseId,
    long customerId,
    int cycle,
    Instant askedAt,
    boolean toOwner,
    Instant answeredAt,
    Integer satisfaction,
    Integer recommend,
    ChooseAgain chooseAgain,
    Courtesy courtesy,
    String helped) {

  /** What the customer answered. */
  public SurveyAnswers answers() {
    return new SurveyAnswers(satisfaction, recommend, chooseAgain, courtesy, helped);
  }
}
