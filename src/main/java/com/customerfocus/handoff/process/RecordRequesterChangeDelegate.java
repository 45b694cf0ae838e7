package com.customerfocus.handoff.process;

import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** Records what the requester changes while the handoff is on its way. */
@Component
class RecordRequesterChangeDelegate extends HandoffStepDelegate {

  RecordRequesterChangeDelegate(HandoffService handoffs) {
    super(handoffs, PartnerHandoffProcess.FOLLOW_UP, PartnerHandoffProcess.OF_FOLLOW);
  }
}
