package com.customerfocus.customercase.goodwill;

import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.goodwill.mails.GoodwillMails;
import com.customerfocus.support.Sentence;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Puts goodwill into the history of its case, and tells managers and owners by mail. */
@Component
class GoodwillJournal {

  private final GoodwillRecords records;
  private final CustomerCaseService cases;
  private final CaseView view;
  private final Approvers approvers;
  private final GoodwillMails mails;

  GoodwillJournal(
      GoodwillRecords records,
      CustomerCaseService cases,
      CaseView view,
      Approvers approvers,
      GoodwillMails mails) {
    this.records = records;
    this.cases = cases;
    this.view = view;
    this.approvers = approvers;
    this.mails = mails;
  }

  /** It was offered, and granted where no manager is asked. */
  GoodwillCourse offered(long id) {
    var goodwill = recorded(id, Goodwill::offeredBy, Goodwill::reason);
    if (goodwill.state() == GoodwillState.WAITING) {
      tell(goodwill);
    }
    return course(goodwill);
  }

  /** A manager is asked, in place of another one or once more. */
  GoodwillCourse asked(long id) {
    var goodwill = records.find(id).orElseThrow();
    tell(goodwill);
    return course(goodwill);
  }

  /** The manager, or who acts for them, gets a mail. */
  private void tell(Goodwill goodwill) {
    var person = approvers.actingFor(goodwill.approverId());
    mails.asked(goodwill.id(), person == null ? goodwill.approverId() : person, goodwill.askedAt());
  }

  /** Another case of the customer has taken in the one in which it was offered. */
  void followed(long id, String by) {
    recorded(id, it -> by, Goodwill::reason);
  }

  /** A manager has decided. */
  void decided(long id) {
    var by = records.find(id).orElseThrow().decidedBy();
    recorded(id, it -> by, Goodwill::note);
    mails.decided(List.of(id), by);
  }

  /**
   * These wait no more, without a decision.
   *
   * @param by login; null for the program
   */
  void ended(List<Long> ids, String by) {
    ids.stream()
        .filter(id -> isOpen(records.find(id).orElseThrow()))
        .forEach(id -> recorded(id, it -> by, Goodwill::note));
    mails.decided(ids, by);
  }

  private boolean isOpen(Goodwill goodwill) {
    return !view.find(goodwill.caseId()).orElseThrow().state().isOver();
  }

  private Goodwill recorded(
      long id, Function<Goodwill, String> by, Function<Goodwill, String> words) {
    var goodwill = records.find(id).orElseThrow();
    var line =
        new Sentence(
                "goodwill.line." + goodwill.state(),
                new Sentence("goodwill.kind." + goodwill.kind()),
                goodwill.sum(),
                goodwill.approverName())
            .inEnglish();
    var said = words.apply(goodwill);
    cases.happened(
        goodwill.caseId(),
        CaseStep.GOODWILL,
        said == null ? line : "%s %s".formatted(line, said),
        by.apply(goodwill));
    return goodwill;
  }

  /** How it goes on. */
  GoodwillCourse course(Goodwill goodwill) {
    var about = view.find(goodwill.caseId()).orElseThrow();
    var what =
        "%s %s"
            .formatted(
                new Sentence("goodwill.kind." + goodwill.kind()).inEnglish(), goodwill.sum());
    return new GoodwillCourse(
        goodwill.id(),
        about.customerName() == null ? what : about.customerName() + ", " + what,
        goodwill.state() == GoodwillState.WAITING,
        goodwill.approverId(),
        goodwill.approveBy());
  }
}
