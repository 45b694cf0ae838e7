package com.customerfocus.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A valid model, and faulty ones made from it. */
final class Faulty {

  private static final Path LUNCH_ORDER = Path.of("src/test/resources/models/lunch-order.bpmn");

  private Faulty() {}

  static Model faultless() {
    return Model.parse("lunch-order.bpmn", text());
  }

  /** The model with a passage replaced at all places. */
  static Model with(String passage, String replacement) {
    assertThat(text()).contains(passage);
    return Model.parse("lunch-order.bpmn", text().replace(passage, replacement));
  }

  private static String text() {
    try {
      return Files.readString(LUNCH_ORDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
