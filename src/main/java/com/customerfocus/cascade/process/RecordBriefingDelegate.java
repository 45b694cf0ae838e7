package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.TeamBriefingProcess.BRIEFING;
import static com.customerfocus.cascade.process.TeamBriefingProcess.BRIEFING_ID;

import com.customerfocus.cascade.BriefingService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the manager held the briefing, and who was there. */
@Component
class RecordBriefingDelegate implements JavaDelegate {

  private final BriefingService briefings;

  RecordBriefingDelegate(BriefingService briefings) {
    this.briefings = briefings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    briefings.held(BRIEFING_ID.from(execution), BRIEFING.from(execution).report());
    // It is in our tables now; keeping the form as well would cost three statements a briefing.
    BRIEFING.remove(execution);
  }
}
