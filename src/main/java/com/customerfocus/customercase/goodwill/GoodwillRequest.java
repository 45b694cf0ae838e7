package com.customerfocus.customercase.goodwill;

import com.customerfocus.support.Filled;
import jakarta.validation.constraints.Size;

/**
 * Goodwill to be offered, as entered.
 *
 * @param caseNumber number of the case
 * @param kind a {@link GoodwillKind}
 * @param amount such as {@code 49.50}, in the currency of the settings
 * @param reason for us alone
 */
public record GoodwillRequest(
    String caseNumber,
    String kind,
    String amount,
    @Filled(message = "refusal.goodwill.reason")
        @Size(max = 1_000, message = "refusal.goodwill.too-long")
        String reason) {}
