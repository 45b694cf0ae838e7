package com.customerfocus.cascade.briefing;

import java.util.Optional;

/** What a manager is told about a briefing before its memo. */
public interface BriefingRemark {

  /** Plain text; empty when there is nothing to tell. */
  Optional<String> remark(long briefingId);
}
