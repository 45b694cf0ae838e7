package com.customerfocus.customercase;

/** What a case is about; stored by its name. */
public enum CaseKind {
  INSTALL,
  DELIVER,
  REPAIR,
  BILLING,
  INFORMATION,
  COMPLAINT,
  OTHER
}
