package com.customerfocus.handoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import com.customerfocus.deadline.level.ClockResult;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TasklistUser;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * One handoff with all that can happen on its way, sent as Tasklist sends it, with all background
 * work: timers, sweeps and mails.
 */
class HandoffDetoursTests extends EndToEndTest {

  private final OrganizationImporter importer;
  private final MovableClock clock;
  private final Handoffs handoffs;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final PromiseReports promises;

  @Autowired
  HandoffDetoursTests(
      CascadeSteps cascadeSteps,
      OrganizationImporter importer,
      MovableClock clock,
      Handoffs handoffs,
      ServiceClocks clocks,
      Turns turns,
      PromiseReports promises) {
    super(cascadeSteps);
    this.importer = importer;
    this.clock = clock;
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.turns = turns;
    this.promises = promises;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
  }

  @Test
  void aHandoffOutlivesAQuestionNewDatesALeaverADelayAndSilence() throws Exception {
    var oscar = new TasklistUser(ADDRESS, "oscar", "secret");
    var luis = new TasklistUser(ADDRESS, "luis", "secret");
    oscar.start("partner-handoff", "handoffRequest", HandoffSteps.request());

    at("2026-03-02T10:00:00Z");
    say(luis, "acceptHandoff", "ASK_BACK", "note", "How wide is the gate there?");
    mailTo("oscar");
    at("2026-03-02T11:00:00Z");
    say(oscar, "answerPartner", "ANSWER", "note", "Two metres and forty.");
    at("2026-03-02T12:00:00Z");
    say(luis, "acceptHandoff", "PROPOSE_DATE", "date", "2026-03-05T12:00");
    say(oscar, "agreeOnDate", "AGREE_ON_DATE");
    at("2026-03-03T09:00:00Z");
    say(
        luis,
        "deliver",
        "ASK_FOR_NEW_DATE",
        "date",
        "2026-03-06T12:00",
        "note",
        "The van has a flat tyre.");
    say(oscar, "agreeOnNewDate", "AGREE_ON_NEW_DATE");
    assertThat(promise()).isEqualTo(PromiseState.RENEGOTIATED);

    at("2026-03-04T09:00:00Z");
    luisLeaves();
    var lena = new TasklistUser(ADDRESS, "lena", "secret");
    at("2026-03-06T12:00:01Z");
    await().atMost(PATIENCE).until(() -> promise() == PromiseState.BROKEN);
    say(lena, "deliver", "DELIVER", "note", "The pump stands in the mill, without the hose.");
    at("2026-03-06T14:00:00Z");
    say(oscar, "confirmResult", "REOPEN", "reason", "INCOMPLETE", "note", "The hose is missing.");
    at("2026-03-06T14:30:00Z");
    say(lena, "deliver", "DELIVER", "note", "The hose is there now, too.");

    at("2026-03-13T14:30:01Z");
    await().atMost(PATIENCE).until(() -> handoff().state() == HandoffState.DEEMED_CONFIRMED);
    rate(oscar, Map.of("score", "4", "thanked", "Lars", "thanks", "He carried it alone."));
    rate(lena, Map.of("score", "5", "note", "We knew at once what was needed."));

    assertThat(text(mailTo("lars"))).contains("He carried it alone.");
    assertThat(promise()).isEqualTo(PromiseState.BROKEN);
    assertThat(count("handoff_rating where score is not null")).isEqualTo(2);
    theRecordTellsIt();
  }

  private void theRecordTellsIt() {
    assertThat(handoffs.events(handoff().id()))
        .filteredOn(it -> it.step().side() != HandoffStep.Side.PROGRAM)
        .extracting(HandoffEvent::step)
        .containsExactly(
            HandoffStep.REQUEST,
            HandoffStep.ASK_BACK,
            HandoffStep.ANSWER,
            HandoffStep.PROPOSE_DATE,
            HandoffStep.AGREE_ON_DATE,
            HandoffStep.ASK_FOR_NEW_DATE,
            HandoffStep.AGREE_ON_NEW_DATE,
            HandoffStep.DELIVER,
            HandoffStep.REOPEN,
            HandoffStep.DELIVER);
    var subject = HandoffClocks.subject(handoff().id());
    assertThat(clocks.clocks(subject))
        .extracting(ServiceClock::metric, ServiceClock::holder, ServiceClock::result)
        .containsExactly(
            tuple("time-to-own", "logistics", ClockResult.MET),
            tuple("time-to-answer", "order-desk", ClockResult.MET),
            tuple("time-to-answer", "order-desk", ClockResult.MET),
            tuple("time-to-deliver", "logistics", ClockResult.MISSED),
            tuple("time-to-deliver", "logistics", ClockResult.MET));
    var all = turns.list(subject);
    assertThat(all.get(0).beganAt()).isEqualTo(handoff().requestedAt());
    for (var i = 1; i < all.size(); i++) {
      assertThat(all.get(i).beganAt()).isEqualTo(all.get(i - 1).endedAt());
    }
    assertThat(all.get(all.size() - 1).endedAt()).isEqualTo(handoff().endedAt());
  }

  private void luisLeaves() {
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("oscar", "Óscar", "olga", "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "en", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .importInto(importer);
  }

  private Handoff handoff() {
    return handoffs.find(cascadeSteps.count("select max(id) from handoff")).orElseThrow();
  }

  private PromiseState promise() {
    return promises.promise(handoff().promiseId()).orElseThrow().state();
  }

  private long count(String rows) {
    return cascadeSteps.count("select count(*) from " + rows);
  }

  private void at(String moment) {
    clock.moveTo(Instant.parse(moment));
  }

  /** Completes the task, claimed first while a group has it. */
  private void say(TasklistUser user, String element, String decision, String... said)
      throws IOException {
    var own = user.task(element);
    if (own.isEmpty()) {
      var ofGroup = user.groupTask(element).orElseThrow();
      assertThat(user.claim(ofGroup).statusCode()).isEqualTo(204);
      own = Optional.of(ofGroup);
    }
    var fields = new HashMap<String, Object>();
    fields.put("decision", decision);
    for (var i = 0; i < said.length; i += 2) {
      fields.put(said[i], said[i + 1]);
    }
    var form = element.equals("agreeOnNewDate") ? "newDate" : "word";
    var answer = user.complete(own.orElseThrow(), form, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private void rate(TasklistUser user, Map<String, Object> rating) throws IOException {
    var task = user.task("ratePartnership").orElseThrow();
    var answer = user.complete(task, "rating", rating);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }
}
