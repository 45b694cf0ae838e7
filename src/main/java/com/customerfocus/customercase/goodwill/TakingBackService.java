package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.goodwill.GoodwillRecords.Waiting;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Owners take back goodwill that still waits for a manager. */
@Service
@Transactional
public class TakingBackService {

  private final GoodwillRecords records;
  private final CustomerCaseService cases;
  private final ApprovalService approvals;
  private final Approvers approvers;

  TakingBackService(
      GoodwillRecords records,
      CustomerCaseService cases,
      ApprovalService approvals,
      Approvers approvers) {
    this.records = records;
    this.cases = cases;
    this.approvals = approvals;
    this.approvers = approvers;
  }

  /**
   * All of a case that waits.
   *
   * @return number of the case
   * @throws NotAllowedException when the case is not this person's
   * @throws InvalidInputException when nothing waits, or something is wrong
   */
  public long takeBack(TakingBack entered, Actor by) {
    var about = cases.lock(GoodwillRules.caseNumber(entered.caseNumber()));
    approvers.mustActForOwner(about, by);
    var note = Inputs.limited(entered.note(), ApprovalService.LONGEST, "refusal.goodwill.too-long");
    var waiting = records.waiting(List.of(about.id())).stream().map(Waiting::id).toList();
    if (waiting.isEmpty()) {
      throw new InvalidInputException("refusal.goodwill.nothing-waits");
    }
    approvals.takenBack(waiting, by.id(), note);
    return about.id();
  }

  /**
   * One of a case.
   *
   * @throws NotAllowedException when the case is not this person's, or has no such goodwill
   * @throws InvalidInputException when it does not wait any more
   */
  public Goodwill takeBack(long caseId, long id, Actor by) {
    approvers.mustActForOwner(cases.lock(caseId), by);
    var goodwill =
        records
            .find(id)
            .filter(it -> it.caseId() == caseId)
            .orElseThrow(() -> new NotAllowedException("refusal.goodwill.unknown"));
    if (goodwill.state() != GoodwillState.WAITING) {
      throw new InvalidInputException(List.of(approvals.whatHappened(id)));
    }
    approvals.takenBack(List.of(id), by.id(), null);
    return records.find(id).orElseThrow();
  }
}
