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
    var unanswered = new ArrayList<Instant>();
    var inOrder = happenings.stream().sorted(Comparator.comparing(Happening::at)).toList();
    for (var it : inOrder) {
      if (it.kind().wantsAnswer()) {
        unanswered.add(it.at());
      }
      if (it.kind().isNews()) {
        // News of a case that was taken in may be older than this one.
        lastNews = it.at().isAfter(began) ? it.at() : began;
        promised = it.told() != null ? it.told() : stillToCome(promised, it.at());
      }
      if (it.kind().answers()) {
        lastAnswer = it.at().isAfter(began) ? it.at() : began;
        unanswered.removeIf(message -> !message.isAfter(it.written()));
      }
    }
    var newsDue =
        earliest(
            after(lastNews, targets.cadence()),
            promised,
            isUntil(move, lastNews) ? move.news() : null);
    // A case that was taken in may have brought a message to answer, until the customer is
    // answered.
    var answerDue =
        earlier(
            unanswered.isEmpty() ? null : after(unanswered.get(0), targets.timeToAnswer()),
            isUntil(move, lastAnswer) ? move.answer() : null);
    return new NewsSchedule(lastNews, promised, newsDue, answerDue);
  }

  /** Whether the last contact was not after the move, so that what it brought still holds. */
  private static boolean isUntil(OwnerMove move, Instant lastContact) {
    return move.at() != null && !lastContact.isAfter(move.at());
  }

  /** The moment that the customer was told, unless it had come before this contact. */
  private static Instant stillToCome(Instant promised, Instant contact) {
    return promised != null && promised.isAfter(contact) ? promised : null;
  }

  /** Another owner has what is left, but no more than one working day. */
  OwnerMove moved(NewsSchedule present, Instant now) {
    var oneDay = calendar.after(now, WorkingAmount.days(1));
    return new OwnerMove(
        now,
        earliest(present.newsDue(), oneDay),
        present.answerDue() == null ? null : earliest(present.answerDue(), oneDay));
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
