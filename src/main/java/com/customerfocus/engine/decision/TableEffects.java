package com.customerfocus.engine.decision;

import com.customerfocus.support.Sentence;
import java.util.List;

/**
 * What a decision table has to do with work that runs. What runs keeps the values that it has; a
 * capability brings a bean of this kind where a person may change them to those of a new table.
 */
public interface TableEffects {

  /** The decision's id. */
  String key();

  /**
   * What {@link #apply} would change.
   *
   * @param most lines to return; more are only counted
   */
  Preview preview(DecisionTable table, int most);

  /**
   * Changes what runs to what the table says, in the caller's transaction, which deployed it.
   *
   * @param version of the table
   * @return how many lines of the preview that were
   */
  int apply(DecisionTable table, int version);

  /**
   * @param count of all lines
   * @param lines the first of them
   */
  record Preview(int count, List<Line> lines) {

    public static final Preview NOTHING = new Preview(0, List.of());
  }

  /**
   * One change.
   *
   * @param subject what is changed, as people call it
   * @param change what of it, for people
   */
  record Line(String subject, Sentence change) {}
}
