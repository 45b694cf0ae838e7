package com.customerfocus.handoff.process;

import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** Records what the requester says to the partner, with its files. */
@Component
class RecordRequesterAnswerDelegate extends HandoffStepDelegate {

  RecordRequesterAnswerDelegate(HandoffService handoffs) {
    super(handoffs, PartnerHandoffProcess.WORD, PartnerHandoffProcess.OF_REQUESTER);
  }
}
