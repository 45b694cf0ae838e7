package com.customerfocus.deadline.level;

/** How a clock ended. */
public enum ClockResult {
  MET,
  MISSED
}
