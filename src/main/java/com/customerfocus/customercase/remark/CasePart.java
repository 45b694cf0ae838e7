package com.customerfocus.customercase.remark;

/**
 * What a room keeps of a case, for its details over HTTP; a bean. Each room brings its part, so
 * that none is forgotten when a room is added.
 */
public interface CasePart {

  /** Name of this part of the details, such as {@code goodwill}. */
  String part();

  /** All of this case, in order; records and lists that can be written as JSON. */
  Object ofCase(long caseId);
}
