package com.customerfocus.deadline.level;

import java.time.Instant;

/**
 * A time in which one party had the ball. The turns of a subject follow each other without gap or
 * overlap, from its beginning to its end.
 *
 * @param holder the party, such as {@code department:billing}
 * @param endedAt null for the present one
 */
public record Turn(String holder, Instant beganAt, Instant endedAt) {}
