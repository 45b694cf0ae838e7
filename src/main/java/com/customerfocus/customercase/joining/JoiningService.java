package com.customerfocus.customercase.joining;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseMoves;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.OpenMatters;
import com.customerfocus.customercase.escalation.CaseEscalationView;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
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
  private final ObjectProvider<OpenMatters> matters;
  private final IntroductionView introductions;
  private final CaseEscalationView escalations;

  JoiningService(
      CaseMoves cases,
      ObjectProvider<OpenMatters> matters,
      IntroductionView introductions,
      CaseEscalationView escalations) {
    this.cases = cases;
    this.matters = matters;
    this.introductions = introductions;
    this.escalations = escalations;
  }

  /**
   * Joins two open cases of one customer; the owner of both does so, because a case gets another
   * owner only by that one's acceptance. Once more it changes nothing.
   *
   * @return the case that goes on
   * @throws NotAllowedException when one of the cases is not this person's
   * @throws InvalidInputException when the two cannot be joined
   */
  public CustomerCase join(JoiningEntry entry, Actor by) {
    var joinedId = entry.joinedId();
    var survivorId = entry.survivorId();
    JoiningRules.checkNumbers(joinedId, survivorId);
    var note = entry.words();
    var both = cases.lockBoth(joinedId, survivorId);
    var joined = both.get(0);
    by.mustActFor("refusal.case.not-yours", joined.ownerId());
    var survivor = both.get(1);
    if (Optional.of(survivorId).equals(Optional.ofNullable(joined.joinedToId()))) {
      return survivor;
    }
    JoiningRules.checkCases(joined, survivor);
    by.mustActFor("refusal.joining.not-both-yours", survivor.ownerId());
    JoiningRules.checkFinished(joined, open(joined));
    return cases.join(joined, survivor, note, by.id());
  }

  /** What people still work on or wait for, and the case that goes on would know nothing of. */
  private List<Sentence> open(CustomerCase joined) {
    return Stream.of(
            matters
                .orderedStream()
                .filter(OpenMatters::keepsFromJoining)
                .flatMap(it -> it.of(joined).stream()),
            introductions.ofCase(joined.id()).stream()
                .filter(it -> it.state().isOpen())
                .map(it -> new Sentence("joining.open.introduction", it.contactName())),
            escalations.ofCase(joined.id()).stream()
                .filter(it -> it.decision() == null)
                .map(
                    it ->
                        new Sentence(
                            "joining.open.escalation",
                            it.managerName() == null ? it.managerId() : it.managerName())))
        .flatMap(it -> it)
        .toList();
  }
}
