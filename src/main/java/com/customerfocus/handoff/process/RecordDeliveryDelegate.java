package com.customerfocus.handoff.process;

import com.customerfocus.handoff.HandoffService;
import org.springframework.stereotype.Component;

/** Records what the partner delivers, with its files, or why not. */
@Component
class RecordDeliveryDelegate extends HandoffStepDelegate {

  RecordDeliveryDelegate(HandoffService handoffs) {
    super(handoffs, PartnerHandoffProcess.WORD, PartnerHandoffProcess.OF_DELIVER);
  }
}
