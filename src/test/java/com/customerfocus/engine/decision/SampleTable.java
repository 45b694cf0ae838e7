package com.customerfocus.engine.decision;

import com.customerfocus.support.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The price of a lunch: a table of another trade. Prices are digits, sizes are S and L. */
class SampleTable implements UploadableTable {

  static String xml() {
    try {
      return Files.readString(Path.of("src/test/resources/models/lunch-price.dmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String key() {
    return "lunch-price";
  }

  @Override
  public List<TableColumn> inputs() {
    return List.of(TableColumn.of("dish"), TableColumn.of("size", List.of("S", "L")));
  }

  @Override
  public List<TableColumn> outputs() {
    return List.of(TableColumn.of(DecisionTable.ROW), TableColumn.of("price"));
  }

  @Override
  public ValueCheck check() {
    return (column, value) ->
        column.equals("price") && !value.matches("[0-9]+")
            ? Optional.of(new Sentence("\"%s\" is no price.".formatted(value)))
            : Optional.empty();
  }
}
