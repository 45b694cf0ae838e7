package com.customerfocus.cascade.question;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.CascadeEnding;
import com.customerfocus.cascade.briefing.BriefingHeld;
import com.customerfocus.cascade.briefing.BriefingLine;
import com.customerfocus.cascade.briefing.BriefingLine.Level;
import com.customerfocus.cascade.question.QuestionStep.Kind;
import com.customerfocus.cascade.question.Questions.Open;
import com.customerfocus.deadline.DueDates;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import com.customerfocus.text.Shortened;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Questions that go up the line and the answers that come back. A question has a team: that of the
 * manager who brought it from a briefing, or the one an employee is in; the whole team gets the
 * answer.
 */
@Service
@Transactional
@Order(3)
public class QuestionService implements CascadeEnding {

  static final int MAX_QUESTION = 2_000;

  private static final int DAYS_TO_ANSWER = 10;

  /** Most open questions of one person. */
  private static final int MAX_WAITING = 5;

  private static final int MAX_BEGINNING = 80;

  private static final int WITHDRAWN_AT_ONCE = 200;

  /** A former manager answers only if there is no other. */
  private static final Comparator<Level> FIRST_TO_ANSWER =
      Comparator.comparing(Level::active).reversed().thenComparing(Level::height);

  private final Questions questions;
  private final BriefingLine line;
  private final QuestionWorkflow workflow;
  private final DueDates dueDates;
  private final NoticeService notices;
  private final Clock clock;

  QuestionService(
      Questions questions,
      BriefingLine line,
      QuestionWorkflow workflow,
      DueDates dueDates,
      NoticeService notices,
      Clock clock) {
    this.questions = questions;
    this.line = line;
    this.workflow = workflow;
    this.dueDates = dueDates;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * The manager brings questions from a briefing; they go to the manager above.
   *
   * @throws InvalidInputException when they cannot be taken
   */
  @EventListener
  public void askedInBriefing(BriefingHeld held) {
    var briefing = held.briefing();
    var by = held.by();
    var texts = oneALine(held.report().questions());
    if (texts.isEmpty()) {
      return;
    }
    var above =
        managerAbove(briefing.id(), by)
            .orElseThrow(() -> new InvalidInputException("refusal.question.top"));
    ask(briefing.cascadeId(), briefing.id(), by, texts, above);
  }

  /** Questions from a briefing, one by one. */
  private record FromBriefing(
      @Size(max = 20, message = "refusal.question.too-many")
          List<@Size(max = MAX_QUESTION, message = "refusal.question.too-long") String> texts) {}

  private static List<String> oneALine(String lines) {
    var texts =
        lines == null
            ? List.<String>of()
            : lines
                .lines()
                .map(QuestionService::tidy)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    Inputs.check(new FromBriefing(texts));
    return texts;
  }

  /** A reader asks from the personal page; the question goes to the reader's manager. */
  public QuestionOutcome ask(long receiptId, String typed) {
    var text = tidy(typed);
    if (text.isEmpty()) {
      return QuestionOutcome.EMPTY;
    }
    if (text.length() > MAX_QUESTION) {
      return QuestionOutcome.TOO_LONG;
    }
    var reader = questions.lockReader(receiptId, clock.instant());
    var manager = reader.flatMap(r -> managerOf(r.briefingId(), r.personId()));
    if (manager.isEmpty()) {
      return QuestionOutcome.TOO_LATE;
    }
    var team = reader.get().briefingId();
    var person = reader.get().personId();
    var waiting = questions.waitingFor(team, person);
    if (waiting.contains(text)) {
      return QuestionOutcome.ON_ITS_WAY;
    }
    if (waiting.size() >= MAX_WAITING) {
      return QuestionOutcome.TOO_MANY;
    }
    ask(reader.get().cascadeId(), team, person, List.of(text), manager.get());
    return QuestionOutcome.ON_ITS_WAY;
  }

  /** The manager of this briefing; the next one up when that is the asker or has left. */
  private Optional<Level> managerOf(long briefingId, String askedBy) {
    return firstUpwards(briefingId, 0, askedBy);
  }

  /** The next manager above this briefing, except the asker. */
  private Optional<Level> managerAbove(long briefingId, String askedBy) {
    return firstUpwards(briefingId, 1, askedBy);
  }

  private Optional<Level> firstUpwards(long briefingId, int height, String askedBy) {
    return line.upwards(briefingId).stream()
        .filter(level -> level.height() >= height && !level.managerId().equals(askedBy))
        .min(FIRST_TO_ANSWER);
  }

  /** Line breaks as we keep them, and nothing that a database does not take. */
  private static String tidy(String typed) {
    return typed == null ? "" : Texts.strip(typed.replace("\r\n", "\n").replace("\0", ""));
  }

  private void ask(long cascadeId, long briefingId, String by, List<String> texts, Level manager) {
    var now = clock.instant();
    var due = due(manager, now);
    var steps = new ArrayList<Long>();
    for (var text : texts) {
      var id = questions.insert(cascadeId, briefingId, by, text, manager.briefingId(), due, now);
      steps.add(
          questions.record(id, new QuestionStep(Kind.ASKED, now, by, manager.managerId(), null)));
      workflow.questionAsked(duty(id, text, manager, due, due));
    }
    tellAnswerer(steps);
  }

  private void tellAnswerer(Collection<Long> steps) {
    notices.record(
        QuestionAskedRenderer.KIND, QuestionAskedRenderer.RECIPIENTS, Map.of("steps", steps));
  }

  private Instant due(Level manager, Instant from) {
    return dueDates.after(from, DAYS_TO_ANSWER, manager.site());
  }

  private static QuestionAssignment duty(
      long questionId, String text, Level manager, Instant due, Instant escalateAt) {
    return new QuestionAssignment(
        questionId, Shortened.of(text, MAX_BEGINNING), manager.managerId(), due, escalateAt);
  }

  /**
   * Takes a manager's decision about a question, and records the answer if it is one.
   *
   * @return whether it is an answer
   * @throws NotAllowedException when the question is with another manager
   * @throws InvalidInputException when it cannot be taken
   */
  public boolean replied(long questionId, QuestionReply reply, Actor by) {
    checkAnswers(questionId, by);
    switch (reply.decision() == null ? "" : reply.decision()) {
      case QuestionReply.ANSWER -> answer(questionId, reply.answer(), by.id());
      case QuestionReply.PASS_UP -> {
        Inputs.limited(reply.note(), 1_000, "refusal.question.note-too-long");
        return false;
      }
      default -> throw new InvalidInputException("refusal.question.decision");
    }
    return true;
  }

  private void checkAnswers(long questionId, Actor by) {
    by.mustActFor("refusal.question.not-yours", questions.answerer(questionId).orElse(null));
  }

  private void answer(long questionId, String answer, String by) {
    Inputs.limited(answer, 4_000, "refusal.question.answer-too-long");
    Inputs.required(answer, "refusal.question.answer");
    var now = clock.instant();
    if (!questions.answered(questionId, tidy(answer), by, now)) {
      throw noLongerOpen();
    }
    questions.record(questionId, new QuestionStep(Kind.ANSWERED, now, by, null, null));
    notices.record(
        QuestionAnsweredRenderer.KIND,
        QuestionAnsweredRenderer.RECIPIENTS,
        Map.of("question", questionId, "answerer", by));
  }

  /**
   * The next manager up is to answer.
   *
   * @param note why, or null
   * @throws NotAllowedException when the question is with another manager
   * @throws InvalidInputException when there is no manager above
   */
  public QuestionAssignment passUp(long questionId, String note, Actor by) {
    checkAnswers(questionId, by);

    var question = questions.lockOpen(questionId).orElseThrow(QuestionService::noLongerOpen);
    var above =
        above(question)
            .orElseThrow(() -> new InvalidInputException("refusal.question.no-manager-above"));
    return moveUp(
        question, above, Kind.PASSED_UP, by.id(), Texts.isBlank(note) ? null : tidy(note));
  }

  private static InvalidInputException noLongerOpen() {
    return new InvalidInputException("refusal.question.over");
  }

  /**
   * A question was not answered in time: the next manager up is to answer. At the top it stays
   * where it is, overdue, and its manager is reminded.
   */
  public QuestionAssignment escalate(long questionId) {
    var question = questions.lockOpen(questionId).orElseThrow();
    return above(question)
        .map(above -> moveUp(question, above, Kind.ESCALATED, null, null))
        .orElseGet(() -> remind(question));
  }

  private Optional<Level> above(Open question) {
    return managerAbove(question.answeringBriefingId(), question.askedBy());
  }

  private QuestionAssignment moveUp(Open question, Level above, Kind how, String by, String note) {
    var now = clock.instant();
    var due = due(above, now);
    questions.moveTo(question.id(), above.briefingId(), due);
    var step =
        questions.record(question.id(), new QuestionStep(how, now, by, above.managerId(), note));
    tellAnswerer(List.of(step));
    return duty(question.id(), question.text(), above, due, due);
  }

  private QuestionAssignment remind(Open question) {
    var now = clock.instant();
    var manager = managerOf(question.answeringBriefingId(), question.askedBy()).orElseThrow();
    var step =
        questions.record(
            question.id(), new QuestionStep(Kind.REMINDED, now, null, manager.managerId(), null));
    tellAnswerer(List.of(step));
    return duty(question.id(), question.text(), manager, question.due(), due(manager, now));
  }

  /** Questions visible to the receipt's owner: answered ones of the team, and the own ones. */
  @Transactional(readOnly = true)
  public List<TeamQuestions.Question> seenBy(long receiptId) {
    return questions.seenBy(receiptId, clock.instant());
  }

  /** Name of the manager an open question could be passed up to; empty at the top. */
  @Transactional(readOnly = true)
  public Optional<String> nextUp(long questionId) {
    return questions.open(questionId).flatMap(this::above).map(Level::name);
  }

  /**
   * Withdraws some of the open questions of a cascade if it was withdrawn itself; those about a
   * memo that has closed are still answered. Says whether any is left to withdraw.
   */
  @Override
  public boolean endSome(long cascadeId) {
    var withdrawn = questions.withdraw(cascadeId, WITHDRAWN_AT_ONCE, clock.instant());
    workflow.questionsWithdrawn(withdrawn);
    return questions.isAnyToWithdraw(cascadeId);
  }
}
