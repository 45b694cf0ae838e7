package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.customercase.goodwill.GoodwillRecords.NewRow;
import com.customerfocus.customercase.goodwill.LimitCheck.Result;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Owners give their customers goodwill, above their limits with the approval of a manager. */
@Service
@Transactional
public class GoodwillService {

  private final GoodwillRecords records;
  private final CustomerCaseService cases;
  private final LimitCheck limits;
  private final Approvers approvers;
  private final GoodwillJournal journal;
  private final GoodwillProperties settings;
  private final Clock clock;

  GoodwillService(
      GoodwillRecords records,
      CustomerCaseService cases,
      LimitCheck limits,
      Approvers approvers,
      GoodwillJournal journal,
      GoodwillProperties settings,
      Clock clock) {
    this.records = records;
    this.cases = cases;
    this.limits = limits;
    this.approvers = approvers;
    this.journal = journal;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The owner, or the person who acts for them, offers goodwill. Within the limits it is granted at
   * once; above one of them a manager is asked.
   *
   * @throws NotAllowedException when the case is not this person's
   * @throws InvalidInputException when something is missing or wrong, or the case is over
   */
  public GoodwillCourse offer(GoodwillRequest entered, Actor by) {
    var about = cases.lock(GoodwillRules.caseNumber(entered.caseNumber()));
    approvers.mustActForOwner(about, by);
    mustBeOpen(about);
    var kind = kind(entered.kind());
    var amount = GoodwillRules.amount(entered.amount());
    Inputs.check(entered);
    var result = limits.compare(about, amount, by);
    var row =
        result.exceeded().isEmpty()
            ? granted(about, kind, amount, Texts.strip(entered.reason()), by, result)
            : waiting(about, kind, amount, Texts.strip(entered.reason()), by, result);
    return journal.offered(records.add(row));
  }

  private NewRow granted(
      CustomerCase about,
      GoodwillKind kind,
      BigDecimal amount,
      String reason,
      Actor by,
      Result result) {
    return new NewRow(
        about,
        kind,
        amount,
        settings.currency(),
        reason,
        GoodwillState.GRANTED,
        by.id(),
        null,
        result.limits().rule(),
        null,
        clock.instant());
  }

  private NewRow waiting(
      CustomerCase about,
      GoodwillKind kind,
      BigDecimal amount,
      String reason,
      Actor by,
      Result result) {
    var exceeded = result.exceeded().orElseThrow();
    var asked =
        approvers
            .nearest(about.ownerId(), by.id())
            .orElseThrow(() -> new InvalidInputException("refusal.goodwill.no-manager"));
    return new NewRow(
        about,
        kind,
        amount,
        settings.currency(),
        reason,
        GoodwillState.WAITING,
        by.id(),
        exceeded.name(),
        result.limits().rule(),
        asked,
        clock.instant());
  }

  /** All of a case, in order. */
  @Transactional(readOnly = true)
  public List<Goodwill> ofCase(long caseId) {
    return records.ofCase(caseId);
  }

  private void mustBeOpen(CustomerCase about) {
    if (about.state().isOver()) {
      throw new InvalidInputException(List.of(cases.whatHappened(about.id())));
    }
  }

  private static GoodwillKind kind(String typed) {
    return Arrays.stream(GoodwillKind.values())
        .filter(it -> it.name().equals(typed))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.goodwill.kind"));
  }
}
