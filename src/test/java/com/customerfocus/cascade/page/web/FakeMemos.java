package com.customerfocus.cascade.page.web;

import com.customerfocus.cascade.page.PersonalMemos;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.page.PersonalPageView.Status;
import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.organization.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memos by hand; remembers what it was asked. */
class FakeMemos extends PersonalMemos {

  private final Map<Long, PersonalPageView> memos = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Clock clock;
  private final List<String> asked = new ArrayList<>();
  private QuestionOutcome answerToAQuestion;
  private boolean failing;

  FakeMemos(Clock clock) {
    super(null, null, null);
    this.clock = clock;
  }

  static Person reader(String name, String language) {
    return reader(name, language, null);
  }

  static Person reader(String name, String language, String site) {
    return new Person(
        "ana.n", name, "ana.n@example.org", "luis.o", "sales", "Norte", language, site);
  }

  void put(PersonalPageView memo) {
    memos.put(memo.receiptId(), memo);
  }

  void fail() {
    failing = true;
  }

  void clear() {
    memos.clear();
    calls.clear();
    asked.clear();
    answerToAQuestion = QuestionOutcome.ON_ITS_WAY;
    failing = false;
  }

  List<String> calls() {
    return calls;
  }

  Status status(long receiptId) {
    return memos.get(receiptId).status();
  }

  @Override
  public Optional<PersonalPageView> personalMemo(long receiptId) {
    return answer("personalMemo", receiptId);
  }

  @Override
  public Optional<PersonalPageView> personalMemo(long receiptId, int seen) {
    return answer("personalMemo since " + seen, receiptId);
  }

  @Override
  public boolean acknowledge(long receiptId, int version) {
    var current = memos.get(receiptId);
    if (current != null && version < current.version()) {
      answer("acknowledge too late", receiptId);
      return false;
    }
    memos.computeIfPresent(
        receiptId,
        (id, memo) ->
            memo.status() != Status.OPEN
                ? memo
                : new PersonalPageView(
                    id,
                    memo.reader(),
                    memo.senderName(),
                    memo.title(),
                    memo.body(),
                    memo.figures(),
                    memo.localBriefs(),
                    Status.ACKNOWLEDGED,
                    clock.instant(),
                    memo.questions()));
    answer("acknowledge", receiptId);
    return true;
  }

  @Override
  public QuestionOutcome ask(long receiptId, String question) {
    answer("ask", receiptId);
    asked.add(question);
    return answerToAQuestion;
  }

  /** Sets the outcome of questions. */
  void answerQuestions(QuestionOutcome answer) {
    answerToAQuestion = answer;
  }

  List<String> asked() {
    return asked;
  }

  private Optional<PersonalPageView> answer(String call, long receiptId) {
    calls.add(call + " " + receiptId);
    if (failing) {
      throw new IllegalStateException("The database is away");
    }
    return Optional.ofNullable(memos.get(receiptId));
  }
}
