package com.customerfocus.organization.absence;

/**
 * SQL about people who are away at the named parameter {@code :now}. An absence begins and ends
 * with days at the person's site, so that the calendar day there decides.
 */
public final class AwayNow {

  /** Condition that an absence, named {@code away}, holds. */
  public static final String HOLDS =
      "away.from_at <= :now and away.until_at > :now and away.ended_at is null";

  /** Query with the columns {@code person_id} and {@code until_day}, the last day away. */
  public static final String PEOPLE =
      """
      select away.person_id, max(away.until_day) as until_day
        from absence away where %s group by away.person_id"""
          .formatted(HOLDS);

  private AwayNow() {}

  /**
   * Condition that a person is away.
   *
   * @param person column of the employee id
   */
  public static String is(String person) {
    return "exists (select 1 from absence away where away.person_id = %s and %s)"
        .formatted(person, HOLDS);
  }

  /**
   * Expression of the last day of a person's absence, null for a person who is not away.
   *
   * @param person column of the employee id
   */
  public static String untilDay(String person) {
    return "(select max(away.until_day) from absence away where away.person_id = %s and %s)"
        .formatted(person, HOLDS);
  }
}
