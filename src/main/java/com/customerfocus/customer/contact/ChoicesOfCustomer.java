package com.customerfocus.customer.contact;

import com.customerfocus.customer.ContactChoices;
import com.customerfocus.customer.CustomerDataHolder;
import org.springframework.stereotype.Component;

/** What a customer has chosen about contact; the choices go with the customer's own row. */
@Component
class ChoicesOfCustomer implements CustomerDataHolder {

  private final ContactChoices choices;

  ChoicesOfCustomer(ContactChoices choices) {
    this.choices = choices;
  }

  @Override
  public String part() {
    return "choices";
  }

  @Override
  public Object export(Subject customer) {
    return choices.all(customer.id());
  }

  @Override
  public void remove(Subject customer) {}
}
