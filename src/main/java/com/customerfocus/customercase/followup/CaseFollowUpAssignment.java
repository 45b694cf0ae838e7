package com.customerfocus.customercase.followup;

import java.time.Instant;

/**
 * A follow-up for the task of an owner.
 *
 * @param personId employee id of the last owner
 * @param title customer and need
 * @param due by when the customer is to be asked
 */
public record CaseFollowUpAssignment(long followUpId, String personId, String title, Instant due) {}
