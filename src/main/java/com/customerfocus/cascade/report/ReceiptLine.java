package com.customerfocus.cascade.report;

import com.customerfocus.cascade.receipt.ReceiptState;
import java.time.Instant;

/**
 * One line of the record who got a memo.
 *
 * @param briefedBy employee id of the manager who briefs this person
 * @param excusedBy employee id of whoever granted the exception, or null
 * @param excuseReason why, or null
 * @param version of the memo that the state speaks of
 */
public record ReceiptLine(
    String personId,
    String name,
    String department,
    String heritage,
    int level,
    String briefedBy,
    ReceiptState state,
    Instant briefedAt,
    Instant acknowledgedAt,
    String excusedBy,
    Instant excusedAt,
    String excuseReason,
    int version) {}
