package com.customerfocus.customercase.introduction.process;

import com.customerfocus.customercase.introduction.Consent;
import com.customerfocus.customercase.introduction.IntroductionStep;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.support.Sentence;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the form of an introduction shows first: what can be done, and what is on record. */
@Component
class IntroductionFields {

  private final IntroductionView view;

  IntroductionFields(IntroductionView view) {
    this.view = view;
  }

  /**
   * The fields of the form.
   *
   * @param choices the steps to choose from
   * @param consents how the customer can have agreed
   * @param languages of contacts
   * @param ways how the customer is told
   * @param record what is on record of introductions, HTML
   * @param clock on whose clock times are entered, such as {@code Europe/Madrid}
   */
  record Fields(
      List<FormChoice> choices,
      List<FormChoice> consents,
      List<FormChoice> languages,
      List<FormChoice> ways,
      String record,
      String clock,
      String decision,
      String language,
      String way,
      int takeOverDays) {}

  Fields introduction(long caseId) {
    return new Fields(
        IntroductionStep.possibleIn(view.openState(caseId).orElse(null)).stream()
            .map(step -> choice("introduction.choice.", step.name()))
            .toList(),
        Arrays.stream(Consent.values())
            .map(it -> choice("introduction.consent.", it.name()))
            .toList(),
        List.of(choice("introduction.language.", "en"), choice("introduction.language.", "es")),
        List.of(
            choice("case.way.", Contact.Way.MAIL.name()),
            choice("case.way.", Contact.Way.CALL.name())),
        view.html(caseId),
        view.zone(caseId).getId(),
        null,
        "en",
        Contact.Way.MAIL.name(),
        IntroductionView.USUAL_DAYS);
  }

  private static FormChoice choice(String key, String value) {
    return new FormChoice(new Sentence(key + value).inEnglish(), value);
  }
}
