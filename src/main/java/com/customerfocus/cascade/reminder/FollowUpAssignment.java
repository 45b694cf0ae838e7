package com.customerfocus.cascade.reminder;

import java.time.Instant;

/**
 * A team of which some are still pending although they were reminded.
 *
 * @param title title of the memo, in the manager's language if it was written in it
 * @param managerId employee id of their manager
 * @param followUpBy until when the manager is to see to it
 */
public record FollowUpAssignment(
    long briefingId, String title, String managerId, Instant followUpBy) {}
