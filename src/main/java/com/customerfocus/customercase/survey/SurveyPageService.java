package com.customerfocus.customercase.survey;

import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.CaseView;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers see and do on the page of questions after their case. */
@Service
@Transactional
public class SurveyPageService {

  private final Surveys surveys;
  private final CaseView cases;
  private final CustomerContacts customers;
  private final Clock clock;

  SurveyPageService(Surveys surveys, CaseView cases, CustomerContacts customers, Clock clock) {
    this.surveys = surveys;
    this.cases = cases;
    this.customers = customers;
    this.clock = clock;
  }

  /**
   * What a customer sees.
   *
   * @param language {@code en} or {@code es}
   * @param subject the need in short
   * @param isAnswered whether answers are on record, which another answer replaces
   */
  public record SurveyPage(
      String language,
      String customerName,
      String subject,
      boolean isAnswered,
      SurveyAnswers answers) {}

  /** Empty where no customer was asked, or the customer's data were removed. */
  @Transactional(readOnly = true)
  public Optional<SurveyPage> open(long surveyId) {
    return surveys.find(surveyId).filter(it -> it.askedAt() != null).flatMap(this::page);
  }

  private Optional<SurveyPage> page(Survey survey) {
    return Optional.ofNullable(
            customers.find(List.of(survey.customerId())).get(survey.customerId()))
        .flatMap(
            customer ->
                cases
                    .find(survey.caseId())
                    .map(
                        about ->
                            new SurveyPage(
                                customer.language(),
                                customer.name(),
                                about.subject(),
                                survey.answeredAt() != null,
                                survey.answers())));
  }

  /** Records the answers; those given before are replaced. Nothing answered changes nothing. */
  public void answer(long surveyId, SurveyAnswers answers) {
    if (!answers.areEmpty()) {
      surveys.answer(surveyId, answers, clock.instant());
    }
  }
}
