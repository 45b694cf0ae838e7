package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEFING;

import com.customerfocus.cascade.briefing.BriefingService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records that the briefing was held, by whom, and who was there. */
@Component
class RecordBriefingDelegate implements JavaDelegate {

  private final BriefingService briefings;

  RecordBriefingDelegate(BriefingService briefings) {
    this.briefings = briefings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var report = BRIEFING.get(execution);
    briefings.held(BusinessKey.of(execution), report, CurrentActor.of(execution));
    // It is in our tables now; keeping the form as well would cost three statements a briefing.
    BRIEFING.remove(execution);
  }
}
