package com.customerfocus.customercase.news;

/**
 * How soon a customer hears from us, as the table of cadences says at the moment when it is asked.
 *
 * @param cadence from one contact to the next news, in working time such as {@code 2 d}; so are the
 *     others
 * @param timeToAnswer until a message of the customer is answered
 * @param timeToFindOut until the owner finds out what is not known
 * @param rule version and row of the table
 */
public record NewsTargets(String cadence, String timeToAnswer, String timeToFindOut, String rule) {}
