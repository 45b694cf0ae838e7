package com.customerfocus.customercase.goodwill;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Goodwill as it stands.
 *
 * @param currency ISO 4217
 * @param reason in the words of the person who offers it
 * @param offeredBy employee id
 * @param exceeded the limit that needs an approval; null when the person granted it alone
 * @param approverId employee id of the manager who is asked, or null
 * @param askedHeight how far the manager is above the owner; 0 when none is asked
 * @param askedAt when that manager was asked, the last time; null when none is asked
 * @param approveBy until when the manager decides, or null
 * @param decidedBy login of the person who decided, or null
 * @param note what that person wrote, or null
 */
public record Goodwill(
    long id,
    long caseId,
    long customerId,
    GoodwillKind kind,
    BigDecimal amount,
    String currency,
    String reason,
    GoodwillState state,
    String offeredBy,
    String offeredByName,
    Instant offeredAt,
    String exceeded,
    String approverId,
    String approverName,
    int askedHeight,
    Instant askedAt,
    Instant approveBy,
    String decidedBy,
    String decidedByName,
    Instant decidedAt,
    String note) {

  /** Amount and currency, such as {@code 49.00 EUR}. */
  public String sum() {
    return "%s %s".formatted(amount.toPlainString(), currency);
  }
}
