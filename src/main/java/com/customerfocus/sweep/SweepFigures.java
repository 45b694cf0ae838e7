package com.customerfocus.sweep;

import java.time.Instant;

/**
 * What this node's last run of a sweep came to.
 *
 * @param lastRun when it began
 * @param millis how long it took
 * @param batches how many it did, the one that failed not counted
 * @param failures how many runs have failed since this node was started
 * @param trouble kind of the failure when this run failed, or null
 */
record SweepFigures(Instant lastRun, long millis, int batches, long failures, String trouble) {}
