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
 * @param outOfReach whom no mail reaches: without address, or with one that does not work
 * @param withoutMail without a mail address
 * @param mailsRefused mails that the contact policy did not let out, by its decision; those under
 *     {@code POST} have to go on paper
 */
public record CustomerFigures(
    long customers,
    Map<String, Long> byLanguage,
    Map<String, Long> byTier,
    Map<String, Long> byContact,
    long byPost,
    long outOfReach,
    long withoutMail,
    Map<String, Long> mailsRefused) {}
