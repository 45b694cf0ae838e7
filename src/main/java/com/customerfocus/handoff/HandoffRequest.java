package com.customerfocus.handoff;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a department asks of another one, as entered.
 *
 * @param partner id or name of the department
 * @param customer reference of the customer, or null
 * @param need what is needed; its first line names the tasks
 * @param tried what was tried so far, or null
 * @param told what the customer was told, or null
 * @param doneWhen what done looks like
 * @param wished ISO 8601 day or local time, such as 2026-03-02T16:00, on the clock of the partner
 * @param priority a {@link Priority}; null for NORMAL
 * @param parent number of the handoff for a part of which it is asked, or null
 */
public record HandoffRequest(
    String partner,
    @Size(max = 64, message = "refusal.handoff.customer-too-long") String customer,
    @NotBlank(message = "refusal.handoff.need")
        @Size(max = 4_000, message = "refusal.handoff.need-too-long")
        String need,
    @Size(max = 4_000, message = "refusal.handoff.tried-too-long") String tried,
    @Size(max = 4_000, message = "refusal.handoff.told-too-long") String told,
    @NotBlank(message = "refusal.handoff.done")
        @Size(max = 4_000, message = "refusal.handoff.done-too-long")
        String doneWhen,
    String wished,
    String priority,
    Long parent) {}
