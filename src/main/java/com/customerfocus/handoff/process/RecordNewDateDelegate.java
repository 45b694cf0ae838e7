package com.customerfocus.handoff.process;

import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** Records whether the requester agrees on a later date. */
@Component
class RecordNewDateDelegate extends HandoffStepDelegate {

  RecordNewDateDelegate(HandoffService handoffs) {
    super(handoffs, PartnerHandoffProcess.NEW_DATE, PartnerHandoffProcess.OF_NEW_DATE);
  }
}
