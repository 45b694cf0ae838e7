package com.customerfocus.promise;

import java.time.Instant;

/**
 * A promise to be made.
 *
 * @param madeBy employee id of the promiser
 * @param what at most 2,000 characters
 * @param due until when, see {@code PersonalDueDates}
 */
public record NewPromise(
    String madeBy, Party madeTo, String what, Instant due, PromiseSource source) {}
