package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.goodwill.Approvers.Asked;
import com.customerfocus.customercase.goodwill.GoodwillRecords.Waiting;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Managers decide about goodwill above the limits of the person who offers it. */
@Service
@Transactional
public class ApprovalService {

  static final int LONGEST = 1_000;

  private final GoodwillRecords records;
  private final CustomerCaseService cases;
  private final Approvers approvers;
  private final GoodwillJournal journal;
  private final GoodwillWorkflow workflow;
  private final Clock clock;

  ApprovalService(
      GoodwillRecords records,
      CustomerCaseService cases,
      Approvers approvers,
      GoodwillJournal journal,
      GoodwillWorkflow workflow,
      Clock clock) {
    this.records = records;
    this.cases = cases;
    this.approvers = approvers;
    this.journal = journal;
    this.workflow = workflow;
    this.clock = clock;
  }

  /**
   * A manager approves or refuses. It counts once.
   *
   * @throws NotAllowedException when another manager is asked, or the person offers it or owns the
   *     case, administrators included
   * @throws InvalidInputException when something is missing or wrong, the case is over, or a
   *     decision is on record
   */
  public void decide(long id, GoodwillApproval said, Actor by) {
    var about = lockCaseOf(id);
    var goodwill = records.find(id).orElseThrow();
    if (by.id().equals(goodwill.offeredBy()) || by.id().equals(about.ownerId())) {
      throw new NotAllowedException("refusal.goodwill.own");
    }
    by.mustActFor("refusal.goodwill.not-yours", goodwill.approverId());
    var state = state(said);
    var note = Inputs.limited(said.note(), LONGEST, "refusal.goodwill.too-long");
    if (state == GoodwillState.REFUSED && note == null) {
      throw new InvalidInputException("refusal.goodwill.why-refused");
    }
    if (goodwill.state() == GoodwillState.WAITING && about.state().isOver()) {
      throw new InvalidInputException(List.of(cases.whatHappened(about.id())));
    }
    if (!records.decide(id, state, by.id(), note, clock.instant())) {
      throw new InvalidInputException(List.of(whatHappened(goodwill)));
    }
    journal.decided(id);
  }

  private static GoodwillState state(GoodwillApproval said) {
    return switch (said.decision() == null ? "" : said.decision()) {
      case GoodwillApproval.APPROVE -> GoodwillState.GRANTED;
      case GoodwillApproval.REFUSE -> GoodwillState.REFUSED;
      default -> throw new InvalidInputException("refusal.goodwill.decision");
    };
  }

  /**
   * The manager has not decided in time: the next one up is asked. At the top the same one is asked
   * again, with a new date, until the case ends or the manager decides.
   */
  public GoodwillCourse escalate(long id) {
    var about = lockCaseOf(id);
    var goodwill = records.find(id).orElseThrow();
    return ask(
        id,
        approvers
            .above(goodwill.approverId(), about.ownerId(), goodwill.offeredBy())
            .orElseGet(() -> approvers.again(goodwill)));
  }

  private GoodwillCourse ask(long id, Asked asked) {
    records.ask(id, asked, clock.instant());
    return journal.asked(id);
  }

  /**
   * Asks other managers about those of these for which the one who is asked cannot decide any more:
   * as far up as before if there is such a manager, else the nearest one. It lapses where there is
   * none, so that no task is left without a person who may do it. The process is told.
   */
  void askOthers(List<Waiting> waiting) {
    for (var stuck : approvers.stuck(waiting)) {
      var about = cases.lock(stuck.caseId());
      // A manager may have decided until the lock was free.
      if (records.find(stuck.id()).orElseThrow().state() == GoodwillState.WAITING) {
        askOther(stuck, about.ownerId());
      }
    }
  }

  private void askOther(Waiting stuck, String owner) {
    approvers
        .inPlaceOf(stuck, owner)
        .ifPresentOrElse(
            asked -> workflow.asked(ask(stuck.id(), asked)),
            () -> end(List.of(stuck.id()), GoodwillState.LAPSED, null, null));
  }

  /** The owner takes these back. */
  void takenBack(List<Long> waiting, String by, String note) {
    end(waiting, GoodwillState.TAKEN_BACK, by, note);
  }

  private void end(List<Long> waiting, GoodwillState state, String by, String note) {
    waiting.forEach(id -> records.decide(id, state, by, note, clock.instant()));
    journal.ended(waiting, by);
    workflow.lapsed(waiting);
  }

  /** With its case ends what a manager has not decided. */
  @EventListener
  public void ended(CaseEvent.Recorded recorded) {
    var event = recorded.event();
    // A case is closed only when nothing waits; of a joined one it waits for the survivor.
    if (!event.after().isOver()
        || event.step() == CaseStep.CLOSE
        || event.step() == CaseStep.JOIN) {
      return;
    }
    var waiting = records.waiting(List.of(event.caseId())).stream().map(Waiting::id).toList();
    if (!waiting.isEmpty()) {
      end(waiting, GoodwillState.LAPSED, null, null);
    }
  }

  /** Who decided what instead, for a person whose page is out of date. */
  @Transactional(readOnly = true)
  public Sentence whatHappened(long id) {
    return whatHappened(records.find(id).orElseThrow());
  }

  private Sentence whatHappened(Goodwill goodwill) {
    return switch (goodwill.state()) {
      case LAPSED ->
          records.isCaseOver(goodwill.caseId())
              ? cases.whatHappened(goodwill.caseId())
              : new Sentence("goodwill.now.LAPSED");
      case WAITING -> new Sentence("goodwill.now.WAITING", goodwill.approverName());
      default ->
          new Sentence(
              "goodwill.now." + goodwill.state(),
              goodwill.decidedByName() == null
                  ? goodwill.offeredByName()
                  : goodwill.decidedByName());
    };
  }

  /** The case first, as its steps lock it. */
  private CustomerCase lockCaseOf(long id) {
    var caseId =
        records
            .find(id)
            .map(Goodwill::caseId)
            .orElseThrow(() -> new NotAllowedException("refusal.goodwill.unknown"));
    return cases.lock(caseId);
  }
}
