package com.customerfocus.engine.decision;

import com.customerfocus.support.Sentence;
import java.util.List;
import java.util.Optional;

/**
 * A decision table that process owners may replace. A capability brings it as a bean, with what it
 * knows of its values.
 */
public interface UploadableTable {

  /** The decision's id. */
  String key();

  List<TableColumn> inputs();

  /** One of them is {@link DecisionTable#ROW}. */
  List<TableColumn> outputs();

  /** For the values of one table. */
  ValueCheck check();

  /** Says what is wrong with a value. */
  interface ValueCheck {

    /**
     * What is wrong; empty when nothing is.
     *
     * @param column its name
     * @param value of an output, or one of those that an input cell names
     */
    Optional<Sentence> fault(String column, String value);
  }
}
