package com.customerfocus.customer.imports;

/** How far a file has come that is to change customers. */
public enum CustomerImportState {
  /** Waits to be corrected or reviewed, or for its changes to be made. */
  UPLOADED,
  /** Has changed customers. */
  APPLIED,
  /** Was given up; nothing was changed. */
  DISCARDED
}
