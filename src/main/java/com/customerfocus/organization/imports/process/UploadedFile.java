package com.customerfocus.organization.imports.process;

import static com.customerfocus.organization.imports.process.OrganizationImportProcess.FILE;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * What a form's field for a file holds.
 *
 * @param name empty when no file was chosen
 */
record UploadedFile(String name, byte[] content) {

  private static final UploadedFile NONE = new UploadedFile("", new byte[0]);

  static UploadedFile in(DelegateExecution execution) {
    TypedValue value = execution.getVariableTyped(FILE.name());
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
