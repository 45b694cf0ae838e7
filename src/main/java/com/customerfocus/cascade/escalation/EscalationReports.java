package com.customerfocus.cascade.escalation;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about overdue briefings. */
@Service
@Transactional(readOnly = true)
public class EscalationReports {

  private final Escalations escalations;

  EscalationReports(Escalations escalations) {
    this.escalations = escalations;
  }
}
