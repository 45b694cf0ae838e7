package com.customerfocus.organization.imports.process;

import com.customerfocus.engine.variable.Variable;
import com.customerfocus.organization.imports.ImportPreview;
import java.io.InputStream;

/** Every id and name of {@code processes/organization-import.bpmn}. */
public final class OrganizationImportProcess {

  public static final String KEY = "organization-import";

  static final String FILE_CHOSEN = "fileChosen";
  static final String RECORD_FILE = "recordFile";
  static final String CHECK_FILE = "checkFile";
  static final String CORRECT_FILE = "correctFile";
  static final String REVIEW_CHANGES = "reviewChanges";
  static final String RECORD_IMPORT_DECISION = "recordImportDecision";
  static final String APPLY_CHANGES = "applyChanges";
  static final String ORGANIZATION_IMPORTED = "organizationImported";
  static final String IMPORT_DISCARDED = "importDiscarded";

  /** Id of the administrator who uploaded the first file. */
  static final Variable<String> IMPORTER_ID = Variable.of("importerId", String.class);

  /** The uploaded file; moved to our table at once. */
  static final Variable<InputStream> FILE = Variable.of("file", InputStream.class);

  static final Variable<String> FILE_NAME = Variable.of("fileName", String.class);

  /** Errors of the file, or its changes. */
  static final Variable<ImportPreview> CHECK = Variable.json("check", ImportPreview.class);

  static final Variable<Boolean> FILE_CORRECT = Variable.of("fileCorrect", Boolean.class);
  static final Variable<String> DECISION = Variable.of("decision", String.class);
  static final Variable<String> REASON = Variable.of("reason", String.class);
  static final Variable<Boolean> APPLIED = Variable.of("applied", Boolean.class);

  private OrganizationImportProcess() {}
}
