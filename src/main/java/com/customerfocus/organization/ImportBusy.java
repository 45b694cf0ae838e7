package com.customerfocus.organization;

/** Another import is running; nothing was changed. */
public class ImportBusy extends RuntimeException {

  ImportBusy(Throwable cause) {
    super(
        "Another import of the organization is running, so nothing was changed."
            + " Try again when it has ended.",
        cause);
  }
}
