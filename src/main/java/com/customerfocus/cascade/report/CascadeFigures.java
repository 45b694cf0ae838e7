package com.customerfocus.cascade.report;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.receipt.Counts;
import java.time.Instant;
import java.util.Map;

/**
 * How far a cascade has come: in all, and by department (name), heritage company and level (1 = the
 * launcher's own team).
 *
 * @param countedAt when the people were counted; of a large audience up to 10 seconds ago
 */
public record CascadeFigures(
    Cascade cascade,
    Instant countedAt,
    Counts total,
    Map<String, Counts> byDepartment,
    Map<String, Counts> byHeritage,
    Map<Integer, Counts> byLevel) {}
