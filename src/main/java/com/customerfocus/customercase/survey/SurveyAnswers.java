package com.customerfocus.customercase.survey;

import com.customerfocus.support.Texts;
import java.util.Optional;

/**
 * What a customer answered after a case; each may be null, which is no answer and counts nowhere.
 *
 * @param satisfaction 1 to 5, 5 is the best
 * @param recommend 0 to 10; 0 is an answer
 * @param chooseAgain whether the customer would choose us again
 * @param courtesy whether the customer was treated with courtesy
 * @param helped what helped, in the customer's own words
 */
public record SurveyAnswers(
    Integer satisfaction,
    Integer recommend,
    ChooseAgain chooseAgain,
    Courtesy courtesy,
    String helped) {

  /** Maximum characters of the customer's words. */
  public static final int LONGEST = 2_000;

  /** Whether the customer would choose us again; stored by its name. */
  public enum ChooseAgain {
    YES,
    NO,
    NOT_SURE
  }

  /** Whether the customer was treated with courtesy; stored by its name. */
  public enum Courtesy {
    YES,
    PARTLY,
    NO
  }

  /**
   * The answers as a page sends them; empty when one is none of those that can be given. What is
   * missing or blank is no answer.
   */
  public static Optional<SurveyAnswers> of(
      String satisfaction, String recommend, String chooseAgain, String courtesy, String helped) {
    try {
      return Optional.of(
          new SurveyAnswers(
              number(satisfaction, 1, 5),
              number(recommend, 0, 10),
              Texts.isBlank(chooseAgain) ? null : ChooseAgain.valueOf(chooseAgain),
              Texts.isBlank(courtesy) ? null : Courtesy.valueOf(courtesy),
              Texts.stripToNull(helped)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Integer number(String sent, int least, int most) {
    if (Texts.isBlank(sent)) {
      return null;
    }
    if (!sent.matches("\\d{1,2}")) {
      throw new IllegalArgumentException("\"%s\" is no whole number".formatted(sent));
    }
    var number = Integer.valueOf(sent);
    if (number < least || number > most) {
      throw new IllegalArgumentException("%d is not on the scale".formatted(number));
    }
    return number;
  }

  /** Whether nothing was answered. */
  public boolean areEmpty() {
    return satisfaction == null
        && recommend == null
        && chooseAgain == null
        && courtesy == null
        && helped == null;
  }
}
