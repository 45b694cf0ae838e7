package com.customerfocus.organization;

/** Another import, or more people than it could wait for, came in between; nothing was changed. */
public class ImportBusy extends RuntimeException {

  public ImportBusy(Throwable cause) {
    super(
        "Another import of the organization is running, so nothing was changed."
            + " Try again when it has ended.",
        cause);
  }
}
