package com.customerfocus.organization.absence;

import com.customerfocus.support.Sentence;
import java.time.Instant;
import java.util.List;

/**
 * What came of an {@link AbsenceEntry}.
 *
 * @param outcome {@link #AWAY}, {@link #CORRECT} or {@link #NOTHING}
 * @param absenceId the absence that is on record, or null
 * @param title who and when, in a few words; null when no absence is on record
 * @param text the same as a sentence, HTML; null when no absence is on record
 * @param until when it is over; null when no absence is on record
 * @param problems what has to be corrected
 */
public record AbsenceReport(
    String outcome,
    Long absenceId,
    String title,
    String text,
    Instant until,
    List<Problem> problems) {

  /** An absence is on record. */
  public static final String AWAY = "away";

  /** Something is wrong with what was typed; what was on record stays. */
  public static final String CORRECT = "correct";

  /** No absence is on record any more, or none was wanted. */
  public static final String NOTHING = "nothing";

  /**
   * @param field the field of the form, as it is labelled there
   * @param what what is wrong and what to do
   */
  public record Problem(String field, String what) {

    /** In the language of the person who typed it. */
    static Problem of(String field, Sentence what) {
      return new Problem(field, what.forReader());
    }

    static Problem of(String field, String key, Object... arguments) {
      return of(field, new Sentence(key, arguments));
    }
  }
}
