package com.customerfocus.cascade.receipt;

/** People by what is on record about them; together the audience. */
public record Counts(
    long audience, long pending, long briefed, long acknowledged, long excused, long lapsed) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

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
