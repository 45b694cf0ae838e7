package com.customerfocus.customer.imports;

/** What an import of customers asks of its process. */
public interface CustomerImportWorkflow {

  /**
   * A file was submitted over HTTP and is to be checked and reviewed.
   *
   * @param importerId login of the person who submitted it and reviews it
   */
  void fileSubmitted(long importId, String fileName, String importerId);
}
