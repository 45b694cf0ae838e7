package com.customerfocus.customercase.report.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.process.StayWithCustomerProcess;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells an owner who took the step that ended a task of a case. */
@Component
class EndedCaseTasks implements EndedTasks {

  static final String PROCESS = StayWithCustomerProcess.KEY;

  private final CustomerCaseService cases;

  EndedCaseTasks(CustomerCaseService cases) {
    this.cases = cases;
  }

  @Override
  public String process() {
    return PROCESS;
  }

  @Override
  public Optional<Sentence> whyEnded(long caseId, String taskDefinitionKey, Actor reader) {
    return Optional.of(cases.whatHappened(caseId));
  }
}
