package com.customerfocus.cascade;

import java.time.LocalDate;
import java.util.List;

/**
 * The dry run of a memo: whom it would reach, when, and what stands in the way.
 *
 * @param people how many would get a receipt, the launcher not counted
 * @param levels how many levels below the launcher
 * @param teams how many briefings, the launcher's own counted
 * @param longestChain names from the launcher to one of the people furthest down
 * @param completion the day by which the audience should have acknowledged if released today, where
 *     the launcher works
 * @param findings what is wrong, blocking ones first
 */
public record ReachReport(
    int people,
    int levels,
    int teams,
    List<String> longestChain,
    LocalDate completion,
    List<ReachFinding> findings) {

  /** Whether nothing blocks the review. */
  public boolean isReady() {
    return findings.stream().noneMatch(ReachFinding::blocking);
  }
}
