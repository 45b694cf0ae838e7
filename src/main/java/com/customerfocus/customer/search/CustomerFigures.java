package com.customerfocus.customer.search;

import java.util.Map;

/**
 * How many customers there are; no figure names one.
 *
 * @param customers all on file
 * @param byLanguage by the language they are written to in
 * @param byTier by tier; those without one under {@code none}
 * @param byContact by what they chose
 * @param byPost who chose to be written to on paper
 * @param outOfReach whose address on file does not work
 * @param withoutMail without a mail address
 */
public record CustomerFigures(
    long customers,
    Map<String, Long> byLanguage,
    Map<String, Long> byTier,
    Map<String, Long> byContact,
    long byPost,
    long outOfReach,
    long withoutMail) {}
