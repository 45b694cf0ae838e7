package com.customerfocus.customercase.news;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * When the next news of a case and the answer to its customer are due. Both follow from what
 * happened since the case began, so that a mail that comes back is left out as if it had never been
 * sent, and what came after it counts.
 *
 * <p>The next news is due when the cadence after the last news has passed, or at the moment that
 * the customer was told where that is earlier. Such a moment never moves: it stands until it has
 * come, or until the customer is told another one. An answer is due for the oldest message that is
 * not answered. Nothing else moves either, above all no internal work.
 */
final class NewsRules {

  private final WorkingCalendar calendar;
  private final NewsTargets targets;

  /**
   * @param calendar of the owner
   */
  NewsRules(WorkingCalendar calendar, NewsTargets targets) {
    this.calendar = calendar;
    this.targets = targets;
  }

  /** The moments by all that happened since the case began, in any order. */
  NewsSchedule schedule(Instant began, OwnerMove move, List<Happening> happenings) {
    var lastNews = began;
    Instant promised = null;
    var lastAnswer = began;
    var unanswered = new ArrayList<Happening>();
    var inOrder = happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
    for (var it : inOrder) {
      if (it.kind().wantsAnswer()) {
        unanswered.add(it);
      }
      if (it.kind().isNews()) {
        // News of a case that was taken in may be older than this one.
        lastNews = it.at().isAfter(began) ? it.at() : began;
        promised = it.told() != null ? it.told() : stillToCome(promised, it.at());
      }
      if (it.kind().answers()) {
        lastAnswer = it.at().isAfter(began) ? it.at() : began;
        unanswered.removeIf(message -> !message.written().isAfter(it.written()));
      }
    }
    var newsDue =
        isUntil(move, lastNews)
            ? earliest(
                move.news(),
                toCome(after(lastNews, targets.cadence()), move),
                toCome(promised, move))
            : earliest(after(lastNews, targets.cadence()), promised);
    // A case that was taken in may have brought a message to answer, until the customer is
    // answered.
    var answer =
        unanswered.isEmpty() ? null : after(unanswered.get(0).at(), targets.timeToAnswer());
    var answerDue =
        isUntil(move, lastAnswer) && move.answer() != null
            ? earlier(toCome(answer, move), move.answer())
            : answer;
    return new NewsSchedule(lastNews, promised, newsDue, answerDue);
  }

  /** Whether the last contact was not after the move, so that what it brought still holds. */
  private static boolean isUntil(OwnerMove move, Instant lastContact) {
    return move.at() != null && !lastContact.isAfter(move.at());
  }

  /**
   * A moment that had not come when the case moved; null for one that had. It is on record as late,
   * or comes from the calendar of another owner: who has the case now is not late at once.
   */
  private static Instant toCome(Instant moment, OwnerMove move) {
    return moment == null || moment.isAfter(move.at()) ? moment : null;
  }

  /** The moment that the customer was told, unless it had come before this contact. */
  private static Instant stillToCome(Instant promised, Instant contact) {
    return promised != null && promised.isAfter(contact) ? promised : null;
  }

  /**
   * Another owner has what is left, but no more than one working day; all of it where nothing is
   * left, as who had the case before was late.
   */
  OwnerMove moved(NewsSchedule present, Instant now) {
    var oneDay = calendar.after(now, WorkingAmount.days(1));
    return new OwnerMove(
        now,
        left(present.newsDue(), now, oneDay),
        present.answerDue() == null ? null : left(present.answerDue(), now, oneDay));
  }

  private static Instant left(Instant due, Instant now, Instant oneDay) {
    return due.isAfter(now) && due.isBefore(oneDay) ? due : oneDay;
  }

  /** When news that are late now are late once more, if there are none until then. */
  Instant nextCadence(Instant now) {
    return after(now, targets.cadence());
  }

  /**
   * Another cadence. The customer knows from us, or from the page, by when the next news come: they
   * come no later than that.
   */
  static OwnerMove retargeted(NewsSchedule present, Instant now) {
    return new OwnerMove(now, present.newsDue(), present.answerDue());
  }

  /** A case that has taken another one in has the earlier of their moments until the next news. */
  static OwnerMove joined(NewsSchedule survivor, NewsSchedule joined, Instant now) {
    return new OwnerMove(
        now,
        earlier(survivor.newsDue(), joined.newsDue()),
        earlier(survivor.answerDue(), joined.answerDue()));
  }

  /**
   * The moment of the next news that a customer is told now.
   *
   * @param wanted by the owner, or null: then the cadence, or an earlier moment that stands
   */
  Instant toTell(Instant wanted, NewsSchedule present, Instant now) {
    return wanted != null
        ? wanted
        : earliest(after(now, targets.cadence()), stillToCome(present.promised(), now));
  }

  /** Until when the owner finds out what is not known. */
  Instant findOut(Instant now) {
    return after(now, targets.timeToFindOut());
  }

  /**
   * @throws InvalidInputException when a call cannot have been at this moment
   */
  static void checkCall(Instant call, NewsSchedule present, Instant now) {
    if (call.isAfter(now)) {
      throw new InvalidInputException("refusal.case.call-to-come");
    }
    if (call.isBefore(present.lastContact())) {
      throw new InvalidInputException("refusal.case.call-too-early");
    }
  }

  private Instant after(Instant start, String amount) {
    return calendar.after(start, WorkingAmount.parse(amount));
  }

  private static Instant earliest(Instant... moments) {
    return Stream.of(moments).filter(Objects::nonNull).min(Instant::compareTo).orElseThrow();
  }

  /** Null where both are. */
  private static Instant earlier(Instant one, Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
