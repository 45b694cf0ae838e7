package com.customerfocus.customercase;

import com.customerfocus.handoff.HandoffRequest;

/**
 * How a case goes on after a step, as its process needs it.
 *
 * @param now the case as it is
 * @param handoff what a partner department is to be asked for now, or null
 */
public record CaseCourse(CustomerCase now, HandoffRequest handoff) {

  static CaseCourse of(CustomerCase now) {
    return new CaseCourse(now, null);
  }
}
