package com.customerfocus.handoff.breach;

import com.customerfocus.deadline.level.ClockListener;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.notice.NoticeService;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Puts on record that a side is late, and tells who answers for it: first the head of its
 * department, and when as much time again has passed the head's manager. The head, or who acts for
 * the head, can open a late delivery from then on. Clocks stay as they are: a message of the system
 * is never an answer.
 */
@Component
class HandoffBreaches implements ClockListener {

  private final BreachRecords records;
  private final BreachRecipients recipients;
  private final NoticeService notices;
  private final LateParts parts;
  private final HandoffWorkflow workflow;
  private final Clock clock;

  HandoffBreaches(
      BreachRecords records,
      BreachRecipients recipients,
      NoticeService notices,
      LateParts parts,
      HandoffWorkflow workflow,
      Clock clock) {
    this.records = records;
    this.recipients = recipients;
    this.notices = notices;
    this.parts = parts;
    this.workflow = workflow;
    this.clock = clock;
  }

  @Override
  public String subjectKind() {
    return HandoffClocks.KIND;
  }

  @Override
  public void breached(ServiceClock late) {
    records
        .add(late, recipients.told(late).orElse(null), clock.instant())
        .ifPresent(
            breach -> {
              notices.record(
                  BreachRenderer.KIND, BreachRenderer.RECIPIENTS, Map.of("breach", breach));
              if (late.metric().equals(HandoffClocks.TIME_TO_DELIVER)) {
                recipients
                    .answering(late)
                    .ifPresent(person -> workflow.overseenBy(late.subject().id(), person));
              }
              // The requester of a part is its own reason for a late answer.
              if (!late.metric().equals(HandoffClocks.TIME_TO_ANSWER)) {
                parts.isLate(late.subject().id());
              }
            });
  }
}
