package com.customerfocus.organization.imports;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever starts the program what is wrong with the organization file, line by line. */
class ImportAtStartFailureAnalyzer extends AbstractFailureAnalyzer<ImportAtStart.Failed> {

  @Override
  protected FailureAnalysis analyze(Throwable root, ImportAtStart.Failed failed) {
    return new FailureAnalysis(
        failed.getMessage(),
        "Correct the file, or the setting customer-focus.organization.file that names it, and start"
            + " the program again.",
        failed);
  }
}
