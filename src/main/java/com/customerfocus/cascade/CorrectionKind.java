package com.customerfocus.cascade;

/** How far a version of a memo differs from the one before. */
public enum CorrectionKind {
  /** The first version. */
  FIRST,
  /** The meaning stays: no re-attestation. */
  EDITORIAL,
  /** People should know or do something else: readers of an earlier version are asked again. */
  MATERIAL
}
