package com.customerfocus.handoff.process;

import com.customerfocus.engine.variable.UploadedFile;
import com.customerfocus.handoff.RequestService.NewFile;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The files of a form. */
final class RequestFiles {

  private RequestFiles() {}

  /** Those that were chosen. */
  static List<NewFile> in(DelegateExecution execution) {
    return PartnerHandoffProcess.FILES.stream()
        .map(field -> UploadedFile.in(execution, field))
        .filter(file -> !file.name().isEmpty())
        .map(file -> new NewFile(file.name(), file.content()))
        .toList();
  }
}
