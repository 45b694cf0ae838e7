package com.customerfocus.customercase;

import com.customerfocus.support.Filled;
import jakarta.validation.constraints.Size;

/**
 * A case to be opened, as entered.
 *
 * @param customer reference of the customer
 * @param kind a {@link CaseKind}; null for OTHER
 * @param need in the customer's own words; its first line names the tasks
 * @param priority a {@link com.customerfocus.handoff.Priority}; null for NORMAL
 */
public record CaseRequest(
    @Filled(message = "refusal.case.customer")
        @Size(max = 64, message = "refusal.case.customer-too-long")
        String customer,
    String kind,
    @Filled(message = "refusal.case.need")
        @Size(max = 4_000, message = "refusal.case.need-too-long")
        String need,
    String priority) {}
