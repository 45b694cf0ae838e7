package com.customerfocus.cascade.process;

import com.customerfocus.cascade.BriefingService;
import com.customerfocus.cascade.process.TeamBriefingProcess.BriefingForm;
import com.customerfocus.engine.ReferenceSource;
import org.springframework.stereotype.Component;

/** What the form of a briefing shows first: the team as it is now, everyone present. */
@Component
class BriefingFields implements ReferenceSource {

  static final String KIND = "briefing-fields";

  private final BriefingService briefings;

  BriefingFields(BriefingService briefings) {
    this.briefings = briefings;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isJson() {
    return true;
  }

  @Override
  public Object read(long id) {
    return BriefingForm.of(briefings.briefing(id));
  }
}
