package com.customerfocus.handoff.breach;

import com.customerfocus.handoff.HandoffEvent;
import com.customerfocus.notice.NoticeService;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells who asked for the open parts of a handoff that it is delivered, withdrawn or given up. */
@Component
class EndedWholes {

  private final NoticeService notices;

  EndedWholes(NoticeService notices) {
    this.notices = notices;
  }

  @EventListener
  void ended(HandoffEvent.Recorded step) {
    switch (step.event().step()) {
      case DELIVER, WITHDRAW, GIVE_UP ->
          notices.record(
              OpenPartRenderer.KIND,
              OpenPartRenderer.RECIPIENTS,
              Map.of("whole", step.before().id(), "event", step.event().id()));
      default -> {
        // Its parts are still needed, or were told of before.
      }
    }
  }
}
