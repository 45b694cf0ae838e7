package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUEST;

import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.handoff.RequestService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and records what one department asks of another one, and the files that explain it. */
@Component
class RecordRequestDelegate implements JavaDelegate {

  private final RequestService requests;

  RecordRequestDelegate(RequestService requests) {
    this.requests = requests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var course =
        requests.request(
            REQUEST.get(execution), RequestFiles.in(execution), Requester.of(execution));
    BusinessKey.set(execution, course.handoff().id());
    PartnerHandoffProcess.begin(execution, course);
  }
}
