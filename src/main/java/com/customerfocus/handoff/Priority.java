package com.customerfocus.handoff;

/** How urgent a handoff is; the table of targets knows them by these names. */
public enum Priority {
  NORMAL,
  HIGH,
  URGENT
}
