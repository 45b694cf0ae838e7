package com.customerfocus.handoff.process;

import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** Records what the partner says to the request. */
@Component
class RecordPartnerAnswerDelegate extends HandoffStepDelegate {

  RecordPartnerAnswerDelegate(HandoffService handoffs) {
    super(handoffs, PartnerHandoffProcess.WORD, PartnerHandoffProcess.OF_ACCEPT);
  }
}
