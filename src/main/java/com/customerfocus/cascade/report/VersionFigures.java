package com.customerfocus.cascade.report;

import com.customerfocus.cascade.MemoVersion;

/**
 * One published version of a memo and how many confirmed it.
 *
 * @param briefed how many were recorded present when it was briefed, and have not said so
 *     themselves
 * @param acknowledged how many have said so themselves
 */
public record VersionFigures(MemoVersion version, long briefed, long acknowledged) {}
