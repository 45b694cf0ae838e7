package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.remark.CaseRemarks;
import com.customerfocus.support.ReaderTime;
import com.customerfocus.support.Sentence;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the owner of a case what the law demands, and by when. */
@Component
class LegalRemarks implements CaseRemarks {

  private final LegalDeadlines deadlines;

  LegalRemarks(LegalDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public List<Sentence> of(long caseId, ZoneId zone) {
    var remarks = new ArrayList<Sentence>();
    for (var deadline : deadlines.of(caseId)) {
      if (deadline.answeredAt() != null) {
        continue;
      }
      remarks.add(
          new Sentence(
              "legal.due." + deadline.what(),
              // The last moment that is in time reads better than midnight of the day after.
              ReaderTime.of(deadline.passesAt().minusSeconds(60), zone),
              deadline.rule()));
      if (deadline.what() == LegalRules.What.FINAL && deadline.reference()) {
        remarks.add(new Sentence("legal.reference", String.valueOf(deadline.caseId())));
      }
      if (deadline.what() == LegalRules.What.FINAL && deadline.sameLanguage()) {
        remarks.add(new Sentence("legal.language"));
      }
    }
    return remarks;
  }
}
