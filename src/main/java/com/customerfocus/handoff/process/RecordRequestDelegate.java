package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.FILES;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.REQUEST;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.engine.variable.UploadedFile;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.RequestService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks and records what one department asks of another one, and the files that explain it. */
@Component
class RecordRequestDelegate implements JavaDelegate {

  private final RequestService requests;
  private final Attachments attachments;

  RecordRequestDelegate(RequestService requests, Attachments attachments) {
    this.requests = requests;
    this.attachments = attachments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var requester = Requester.of(execution);
    var course = requests.request(REQUEST.get(execution), requester);
    attach(execution, course.handoff(), requester);
    BusinessKey.set(execution, course.handoff().id());
    // The table has it from now on.
    REQUEST.remove(execution);
    PartnerHandoffProcess.begin(execution, course);
  }

  /** The table of attachments keeps the files from now on, and the process forgets them. */
  private void attach(DelegateExecution execution, Handoff handoff, String requester) {
    for (var field : FILES) {
      var file = UploadedFile.in(execution, field);
      if (!file.name().isEmpty()) {
        attachments.add(handoff.files(), file.name(), file.content(), requester);
      }
      field.remove(execution);
    }
  }
}
