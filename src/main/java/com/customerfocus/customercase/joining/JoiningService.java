package com.customerfocus.customercase.joining;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.support.InvalidInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins cases. Both are locked in the same order for the two directions, so that of two people who
 * join them crosswise at the same moment the second one is refused.
 */
@Service
@Transactional
public class JoiningService {

  private final CaseMoves cases;
  private final CaseWorkflow workflow;

  JoiningService(CaseMoves cases, CaseWorkflow workflow) {
    this.cases = cases;
    this.workflow = workflow;
  }

  /**
   * Joins two open cases of one customer; the owner of the one that ends does so.
   *
   * @return the case that goes on
   * @throws NotAllowedException when the case that ends is not this person's
   * @throws InvalidInputException when the two cannot be joined
   */
  public CustomerCase join(JoiningEntry entry, Actor by) {
    var joinedId = entry.joinedId();
    var survivorId = entry.survivorId();
    JoiningRules.checkNumbers(joinedId, survivorId);
    var note = entry.words();
    cases.lockBoth(joinedId, survivorId);
    var joined = cases.lock(joinedId);
    by.mustActFor("refusal.case.not-yours", joined.ownerId());
    var survivor = cases.lock(survivorId);
    JoiningRules.check(joined, survivor, !workflow.openHandoffs(joinedId).isEmpty());
    cases.join(joined, survivor, note, by.id());
    return cases.lock(survivorId);
  }
}
