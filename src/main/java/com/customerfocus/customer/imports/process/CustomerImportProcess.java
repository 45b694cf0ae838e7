package com.customerfocus.customer.imports.process;

import com.customerfocus.customer.imports.CustomerImportPreview;
import com.customerfocus.engine.variable.Variable;
import java.io.InputStream;

/** Every id and name of {@code processes/customer-import.bpmn}. */
final class CustomerImportProcess {

  static final String KEY = "customer-import";

  static final String CUSTOMER_FILE_CHOSEN = "customerFileChosen";
  static final String RECORD_CUSTOMER_FILE = "recordCustomerFile";
  static final String CHECK_CUSTOMER_FILE = "checkCustomerFile";
  static final String CORRECT_CUSTOMER_FILE = "correctCustomerFile";
  static final String REVIEW_CUSTOMER_CHANGES = "reviewCustomerChanges";
  static final String RECORD_CUSTOMER_DECISION = "recordCustomerDecision";
  static final String APPLY_CUSTOMER_CHANGES = "applyCustomerChanges";
  static final String CUSTOMERS_IMPORTED = "customersImported";
  static final String CUSTOMER_IMPORT_DISCARDED = "customerImportDiscarded";

  /** Id of the administrator who uploaded the first file. */
  static final Variable<String> IMPORTER_ID = Variable.of("importerId", String.class);

  /** The uploaded file; moved to our table at once. */
  static final Variable<InputStream> FILE = Variable.of("file", InputStream.class);

  static final Variable<String> FILE_NAME = Variable.of("fileName", String.class);

  /** Errors of the file, or its changes. */
  static final Variable<CustomerImportPreview> CHECK =
      Variable.json("check", CustomerImportPreview.class);

  static final Variable<Boolean> FILE_CORRECT = Variable.of("fileCorrect", Boolean.class);
  static final Variable<String> DECISION = Variable.of("decision", String.class);
  static final Variable<String> REASON = Variable.of("reason", String.class);
  static final Variable<Boolean> APPLIED = Variable.of("applied", Boolean.class);

  private CustomerImportProcess() {}
}
