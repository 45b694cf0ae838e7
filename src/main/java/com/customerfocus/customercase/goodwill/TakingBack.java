package com.customerfocus.customercase.goodwill;

/**
 * Goodwill to be taken back, as entered.
 *
 * @param caseNumber number of the case
 * @param note why, for the history of the case; or null
 */
public record TakingBack(String caseNumber, String note) {}
