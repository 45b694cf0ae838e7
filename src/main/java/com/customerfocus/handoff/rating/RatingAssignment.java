package com.customerfocus.handoff.rating;

import java.time.Instant;

/**
 * A rating for a person's task.
 *
 * @param personId employee id of the person who is asked
 * @param subject customer, need and the other department
 * @param due until when it can be answered
 */
public record RatingAssignment(long ratingId, String personId, String subject, Instant due) {}
