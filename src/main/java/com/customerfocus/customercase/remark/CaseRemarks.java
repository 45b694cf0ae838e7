package com.customerfocus.customercase.remark;

import com.customerfocus.support.Sentence;
import java.time.ZoneId;
import java.util.List;

/** What the owner of a case should know besides; a bean of the room that knows it. */
public interface CaseRemarks {

  /**
   * Each in a sentence; none when there is nothing to say.
   *
   * @param zone of the clock that the owner goes by
   */
  List<Sentence> of(long caseId, ZoneId zone);
}
