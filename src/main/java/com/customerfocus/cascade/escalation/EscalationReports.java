package com.customerfocus.cascade.escalation;

import java.util.List;
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

  /** What was done about the overdue briefings of a cascade, newest first. */
  public List<Escalation> ofCascade(long cascadeId, int offset, int limit) {
    return escalations.ofCascade(cascadeId, offset, limit);
  }
}
