package com.customerfocus.models;

import com.customerfocus.engine.decision.DecisionTable;
import com.customerfocus.engine.decision.DecisionTables;
import com.customerfocus.engine.decision.TableColumn;
import com.customerfocus.engine.decision.TableRules;
import com.customerfocus.engine.decision.UploadableTable;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file with a decision table. */
public record Table(String fileName, String xml) {

  private static final String HISTORY = "camunda:historyTimeToLive=\"P365D\"";

  /** The tables in a folder, by name. */
  public static List<Table> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".dmn"))
          .sorted()
          .map(file -> new Table(file.getFileName().toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The decision's id, as the file is called. */
  public String id() {
    return fileName.substring(0, fileName.length() - ".dmn".length());
  }

  /** Violations of the conventions of all tables, as messages. */
  public List<String> faults() {
    var faults = new ArrayList<String>();
    if (!Names.isKebab(id())) {
      faults.add("%s is not written in kebab-case".formatted(id()));
    }
    if (!xml.contains(HISTORY)) {
      faults.add("%s has no %s".formatted(id(), HISTORY));
    }
    if (!xml.contains("<dmndi:DMNShape") || !xml.contains("dmnElementRef=\"%s\"".formatted(id()))) {
      faults.add("%s has no drawing".formatted(id()));
    }
    try {
      TableRules.faults(DecisionTables.read(xml), new Likewise(id(), DecisionTables.read(xml)))
          .stream()
          .map(Sentence::inEnglish)
          .forEach(faults::add);
    } catch (InvalidInputException e) {
      faults.add(e.getMessage());
    }
    return faults;
  }

  /** Expects the columns that the table has, and any values. */
  private record Likewise(String key, DecisionTable table) implements UploadableTable {

    @Override
    public List<TableColumn> inputs() {
      return table.inputs();
    }

    @Override
    public List<TableColumn> outputs() {
      return table.outputs();
    }

    @Override
    public ValueCheck check() {
      return (column, value) -> Optional.empty();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name, for test reports. */
  @Override
  public String toString() {
    return fileName;
  }
}
