package com.customerfocus.cascade.report;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.receipt.ReceiptState;
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
    Map<Integer, Counts> byLevel) {

  /** People by what is on record about them; together the audience. */
  public record Counts(
      long audience, long pending, long briefed, long acknowledged, long excused, long lapsed) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    public static Counts of(ReceiptState state, long people) {
      return new Counts(
          people,
          state == ReceiptState.PENDING ? people : 0,
          state == ReceiptState.BRIEFED ? people : 0,
          state == ReceiptState.ACKNOWLEDGED ? people : 0,
          state == ReceiptState.EXCUSED ? people : 0,
          state == ReceiptState.LAPSED ? people : 0);
    }

    public Counts plus(Counts other) {
      return new Counts(
          audience + other.audience,
          pending + other.pending,
          briefed + other.briefed,
          acknowledged + other.acknowledged,
          excused + other.excused,
          lapsed + other.lapsed);
    }
  }
}
