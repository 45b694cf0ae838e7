package com.customerfocus.customercase.goodwill;

/**
 * What a manager says about goodwill, as entered.
 *
 * @param decision {@link #APPROVE} or {@link #REFUSE}
 * @param note for the owner; needed to refuse
 */
public record GoodwillApproval(String decision, String note) {

  static final String APPROVE = "APPROVE";
  static final String REFUSE = "REFUSE";
}
