package com.customerfocus.customercase.escalation;

/** Why a case is escalated, each once in each run of the case; stored by its name. */
public enum CaseEscalationReason {
  /** The customer was not comfortable for the second time. */
  NOT_COMFORTABLE,
  /** News were late for the second time. */
  LATE_NEWS,
  /** It was not found out in time who can put it right. */
  FIND_OUT_OVERDUE,
  /** The partner department was late for the second time. */
  PARTNER_LATE
}
