package com.customerfocus.cascade.web;

import com.customerfocus.cascade.Asked;
import com.customerfocus.cascade.PersonalMemo;
import com.customerfocus.cascade.PersonalMemo.Status;
import com.customerfocus.cascade.PersonalMemos;
import com.customerfocus.organization.Person;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Memos by hand; remembers what it was asked. */
class FakeMemos implements PersonalMemos {

  private final Map<Long, PersonalMemo> memos = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Clock clock;
  private final List<String> asked = new ArrayList<>();
  private Asked answerToAQuestion;
  private boolean failing;

  FakeMemos(Clock clock) {
    this.clock = clock;
  }

  static Person reader(String name, String language) {
    return reader(name, language, null);
  }

  static Person reader(String name, String language, String site) {
    return new Person(
        "ana.n", name, "ana.n@example.org", "luis.o", "sales", "Norte", language, site);
  }

  void put(PersonalMemo memo) {
    memos.put(memo.receiptId(), memo);
  }

  void fail() {
    failing = true;
  }

  void clear() {
    memos.clear();
    calls.clear();
    asked.clear();
    answerToAQuestion = Asked.ON_ITS_WAY;
    failing = false;
  }

  List<String> calls() {
    return calls;
  }

  Status status(long receiptId) {
    return memos.get(receiptId).status();
  }

  @Override
  public Optional<PersonalMemo> personalMemo(long receiptId) {
    return answer("personalMemo", receiptId);
  }

  @Override
  public Optional<PersonalMemo> personalMemo(long receiptId, int seen) {
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
                : new PersonalMemo(
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
  public Asked ask(long receiptId, String question) {
    answer("ask", receiptId);
    asked.add(question);
    return answerToAQuestion;
  }

  /** What becomes of questions from now on. */
  void answerQuestions(Asked answer) {
    answerToAQuestion = answer;
  }

  List<String> asked() {
    return asked;
  }

  private Optional<PersonalMemo> answer(String call, long receiptId) {
    calls.add(call + " " + receiptId);
    if (failing) {
      throw new IllegalStateException("The database is away");
    }
    return Optional.ofNullable(memos.get(receiptId));
  }
}
