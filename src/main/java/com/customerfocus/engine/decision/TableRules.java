package com.customerfocus.engine.decision;

import com.customerfocus.support.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds for each table that people may replace, besides its form. */
public final class TableRules {

  private static final int LONGEST_NAME = 80;

  private final DecisionTable table;
  private final UploadableTable expected;
  private final List<Sentence> faults = new ArrayList<>();

  private TableRules(DecisionTable table, UploadableTable expected) {
    this.table = table;
    this.expected = expected;
  }

  /** What is wrong with the table, a sentence each; empty when nothing is. */
  public static List<Sentence> faults(DecisionTable table, UploadableTable expected) {
    var rules = new TableRules(table, expected);
    rules.checkKeyAndColumns();
    if (rules.faults.isEmpty()) {
      rules.checkNames();
      rules.checkValues();
      rules.checkDefault();
      rules.checkThatEachRowIsReached();
    }
    return rules.faults;
  }

  private void checkKeyAndColumns() {
    if (!table.key().equals(expected.key())) {
      fault("refusal.table.key", table.key(), expected.key());
    }
    checkColumns("refusal.table.inputs", table.inputs(), expected.inputs());
    checkColumns("refusal.table.outputs", table.outputs(), expected.outputs());
  }

  private void checkColumns(String key, List<TableColumn> found, List<TableColumn> wanted) {
    var same = found.size() == wanted.size();
    for (var i = 0; same && i < wanted.size(); i++) {
      same = found.get(i).isLike(wanted.get(i));
    }
    if (!same) {
      fault(key, names(wanted), names(found));
    }
  }

  private static String names(List<TableColumn> columns) {
    return String.join(", ", columns.stream().map(TableColumn::toString).toList());
  }

  private void checkNames() {
    var rows = new HashMap<String, Integer>();
    for (var row : table.rows()) {
      var name = table.output(row, DecisionTable.ROW);
      var other = rows.putIfAbsent(name, row.number());
      if (other != null) {
        fault("refusal.table.same-name", row.number(), other, name);
      }
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        fault("refusal.table.name", row.number(), LONGEST_NAME);
      }
    }
  }

  private void checkValues() {
    var check = expected.check();
    // The same unknown department in fifty rows is one query at most, and one sentence a row.
    Map<String, Set<String>> right = new HashMap<>();
    for (var row : table.rows()) {
      for (var i = 0; i < table.inputs().size(); i++) {
        for (var value : row.inputs().get(i).values().stream().sorted().toList()) {
          checkValue(row, expected.inputs().get(i), table.inputs().get(i), value, check, right);
        }
      }
      for (var i = 0; i < table.outputs().size(); i++) {
        var value = row.outputs().get(i);
        checkValue(row, expected.outputs().get(i), table.outputs().get(i), value, check, right);
      }
    }
  }

  private void checkValue(
      TableRow row,
      TableColumn rule,
      TableColumn column,
      String value,
      UploadableTable.ValueCheck check,
      Map<String, Set<String>> right) {
    if (!rule.values().isEmpty() && !rule.values().contains(value)) {
      fault(
          "refusal.table.not-one-of",
          row.number(),
          column.label(),
          value,
          String.join(", ", rule.values()));
      return;
    }
    var known = right.computeIfAbsent(column.name(), name -> new HashSet<>());
    if (known.contains(value)) {
      return;
    }
    var fault = check.fault(column.name(), value);
    if (fault.isEmpty()) {
      known.add(value);
    } else {
      fault("refusal.table.value", row.number(), column.label(), fault.get());
    }
  }

  private void checkDefault() {
    if (table.rows().isEmpty() || !table.rows().get(table.rows().size() - 1).isDefault()) {
      fault("refusal.table.no-default");
    }
  }

  /** Each row as what it accepts of what no row before it accepts. */
  private void checkThatEachRowIsReached() {
    for (var row : table.rows()) {
      var left = List.of(known(row.inputs()));
      if (left.get(0).stream().anyMatch(ValueSet::isEmpty)) {
        fault("refusal.table.fits-nothing", row.number(), table.output(row, DecisionTable.ROW));
        continue;
      }
      for (var earlier : table.rows().subList(0, row.number() - 1)) {
        left = left.stream().flatMap(box -> except(box, earlier.inputs()).stream()).toList();
        if (left.isEmpty()) {
          fault(
              "refusal.table.unreachable",
              row.number(),
              table.output(row, DecisionTable.ROW),
              earlier.number());
          break;
        }
      }
    }
  }

  /** The cells without values that never occur. */
  private List<ValueSet> known(List<ValueSet> cells) {
    var known = new ArrayList<ValueSet>();
    for (var i = 0; i < cells.size(); i++) {
      var values = expected.inputs().get(i).values();
      known.add(values.isEmpty() ? cells.get(i) : cells.get(i).and(ValueSet.only(values)));
    }
    return known;
  }

  /** What the first cells accept and the second do not, in parts without overlap. */
  private static List<List<ValueSet>> except(List<ValueSet> cells, List<ValueSet> others) {
    var parts = new ArrayList<List<ValueSet>>();
    var common = new ArrayList<>(cells);
    for (var i = 0; i < cells.size(); i++) {
      var rest = cells.get(i).except(others.get(i));
      if (!rest.isEmpty()) {
        var part = new ArrayList<>(common);
        part.set(i, rest);
        parts.add(part);
      }
      common.set(i, cells.get(i).and(others.get(i)));
      if (common.get(i).isEmpty()) {
        return List.of(cells);
      }
    }
    return parts;
  }

  private void fault(String key, Object... arguments) {
    faults.add(new Sentence(key, arguments));
  }
}
