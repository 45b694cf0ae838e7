package com.customerfocus.customer;

import static com.customerfocus.customer.ContactDecision.CONTACT;
import static com.customerfocus.customer.ContactDecision.NO;
import static com.customerfocus.customer.ContactDecision.OTHER_WAY;
import static com.customerfocus.customer.ContactDecision.OWNER_NOTES;
import static com.customerfocus.customer.ContactDecision.POST;
import static com.customerfocus.customer.ContactDecision.SHOWN_IN_CASE;

/**
 * Who may be contacted for what. Asked at the moment of sending, because a customer may have chosen
 * otherwise since a mail was recorded.
 */
final class ContactPolicy {

  private ContactPolicy() {}

  /** Whether and how this customer is contacted on this occasion. */
  static ContactDecision decide(ContactState customer, ContactOccasion occasion) {
    if (customer.removed()) {
      return NO;
    }
    var decision = byChoice(customer, occasion);
    if (decision != CONTACT || occasion.purpose() == ContactPurpose.CALL) {
      return decision;
    }
    if (customer.byPost()) {
      return POST;
    }
    return customer.outOfReach() ? OTHER_WAY : CONTACT;
  }

  private static ContactDecision byChoice(ContactState customer, ContactOccasion occasion) {
    return switch (occasion.purpose()) {
      case OWN_CASE, INTRODUCTION ->
          switch (customer.choice()) {
            case NORMAL, NO_LETTERS -> CONTACT;
            case NO_CONTACT -> OWNER_NOTES;
            case LOST -> onlyIf(occasion.openedByCustomer());
          };
      case LETTER -> onlyIf(customer.choice() == ContactChoice.NORMAL);
      case OFFER ->
          switch (customer.choice()) {
            case NORMAL -> CONTACT;
            case NO_LETTERS -> SHOWN_IN_CASE;
            case NO_CONTACT, LOST -> NO;
          };
      case SURVEY, FEEDBACK, IMPROVEMENT, CALL -> onlyIf(isOpenToUs(customer));
      case PROBLEM_NOTICE -> onlyIf(isOpenToUs(customer) || occasion.safetyOrLaw());
      case LEGAL_ANSWER -> CONTACT;
      case THANK_YOU ->
          onlyIf(
              customer.choice() == ContactChoice.LOST
                  && occasion.released()
                  && !customer.thanked());
    };
  }

  private static boolean isOpenToUs(ContactState customer) {
    return customer.choice() == ContactChoice.NORMAL
        || customer.choice() == ContactChoice.NO_LETTERS;
  }

  private static ContactDecision onlyIf(boolean allowed) {
    return allowed ? CONTACT : NO;
  }
}
