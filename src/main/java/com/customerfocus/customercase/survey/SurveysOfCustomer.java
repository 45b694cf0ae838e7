package com.customerfocus.customercase.survey;

import com.customerfocus.customer.CustomerDataHolder;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a customer answered after cases. */
@Component
class SurveysOfCustomer implements CustomerDataHolder {

  private final Surveys surveys;

  SurveysOfCustomer(Surveys surveys) {
    this.surveys = surveys;
  }

  @Override
  public String part() {
    return "case-surveys";
  }

  @Override
  public List<Survey> export(Subject customer) {
    return surveys.ofCustomer(customer.id());
  }

  @Override
  public void remove(Subject customer) {
    surveys.removeWords(customer.id());
  }
}
