package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.legal.LegalRules.What;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A deadline by law of one case.
 *
 * @param zone of the jurisdiction
 * @param passesAt the first moment that is too late
 * @param reference whether the customer is to be given a reference
 * @param sameLanguage whether the answer is to be in the language in which the customer wrote
 * @param warnedAt when the owner was told that it comes near, or null
 * @param passedAt when the owner was told that it has passed, or null
 * @param answeredAt when the customer had the answer, or null
 * @param endedAt when the case was over or the customer had the answer, or null
 */
record LegalDeadline(
    long id,
    long caseId,
    What what,
    String rule,
    String zone,
    LocalDate lastDay,
    Instant passesAt,
    boolean reference,
    boolean sameLanguage,
    Instant warnedAt,
    Instant passedAt,
    Instant answeredAt,
    Instant endedAt) {}
