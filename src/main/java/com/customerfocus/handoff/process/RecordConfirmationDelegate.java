package com.customerfocus.handoff.process;

import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** Records whether the requester confirms the result. */
@Component
class RecordConfirmationDelegate extends HandoffStepDelegate {

  RecordConfirmationDelegate(HandoffService handoffs) {
    super(handoffs, PartnerHandoffProcess.WORD, PartnerHandoffProcess.OF_CONFIRM);
  }
}
