package com.customerfocus.customercase.introduction;

import java.time.Instant;

/**
 * An introduction of a customer to a contact outside.
 *
 * @param cycle in which run of the case, 1 at first
 * @param contactName of a person, who works for the organization
 * @param language the contact's, {@code en} or {@code es}
 * @param consent how the customer has agreed; null when only the customer was told where to turn
 * @param consentFrom who agreed for the customer, or null
 * @param consentNote what they said, or the reason of an override
 * @param consentAt when it was recorded
 * @param consentBy login of who recorded it
 * @param story what the contact is told of the customer and the need
 * @param takeOverDays working days that the contact has to take over once introduced
 * @param answerDueAt until when the contact says whether they help
 * @param answer the contact's own words, or null
 * @param agreedBy login of the owner who noted the contact's yes; null for the contact's own word
 * @param takeOverDueAt when contact and owner are asked whether the contact took over, or null
 * @param askedAt when the contact was asked that, or null
 * @param confirmedAt when the contact said that they took over, or null
 * @param outcome why nothing came of it, or null
 * @param customersWords with which the customer asked only to be told where to turn, or null
 */
public record Introduction(
    long id,
    long caseId,
    int cycle,
    IntroductionState state,
    String contactName,
    String organization,
    String contactMail,
    String language,
    Consent consent,
    String consentFrom,
    String consentNote,
    Instant consentAt,
    String consentBy,
    String story,
    int takeOverDays,
    Instant briefedAt,
    Instant answerDueAt,
    Instant agreedAt,
    String agreedBy,
    String answer,
    Instant introducedAt,
    Instant takeOverDueAt,
    Instant askedAt,
    Instant confirmedAt,
    Instant lookAt,
    Instant endedAt,
    IntroductionEnd outcome,
    String customersWords) {}
