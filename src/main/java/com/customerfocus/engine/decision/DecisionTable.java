package com.customerfocus.engine.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A decision table of which the first row that fits counts. Its cells are texts only, so that it is
 * understood without the engine; the engine decides alike.
 *
 * @param key the decision's id
 */
public record DecisionTable(
    String key,
    String name,
    List<TableColumn> inputs,
    List<TableColumn> outputs,
    List<TableRow> rows) {

  /** The output that names each row, for people and records. */
  public static final String ROW = "row";

  public DecisionTable {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    rows = List.copyOf(rows);
  }

  /**
   * The first row that fits; empty when there is none.
   *
   * @param values by the names of the inputs; one that is missing is null
   */
  public Optional<TableRow> decide(Map<String, String> values) {
    return rows.stream()
        .filter(
            row ->
                IntStream.range(0, inputs.size())
                    .allMatch(i -> row.inputs().get(i).accepts(values.get(inputs.get(i).name()))))
        .findFirst();
  }

  /**
   * The value of one output of a row.
   *
   * @throws IllegalArgumentException when the table has no such output
   */
  public String output(TableRow row, String name) {
    return row.outputs().get(position(name));
  }

  private int position(String output) {
    return IntStream.range(0, outputs.size())
        .filter(i -> outputs.get(i).name().equals(output))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(key + " has no output " + output));
  }
}
