package com.customerfocus.access.audit;

import java.time.Instant;

/**
 * Selects audit entries.
 *
 * @param user login that did it, null for all
 * @param from at this moment or later, null for no limit
 * @param until before this moment, null for no limit
 */
public record AuditFilter(String user, Instant from, Instant until) {}
