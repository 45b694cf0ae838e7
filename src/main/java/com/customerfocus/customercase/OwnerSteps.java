package com.customerfocus.customercase;

import com.customerfocus.customercase.news.News;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What an owner can do with a case: each step with what it needs. */
@Component
class OwnerSteps {

  private final News news;
  private final PersonalDueDates dates;
  private final CaseWorkflow workflow;
  private final ObjectProvider<OpenMatters> matters;
  private final Clock clock;

  OwnerSteps(
      News news,
      PersonalDueDates dates,
      CaseWorkflow workflow,
      ObjectProvider<OpenMatters> matters,
      Clock clock) {
    this.news = news;
    this.dates = dates;
    this.workflow = workflow;
    this.matters = matters;
    this.clock = clock;
  }

  /**
   * The change that the step makes.
   *
   * @param by login
   * @throws InvalidInputException when something is missing or wrong
   */
  CaseChange take(CustomerCase about, CaseStep step, CaseWord word, String by) {
    var change = new CaseChange(about, step, by);
    switch (step) {
      case PUT_RIGHT -> change.says(word.remark());
      case ASK_PARTNER ->
          change.says(word.remark()).handoff =
              word.handoff(about, news.lastTold(about.id()).orElse(null));
      case INTRODUCE -> change.says(word.noted("refusal.case.contact"));
      case FIND_OUT ->
          change.says(word.noted("refusal.case.not-known")).findOutDueAt =
              news.findOutDue(about.id());
      case WAIT_FOR_ANSWER ->
          change.says(word.noted("refusal.case.who-will-know")).findOutDueAt =
              dates.moment(Texts.stripToNull(word.date()), about.ownerId());
      case SOLVED, INTRODUCED -> {
        tell(about, word, by);
        asked(change);
      }
      case LOOK_AGAIN -> change.says(word.noted("refusal.case.look-again"));
      case COMFORTABLE -> {
        change.says(word.noted("refusal.case.customers-words"));
        change.comfort = Comfort.OWNERS_NOTE;
      }
      case NOT_COMFORTABLE -> {
        change.says(word.noted("refusal.case.customers-words"));
        countNotComfortable(change);
      }
      case UPDATE -> news.tell(about.id(), word.news(), by);
      case CORRECT -> correct(about, word, by);
      case CALL -> news.called(about.id(), word.news(), by);
      case NOTE -> note(change, word);
      case CHANGE_PRIORITY -> changePriority(change, word);
      case CHANGE_KIND -> changeKind(change, word);
      case ANSWERED -> {
        change.says(word.noted("refusal.case.answered"));
        change.happenedAt = answeredAt(about, word);
      }
      case WITHDRAW -> {
        change.says(word.noted("refusal.case.withdraw"));
        mustBeFinished(about);
      }
      case CLOSE -> {
        change.says(word.remark());
        mustBeFinished(about);
      }
      default -> throw new IllegalArgumentException(step + " is no step of the owner");
    }
    return change;
  }

  /** By mail now, or the owner says what was said in a call. */
  private void tell(CustomerCase about, CaseWord word, String by) {
    if (word.isByCall()) {
      news.called(about.id(), word.news(), by);
    } else {
      news.tell(about.id(), word.news(), by);
    }
  }

  /** The mail that tells what was done asks for the first time, unless there is none. */
  private void asked(CaseChange change) {
    change.comfortAsked = news.isNotedInstead(change.before.id()) ? 0 : 1;
    change.askComfortAt = dates.inDays(ComfortRules.DAYS_BETWEEN, change.before.ownerId());
  }

  static void countNotComfortable(CaseChange change) {
    change.notComfortable++;
    change.notComfortableNow++;
    change.comfortAsked = 0;
  }

  private void correct(CustomerCase about, CaseWord word, String by) {
    if (Texts.isBlank(word.corrects())) {
      throw new InvalidInputException("refusal.case.which-news");
    }
    tell(about, word, by);
  }

  private void note(CaseChange change, CaseWord word) {
    var noted = word.noted("refusal.case.note");
    change.says(noted);
    if (news.isNotedInstead(change.before.id())) {
      news.noteInstead(change.before.id(), noted, change.by);
    }
  }

  private void changePriority(CaseChange change, CaseWord word) {
    var about = change.before;
    change.priority = CaseWord.priority(word.priority());
    if (change.priority == about.priority()) {
      throw new InvalidInputException("refusal.case.same-priority");
    }
    change.says(word.remark());
    news.retarget(about.id(), workflow.targets(change.priority, about.tier()));
  }

  private static void changeKind(CaseChange change, CaseWord word) {
    change.kind = CaseWord.kind(word.kind());
    if (change.kind == change.before.kind()) {
      throw new InvalidInputException("refusal.case.same-kind");
    }
    change.says(word.remark());
  }

  private Instant answeredAt(CustomerCase about, CaseWord word) {
    var now = clock.instant();
    if (Texts.isBlank(word.answeredAt())) {
      return now;
    }
    var at = dates.exactly(Texts.strip(word.answeredAt()), about.ownerId());
    if (at.isAfter(now)) {
      throw new InvalidInputException("refusal.case.answer-to-come");
    }
    if (at.isBefore(about.receivedAt())) {
      throw new InvalidInputException("refusal.case.answer-too-early");
    }
    return at;
  }

  /** What keeps the case from being closed. */
  List<Sentence> open(CustomerCase about) {
    return matters.orderedStream().flatMap(it -> it.of(about).stream()).toList();
  }

  private void mustBeFinished(CustomerCase about) {
    var open = open(about);
    if (!open.isEmpty()) {
      var sentences = new ArrayList<Sentence>();
      sentences.add(new Sentence("refusal.case.open"));
      sentences.addAll(open);
      throw new InvalidInputException(sentences);
    }
  }
}
