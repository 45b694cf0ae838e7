package com.customerfocus.customercase.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.customercase.news.Happening.Kind;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.worktime.SampleCalendars;
import com.customerfocus.worktime.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A case that began on Monday, 2 March 2026, 9:00. Its owner works from Monday to Friday, 9 to 17;
 * news every two days, an answer in four hours.
 */
class NewsRulesTests {

  private static final WorkingCalendar CALENDAR =
      SampleCalendars.of("UTC", "monday-friday", "09:00-17:00");
  private static final NewsRules RULES =
      new NewsRules(CALENDAR, new NewsTargets("2 d", "4 h", "1 d", "1: all"));
  private static final Instant BEGAN = at("2026-03-02T09:00");

  private static Instant at(String local) {
    return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
  }

  private static NewsSchedule schedule(Happening... happenings) {
    return RULES.schedule(BEGAN, OwnerMove.NONE, List.of(happenings));
  }

  @Test
  void aCaseBeginsWithTheCadence() {
    assertThat(schedule()).isEqualTo(new NewsSchedule(BEGAN, null, at("2026-03-04T09:00"), null));
  }

  /**
   * The rows of the table: on Tuesday, 3 March, at 10:00, while a message of 9:30 waits, so that
   * without any effect news are due on Wednesday at 9:00 and the answer on Tuesday at 13:30.
   */
  @ParameterizedTest(name = "{0}: news {1}, answer {2}")
  @CsvSource({
    "MAIL,              2026-03-05T10:00, ",
    "MAIL_THAT_BOUNCED, 2026-03-04T09:00, 2026-03-03T13:30",
    "CALL,              2026-03-05T10:00, ",
    "PUBLISHED,         2026-03-04T09:00, 2026-03-03T13:30",
    "AUTOMATIC,         2026-03-04T09:00, 2026-03-03T13:30",
    "INTERNAL,          2026-03-04T09:00, 2026-03-03T13:30",
    "CUSTOMER_WROTE,    2026-03-04T09:00, 2026-03-03T13:30",
    "CUSTOMERS_PROGRAM, 2026-03-04T09:00, 2026-03-03T13:30",
    "NOTED_INSTEAD,     2026-03-05T10:00, 2026-03-03T13:30",
  })
  void onlyAContactWithTheCustomerMovesTheClocks(Kind kind, String news, String answer) {
    var schedule =
        schedule(
            Happening.of(Kind.CUSTOMER_WROTE, at("2026-03-03T09:30")),
            Happening.of(kind, at("2026-03-03T10:00")));

    assertThat(schedule.newsDue()).isEqualTo(at(news));
    assertThat(schedule.answerDue()).isEqualTo(answer == null ? null : at(answer));
  }

  /** The other case was taken in on Tuesday at 9:00. */
  @ParameterizedTest(name = "own {0}, {1}; other {2}, {3}; then {4}: {5}, {6}")
  @CsvSource({
    "2026-03-04T09:00, ,                 2026-03-03T12:00, 2026-03-03T11:00, INTERNAL,      2026-03-03T12:00, 2026-03-03T11:00",
    "2026-03-04T09:00, ,                 2026-03-06T12:00, ,                 INTERNAL,      2026-03-04T09:00, ",
    "2026-03-04T09:00, ,                 2026-03-03T12:00, 2026-03-03T11:00, MAIL,          2026-03-05T10:00, ",
    "2026-03-04T09:00, ,                 2026-03-03T12:00, 2026-03-03T11:00, NOTED_INSTEAD, 2026-03-05T10:00, 2026-03-03T11:00",
    "2026-03-04T09:00, ,                 2026-03-03T12:00, 2026-03-03T11:00, MAIL_THAT_BOUNCED, 2026-03-03T12:00, 2026-03-03T11:00",
  })
  void ofTwoJoinedCasesTheEarlierMomentsHoldUntilTheNextContact(
      String news,
      String answer,
      String otherNews,
      String otherAnswer,
      Kind then,
      String newsDue,
      String answerDue) {
    var move =
        NewsRules.joined(
            new NewsSchedule(BEGAN, null, at(news), moment(answer)),
            new NewsSchedule(BEGAN, null, at(otherNews), moment(otherAnswer)),
            at("2026-03-03T09:00"));

    var schedule = RULES.schedule(BEGAN, move, List.of(Happening.of(then, at("2026-03-03T10:00"))));

    assertThat(schedule.newsDue()).isEqualTo(at(newsDue));
    assertThat(schedule.answerDue()).isEqualTo(moment(answerDue));
  }

  private static Instant moment(String local) {
    return local == null ? null : at(local);
  }

  @ParameterizedTest
  @CsvSource({"CUSTOMER_WROTE, 2026-03-03T14:00", "CUSTOMERS_PROGRAM, ", "AUTOMATIC, "})
  void theAnswerIsDueOnceThereIsAMessage(Kind kind, String due) {
    var schedule = schedule(Happening.of(kind, at("2026-03-03T10:00")));

    assertThat(schedule.answerDue()).isEqualTo(due == null ? null : at(due));
  }

  @Test
  void theOldestUnansweredMessageCounts() {
    var schedule =
        schedule(
            Happening.of(Kind.CUSTOMER_WROTE, at("2026-03-02T10:00")),
            Happening.of(Kind.CALL, at("2026-03-02T11:00")),
            Happening.of(Kind.CUSTOMER_WROTE, at("2026-03-03T10:00")),
            Happening.of(Kind.CUSTOMER_WROTE, at("2026-03-03T12:00")));

    assertThat(schedule.answerDue()).isEqualTo(at("2026-03-03T14:00"));
  }

  @Test
  void aMailThatWasWrittenBeforeTheMessageIsNoAnswerToIt() {
    var queued = new Happening(Kind.MAIL, at("2026-03-03T10:10"), at("2026-03-03T09:55"), null);

    var schedule = schedule(Happening.of(Kind.CUSTOMER_WROTE, at("2026-03-03T10:00")), queued);

    assertThat(schedule.newsDue()).isEqualTo(at("2026-03-05T10:10"));
    assertThat(schedule.answerDue()).isEqualTo(at("2026-03-03T14:00"));
  }

  /** Received at 9:10, while the mailbox could not be read; on record at 11. */
  @ParameterizedTest(name = "our mail of {0}: answer {1}")
  @CsvSource({"2026-03-03T10:00, 2026-03-03T13:10", "2026-03-03T11:00, "})
  void whatWasWrittenBeforeAMessageWasOnRecordIsNoAnswerToIt(String ours, String answer) {
    var message =
        new Happening(Kind.CUSTOMER_WROTE, at("2026-03-03T09:10"), at("2026-03-03T11:00"), null);

    var schedule = schedule(message, Happening.of(Kind.MAIL, at(ours)));

    assertThat(schedule.answerDue()).isEqualTo(moment(answer));
  }

  @ParameterizedTest(name = "every {0} instead: {1}, after a call {2}")
  @CsvSource({
    "1 d, 2026-03-03T09:00, 2026-03-03T12:00",
    "5 d, 2026-03-04T09:00, 2026-03-09T12:00",
  })
  void anotherCadenceMovesNoMomentToALaterOneUntilTheNextNews(
      String cadence, String due, String afterCall) {
    var others = new NewsRules(CALENDAR, new NewsTargets(cadence, "4 h", "1 d", "1: all"));
    var move = NewsRules.retargeted(schedule(), at("2026-03-02T10:00"));
    var call = Happening.of(Kind.CALL, at("2026-03-02T12:00"));

    assertThat(others.schedule(BEGAN, move, List.of()).newsDue()).isEqualTo(at(due));
    assertThat(others.schedule(BEGAN, move, List.of(call)).newsDue()).isEqualTo(at(afterCall));
  }

  @Test
  void aBounceLeavesWhatTheContactsBeforeAndAfterItDo() {
    var before = Happening.of(Kind.CALL, at("2026-03-02T15:00"));
    var bounced = Happening.of(Kind.MAIL_THAT_BOUNCED, at("2026-03-03T10:00"));
    var after = Happening.of(Kind.CALL, at("2026-03-04T12:00"));

    assertThat(schedule(before, bounced)).isEqualTo(schedule(before));
    assertThat(schedule(before, bounced, after)).isEqualTo(schedule(before, after));
    assertThat(schedule(before, bounced, after).newsDue()).isEqualTo(at("2026-03-06T12:00"));
  }

  @ParameterizedTest(name = "told {0} on Monday at 10: due {1}")
  @CsvSource({
    // Earlier than the cadence: as told. Later: the cadence.
    "2026-03-03T16:00, 2026-03-03T16:00",
    "2026-03-04T10:00, 2026-03-04T10:00",
    "2026-03-12T12:00, 2026-03-04T10:00",
    ",                 2026-03-04T10:00",
  })
  void theMomentThatTheCustomerWasToldHoldsWhereItIsEarlier(String told, String due) {
    var call = Happening.of(Kind.CALL, at("2026-03-02T10:00"));

    var schedule = schedule(told == null ? call : call.telling(at(told)));

    assertThat(schedule.newsDue()).isEqualTo(at(due));
  }

  @Test
  void theMomentThatTheCustomerWasToldStaysWhenAContactTellsNoOther() {
    var told = Happening.of(Kind.CALL, at("2026-03-02T10:00")).telling(at("2026-03-03T16:00"));
    var contact = Happening.of(Kind.MAIL, at("2026-03-03T09:00"));
    var late = Happening.of(Kind.MAIL, at("2026-03-03T16:30"));

    assertThat(schedule(told, contact).newsDue()).isEqualTo(at("2026-03-03T16:00"));
    assertThat(schedule(told, contact.telling(at("2026-03-04T12:00"))).newsDue())
        .as("the customer was told another one")
        .isEqualTo(at("2026-03-04T12:00"));
    assertThat(schedule(told, late).newsDue()).isEqualTo(at("2026-03-05T16:30"));
  }

  @Test
  void theMomentThatABouncedMailToldIsNone() {
    var bounced =
        Happening.of(Kind.MAIL_THAT_BOUNCED, at("2026-03-02T10:00"))
            .telling(at("2026-03-03T11:00"));

    assertThat(schedule(bounced)).isEqualTo(schedule());
  }

  @ParameterizedTest(name = "another owner {0}: news {1}")
  @CsvSource({
    // The rest is shorter; one working day is; it is late already.
    "2026-03-03T15:00, 2026-03-04T09:00",
    "2026-03-02T10:00, 2026-03-03T10:00",
    "2026-03-05T10:00, 2026-03-04T09:00",
  })
  void anotherOwnerHasTheShorterOfTheRestAndOneWorkingDay(String moved, String due) {
    var move = RULES.moved(schedule(), at(moved));

    assertThat(RULES.schedule(BEGAN, move, List.of()).newsDue()).isEqualTo(at(due));
  }

  @Test
  void anotherOwnerNeverMovesAMomentThatTheCustomerWasTold() {
    var told = Happening.of(Kind.CALL, at("2026-03-02T10:00")).telling(at("2026-03-03T12:00"));
    var move = RULES.moved(schedule(told), at("2026-03-02T16:00"));

    assertThat(RULES.schedule(BEGAN, move, List.of(told)).newsDue())
        .isEqualTo(at("2026-03-03T12:00"));
  }

  @Test
  void theFirstContactOfAnotherOwnerBringsTheCadenceBack() {
    var move = RULES.moved(schedule(), at("2026-03-02T10:00"));
    var call = Happening.of(Kind.CALL, at("2026-03-02T12:00"));

    assertThat(RULES.schedule(BEGAN, move, List.of(call)).newsDue())
        .isEqualTo(at("2026-03-04T12:00"));
  }

  @Test
  void anotherOwnerHasNoLongerForTheAnswerEither() {
    var message = Happening.of(Kind.CUSTOMER_WROTE, at("2026-03-02T10:00"));
    var move = RULES.moved(schedule(message), at("2026-03-02T11:00"));

    assertThat(RULES.schedule(BEGAN, move, List.of(message)).answerDue())
        .isEqualTo(at("2026-03-02T14:00"));
  }

  @Test
  void theOrderInWhichThingsAreRecordedDoesNotMatter() {
    var happenings = new ArrayList<Happening>();
    for (var hour = 10; hour < 17; hour++) {
      for (var kind : Kind.values()) {
        happenings.add(Happening.of(kind, at("2026-03-02T%d:0%d".formatted(hour, kind.ordinal()))));
      }
    }
    var inOrder = RULES.schedule(BEGAN, OwnerMove.NONE, happenings);
    Collections.shuffle(happenings, new Random(4));

    assertThat(RULES.schedule(BEGAN, OwnerMove.NONE, happenings)).isEqualTo(inOrder);
  }

  @ParameterizedTest(name = "called {0}: {1}")
  @CsvSource({
    "2026-03-02T10:00, ",
    "2026-03-03T10:00, ",
    "2026-03-03T10:01, refusal.case.call-to-come",
    "2026-03-02T09:59, refusal.case.call-too-early",
  })
  void aCallIsNeitherToComeNorBeforeTheLastContact(String call, String refusal) {
    var present = schedule(Happening.of(Kind.MAIL, at("2026-03-02T10:00")));
    var now = at("2026-03-03T10:00");

    if (refusal == null) {
      assertThatCode(() -> NewsRules.checkCall(at(call), present, now)).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> NewsRules.checkCall(at(call), present, now))
          .satisfies(
              it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(refusal));
    }
  }

  @ParameterizedTest(name = "wanted {0}, told before {1}: told {2}")
  @CsvSource({
    ",                 ,                 2026-03-04T12:00",
    ",                 2026-03-03T16:00, 2026-03-03T16:00",
    ",                 2026-03-02T11:00, 2026-03-04T12:00",
    "2026-03-06T12:00, 2026-03-03T16:00, 2026-03-06T12:00",
  })
  void eachMailTellsWhenTheNextNewsCome(String wanted, String before, String told) {
    var present =
        new NewsSchedule(BEGAN, before == null ? null : at(before), at("2026-03-04T09:00"), null);

    assertThat(RULES.toTell(wanted == null ? null : at(wanted), present, at("2026-03-02T12:00")))
        .isEqualTo(at(told));
  }

  @ParameterizedTest(name = "news late {0}, answer late {1}: look at {2}")
  @CsvSource({
    ",                 ,                 2026-03-03T14:00",
    ",                 2026-03-03T14:00, 2026-03-04T09:00",
    "2026-03-04T09:00, 2026-03-03T14:00, ",
    "2026-03-01T09:00, 2026-03-01T14:00, 2026-03-03T14:00",
  })
  void whatIsOnRecordAsLateIsNotLookedAtAgain(String news, String answer, String look) {
    var schedule = new NewsSchedule(BEGAN, null, at("2026-03-04T09:00"), at("2026-03-03T14:00"));

    assertThat(
            schedule.nextLook(news == null ? null : at(news), answer == null ? null : at(answer)))
        .isEqualTo(look == null ? null : at(look));
  }
}
