package com.customerfocus.cascade.report;

import com.customerfocus.cascade.receipt.ReceiptState;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One line of the list of receipts.
 *
 * @param briefedBy employee id of the manager who briefs this person
 * @param excusedBy employee id of the manager who excused the person, or null
 * @param excuseReason the manager's reason, or null
 * @param version of the memo that the state is about
 * @param awayUntil last day of the absence of a person who is away now, or null
 * @param scannerSigns signs that a program acknowledged, such as {@code cross-site no-page}, or
 *     null
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
    int version,
    LocalDate awayUntil,
    String scannerSigns) {}
