package com.customerfocus.cascade.page.web;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.customerfocus.cascade.page.PersonalPageService;
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

/** Memos by hand, behind the service of the page; remembers what that was asked. */
class FakeMemos {

  private final Map<Long, PersonalPageView> memos = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final Clock clock;
  private final List<String> asked = new ArrayList<>();
  private QuestionOutcome answerToAQuestion;
  private boolean failing;

  FakeMemos(Clock clock) {
    this.clock = clock;
  }

  /** What the page asks: these memos. */
  PersonalPageService service() {
    var service = mock(PersonalPageService.class);
    when(service.personalMemo(anyLong()))
        .thenAnswer(call -> answer("personalMemo", call.getArgument(0)));
    when(service.personalMemo(anyLong(), anyInt()))
        .thenAnswer(
            call -> answer("personalMemo since " + call.getArgument(1), call.getArgument(0)));
    when(service.acknowledge(anyLong(), anyInt()))
        .thenAnswer(call -> acknowledge(call.getArgument(0), call.getArgument(1)));
    when(service.ask(anyLong(), anyString()))
        .thenAnswer(call -> ask(call.getArgument(0), call.getArgument(1)));
    return service;
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

  private boolean acknowledge(long receiptId, int version) {
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

  private QuestionOutcome ask(long receiptId, String question) {
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
