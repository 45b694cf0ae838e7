package com.customerfocus.incoming;

import java.util.List;

/** What became of a mail that came in; stored by its name. */
public enum MailState {
  /** On record, not yet handled. */
  RECEIVED,
  /** Taken by its reader, applied to its notice, or noted as automatic. */
  HANDLED,
  /** For a person to look at: no reader took it, or it could not be handled. */
  WAITING;

  /** Those in which something is left to do, the more urgent first. */
  static final List<MailState> OPEN = List.of(RECEIVED, WAITING);
}
