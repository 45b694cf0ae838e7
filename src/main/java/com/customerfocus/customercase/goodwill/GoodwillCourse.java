package com.customerfocus.customercase.goodwill;

import java.time.Instant;

/**
 * How goodwill goes on, as its process needs it.
 *
 * @param title customer, kind and sum, as names of tasks have them
 * @param isWaiting whether a manager has to decide
 * @param approverId employee id of that manager, or null
 * @param approveBy until when, or null; then the next manager up is asked or, at the top, this one
 *     again
 */
public record GoodwillCourse(
    long id, String title, boolean isWaiting, String approverId, Instant approveBy) {}
