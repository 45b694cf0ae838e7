package com.customerfocus.customercase.intake;

import com.customerfocus.customercase.CaseChannel;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.OpeningService;
import com.customerfocus.customercase.mails.CaseMails;
import com.customerfocus.incoming.AutomaticAnswers;
import com.customerfocus.incoming.IncomingMail;
import org.springframework.stereotype.Component;

/** Opens a case with a mail. */
@Component
class NewCase {

  private final CaseWorkflow workflow;
  private final OpeningService opening;
  private final AutomaticAnswers answers;
  private final CaseMails mails;

  NewCase(
      CaseWorkflow workflow, OpeningService opening, AutomaticAnswers answers, CaseMails mails) {
    this.workflow = workflow;
    this.opening = opening;
    this.answers = answers;
    this.mails = mails;
  }

  /**
   * Opens it. The customer is told who stays with them, unless the address had an automatic answer
   * in the last days.
   *
   * @param owner employee id
   * @return number of the case
   */
  long open(CaseRequest request, String owner, IncomingMail mail) {
    var id = workflow.open(request, owner, mail.receivedAt());
    opening.keepOrigin(id, CaseChannel.MAIL, null);
    if (!answers.claim(mail.kind(), mail.bulk(), mail.from())) {
      mails.withholdOpened(id);
    }
    return id;
  }
}
