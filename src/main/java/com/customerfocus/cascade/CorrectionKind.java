package com.customerfocus.cascade;

/** How much a version of a memo differs from the one before. */
public enum CorrectionKind {
  /** It is the first. */
  FIRST,
  /** The meaning stays: nobody is asked again. */
  EDITORIAL,
  /** What people should know or do has changed: whoever had answered is asked again. */
  MATERIAL
}
