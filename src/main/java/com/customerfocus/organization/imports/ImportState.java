package com.customerfocus.organization.imports;

/** How far a file has come that is to change the organization. */
public enum ImportState {
  /** Waits to be corrected or reviewed, or for its changes to be made. */
  UPLOADED,
  /** Has changed the organization. */
  APPLIED,
  /** Was given up; nothing was changed. */
  DISCARDED
}
