package com.customerfocus.decision.web;

import com.customerfocus.decision.TableVersion;
import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.TableRow;
import com.customerfocus.support.ReaderLanguage;
import com.customerfocus.support.Sentence;
import java.util.List;
import java.util.Locale;

/**
 * A table for the page, in the reader's language.
 *
 * @param versions newest first; the first is the current one. Null in a preview
 */
record ShownTable(
    String key,
    String name,
    List<String> inputs,
    List<String> outputs,
    List<TableRow> rows,
    List<TableVersion> versions) {

  static ShownTable of(DecisionTable table, List<TableVersion> versions) {
    return new ShownTable(
        table.key(),
        table.name(),
        headlines(table.inputs()),
        headlines(table.outputs()),
        table.rows(),
        versions);
  }

  /** As the file calls them, where the reader reads English; else by their names. */
  private static List<String> headlines(List<TableColumn> columns) {
    var language = ReaderLanguage.current();
    return columns.stream()
        .map(column -> language.equals(Locale.ENGLISH) ? column.label() : words(column, language))
        .toList();
  }

  private static String words(TableColumn column, Locale language) {
    var key = "decision.column." + column.name();
    var words = new Sentence(key).in(language);
    return words.equals(key) ? column.label() : words;
  }
}
