package com.customerfocus.incoming;

/** What became of a mail that came in; stored by its name. */
public enum MailState {
  /** On record, not yet handled. */
  RECEIVED,
  /** Taken by its reader, applied to its notice, or noted as automatic. */
  HANDLED,
  /** For a person to look at: no reader took it, or it could not be handled. */
  WAITING
}
