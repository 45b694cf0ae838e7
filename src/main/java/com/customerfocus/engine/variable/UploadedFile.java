package com.customerfocus.engine.variable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a form's field for a file holds.
 *
 * @param name empty when no file was chosen
 */
public record UploadedFile(String name, byte[] content) {

  private static final UploadedFile NONE = new UploadedFile("", new byte[0]);

  public static UploadedFile in(DelegateExecution execution, Variable<InputStream> field) {
    TypedValue value = execution.getVariableTyped(field.name());
    if (!(value instanceof FileValue file) || file.getValue() == null) {
      return NONE;
    }
    try (var content = file.getValue()) {
      return new UploadedFile(file.getFilename(), content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
