package com.customerfocus.cascade.briefing;

/**
 * A briefing was put on record. Published in that transaction, after receipts and briefing were
 * written: a listener that refuses a part of the report takes everything back.
 *
 * @param by employee id of the manager or substitute who held it
 * @param late whether it was held after its due date
 */
public record BriefingHeld(TeamBriefing briefing, BriefingReport report, String by, boolean late) {}
