package com.customerfocus.handoff.breach;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.deadline.level.ClockState;
import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.ConcurrentUsers;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Óscar of the order desk asks Logistics on Monday, 2 March 2026, 9:00. Logistics has four hours to
 * answer and three days to deliver, a question is to be answered within a day.
 */
@CustomerFocusTest
class HandoffBreachTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final CascadeSteps absences;
  private final Mailbox mailbox;
  private final ServiceClocks clocks;
  private final HandoffView texts;
  private final List<Sweep> sweeps;
  private final JdbcTemplate rows;
  private ProcessInstance whole;

  @Autowired
  HandoffBreachTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      HandoffSteps steps,
      CascadeSteps absences,
      Mailbox mailbox,
      ServiceClocks clocks,
      HandoffView texts,
      List<Sweep> sweeps,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.steps = steps;
    this.absences = absences;
    this.mailbox = mailbox;
    this.clocks = clocks;
    this.texts = texts;
    this.sweeps = sweeps;
    this.rows = rows;
  }

  @BeforeEach
  void people() {
    new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer")
        .add("olga", "Olga", "boss", "Order Desk", "en", "department-head")
        .add("oscar", "Óscar", "olga", "Order Desk", "es", "front-line")
        .add("lena", "Lena", "boss", "Logistics", "en", "department-head")
        .add("luis", "Luis", "lena", "Logistics", "es", "")
        .add("lars", "Lars", "lena", "Logistics", "en", "")
        .add("wanda", "Wanda", "boss", "Workshop", "es", "department-head")
        .add("walt", "Walt", "wanda", "Workshop", "en", "")
        .add("petra", "Petra", "boss", "Board", "en", "process-owner")
        .add("pablo", "Pablo", "boss", "Board", "es", "process-owner")
        .importInto(importer);
  }

  // Requests

  @Test
  void theTaskOfTheGroupAnnouncesARequestAndAMailToTheHeadOnlyAnUrgentOne() {
    steps.asked();
    assertThat(mailsTo("lena")).isEmpty();
    assertThat(mailsTo("luis")).isEmpty();

    var urgent = steps.ask("oscar", urgent());

    assertThat(mailsTo("luis")).isEmpty();
    assertThat(mailsTo("lena")).hasSize(1);
    var mail = mailsTo("lena").get(0);
    assertThat(mail.subject())
        .isEqualTo("Urgent request of Order Desk: A van for the pump of the mill");
    assertThat(mail.text())
        .contains("Óscar (Order Desk) asks Logistics for this urgently, by")
        .contains("You answer for Logistics")
        .contains("/camunda/app/tasklist/");

    steps.decline(urgent, "luis", "NOT_OURS");
    askAnother(urgent, "workshop");
    assertThat(mailsTo("wanda"))
        .extracting(MailContent::subject)
        .containsExactly("Encargo urgente de Order Desk: A van for the pump of the mill");
  }

  @Test
  void whoActsForAHeadWhoIsAwayReadsOfAnUrgentPart() {
    absences.away("wanda", "2026-03-02", "2026-03-03", "walt");
    var whole = steps.ask("oscar", urgent());
    steps.say(whole, "luis", "acceptHandoff", "ACCEPT", "date", "2026-03-04T16:00");
    steps.say(
        whole,
        "luis",
        "deliver",
        "HAND_ON",
        "partner",
        "workshop",
        "need",
        "A lift for the van",
        "doneWhen",
        "The lift is in the van.",
        "date",
        "2026-03-03T16:00",
        "note",
        "I wait for the lift of the workshop.");

    assertThat(mailsTo("wanda")).isEmpty();
    assertThat(mailsTo("walt"))
        .extracting(MailContent::subject)
        .contains("Urgent request of Logistics: A lift for the van");
  }

  @Test
  void theHeadOrTheMemberWhoHasTheRequestReadsThatItHasBecomeUrgent() {
    var free = steps.asked();
    changePriority(free, "HIGH");
    assertThat(mailsTo("lena")).isEmpty();
    changePriority(free, "URGENT");
    assertThat(mailsTo("lena"))
        .extracting(MailContent::subject)
        .containsExactly("Order Desk changes the priority: A van for the pump of the mill");

    var claimed = steps.asked();
    engine.getTaskService().setAssignee(steps.task(claimed, "acceptHandoff").getId(), "lars");
    changePriority(claimed, "HIGH");
    assertThat(mailsTo("lars"))
        .extracting(MailContent::subject)
        .containsExactly("Order Desk changes the priority: A van for the pump of the mill");
    assertThat(mailsTo("lena")).hasSize(1);
  }

  private void changePriority(ProcessInstance handoff, String priority) {
    steps.say(handoff, "oscar", "followHandoff", "CHANGE_PRIORITY", "priority", priority);
  }

  private static Map<String, Object> urgent() {
    var request = HandoffSteps.request();
    request.put("priority", "URGENT");
    return request;
  }

  // Breaches

  @Test
  void theHeadIsToldOnceWhenTheTimeIsOver() {
    steps.asked();
    steps.at("2026-03-02T13:00:00Z");
    run("clocks");
    assertThat(mailsTo("lena")).as("the due moment itself is in time").isEmpty();

    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    run("clocks");

    assertThat(mailsTo("lena")).hasSize(1);
    var mail = mailsTo("lena").get(0);
    assertThat(mail.subject()).isEqualTo("Logistics is late: A van for the pump of the mill");
    assertThat(mail.text())
        .contains("Logistics was to accept, decline or propose a date by")
        .contains("13:00")
        .contains("Order Desk is waiting")
        .contains("A van for the pump of the mill")
        .contains("/camunda/app/tasklist/");
  }

  @Test
  void theManagerOfTheHeadIsToldAfterAsMuchTimeAgain() {
    steps.asked();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.at("2026-03-02T17:00:01Z");
    run("clocks");
    steps.at("2026-03-05T17:00:01Z");
    run("clocks");

    assertThat(mailsTo("lena")).hasSize(1);
    assertThat(mailsTo("boss"))
        .extracting(MailContent::subject)
        .containsExactly("Logistics is still late: A van for the pump of the mill");
  }

  @Test
  void aBreachThatIsOnRecordIsNotToldAgain() {
    var handoff = steps.asked();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    rows.update(
        "update service_clock set breaches = 0, breach_at = due_at where subject_id = ?",
        HandoffSteps.id(handoff));
    run("clocks");

    assertThat(mailsTo("lena")).hasSize(1);
  }

  @Test
  void aHeadWhoIsAwayIsActedForAndReadsInTheOwnLanguage() {
    absences.away("lena", "2026-03-02", "2026-03-03", "luis");
    steps.asked();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");

    assertThat(mailsTo("lena")).isEmpty();
    assertThat(mailsTo("luis"))
        .anySatisfy(
            mail -> {
              assertThat(mail.subject())
                  .isEqualTo("Logistics va con retraso: A van for the pump of the mill");
              assertThat(mail.text()).contains("debía aceptarlo, rechazarlo o proponer una fecha");
            });
  }

  @Test
  void theRequesterWhoOwesAnAnswerIsLate() {
    var handoff = steps.asked();
    steps.say(handoff, "luis", "acceptHandoff", "ASK_BACK", "note", "How wide is the gate there?");
    steps.at("2026-03-03T09:00:01Z");
    run("clocks");

    assertThat(mailsTo("lena")).isEmpty();
    assertThat(mailsTo("olga")).hasSize(1);
    assertThat(mailsTo("olga").get(0).text()).contains("Order Desk was to answer Logistics by");
  }

  @Test
  void aMessageOfTheSystemIsNoAnswer() {
    var handoff = steps.asked();
    var before = clock(handoff);
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");

    var after = clock(handoff);
    assertThat(after.state()).isEqualTo(ClockState.RUNNING);
    assertThat(after.dueAt()).isEqualTo(before.dueAt());
    assertThat(texts.handoffHtml(HandoffSteps.id(handoff))).contains("out of time since");
    assertThat(steps.open(handoff)).containsExactly("acceptHandoff", "followHandoff");
  }

  @Test
  void whatWasAnsweredBeforeTheMailIsSentIsNotSent() {
    var handoff = steps.asked();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.accept(handoff);

    assertThat(mailsTo("lena")).isEmpty();
  }

  // Parts

  @Test
  void thePersonWhoHandedAPartOnIsAskedOnceToTellThatItIsLate() {
    handedOn();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.at("2026-03-02T17:00:01Z");
    run("clocks");

    assertThat(asked("luis")).hasSize(1);
    var mail = asked("luis").get(0);
    assertThat(mail.subject())
        .isEqualTo("Avisa a Óscar antes de tu fecha: A van for the pump of the mill");
    assertThat(mail.text())
        .contains("Workshop va con retraso con la parte que le encargaste")
        .contains("A frame for the pump")
        .contains("Has prometido el conjunto a Óscar (Order Desk)");
  }

  @Test
  void thePersonWhoHandedAPartOnIsAskedAtTheDatePromisedForIt() {
    var part = handedOn();
    steps.say(part, "walt", "acceptHandoff", "ACCEPT", "date", "2026-03-03T12:00");
    steps.at("2026-03-03T12:00:00Z");
    run("promises");
    run("promises");

    assertThat(asked("luis")).hasSize(1);
    assertThat(asked("luis").get(0).text())
        .contains("Workshop va con retraso con la parte que le encargaste");
  }

  @Test
  void aPartPromisedForAfterTheOwnDateIsAReasonOfItsOwn() {
    var part = handedOn();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.say(part, "walt", "acceptHandoff", "PROPOSE_DATE", "date", "2026-03-05");
    assertThat(asked("luis")).hasSize(1);
    steps.say(part, "luis", "agreeOnDate", "AGREE_ON_DATE");

    assertThat(asked("luis")).hasSize(2);
    assertThat(asked("luis").get(0).text()).contains("después de tu propia fecha");
  }

  @Test
  void aPartPromisedInTimeIsNoReason() {
    var part = handedOn();
    steps.say(part, "walt", "acceptHandoff", "ACCEPT", "date", "2026-03-03T12:00");

    assertThat(asked("luis")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"WITHDRAW", "GIVE_UP", "DELIVER", "by the program"})
  void thePersonWhoHandedAPartOnReadsThatTheWholeHasEnded(String end) {
    handedOn();

    switch (end) {
      case "WITHDRAW" ->
          steps.say(whole, "oscar", "followHandoff", "WITHDRAW", "note", "The pump runs again.");
      case "GIVE_UP" -> steps.giveUp(whole);
      case "DELIVER" -> steps.deliver(whole);
      default -> engine.getRuntimeService().deleteProcessInstance(whole.getId(), "by hand");
    }

    assertThat(ofPart())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.subject())
                  .isEqualTo("¿Aún necesitas la parte que encargaste? A frame for the pump");
              assertThat(mail.text())
                  .contains(end.equals("DELIVER") ? "se ha entregado" : "ha terminado")
                  .contains("A van for the pump of the mill", "Workshop", "retírala");
            });
  }

  @Test
  void ofAPartThatIsDoneNothingIsTold() {
    var part = handedOn();
    steps.say(part, "walt", "acceptHandoff", "ACCEPT", "date", "2026-03-03T12:00");
    steps.say(part, "walt", "deliver", "DELIVER", "note", "The frame is on the van.");

    steps.deliver(whole);

    assertThat(ofPart()).isEmpty();
  }

  private List<MailContent> ofPart() {
    return mailsTo("luis").stream().filter(it -> it.subject().startsWith("¿Aún")).toList();
  }

  // Bounces

  @Test
  void theThirdBounceGoesToBothHeadsAndSaysThatItIsPingPong() {
    var handoff = steps.asked();
    steps.say(handoff, "luis", "acceptHandoff", "ASK_BACK", "note", "How wide is the gate there?");
    steps.say(handoff, "oscar", "answerPartner", "ANSWER", "note", "Two metres and forty.");
    steps.decline(handoff, "luis", "NO_CAPACITY");
    askAnother(handoff, "workshop");
    steps.decline(handoff, "walt", "NOT_OURS");
    assertThat(texts.handoffHtml(HandoffSteps.id(handoff))).doesNotContain("Ping-pong");
    askAnother(handoff, "logistics");
    assertThat(texts.handoffHtml(HandoffSteps.id(handoff))).contains("Ping-pong");
    assertThat(mailsTo("olga")).isEmpty();
    steps.decline(handoff, "lars", "NO_CAPACITY");

    for (var head : List.of("olga", "lena")) {
      assertThat(mailsTo(head)).as(head).hasSize(1);
      var mail = mailsTo(head).get(0);
      assertThat(mail.subject())
          .isEqualTo("Came back for the third time: A van for the pump of the mill");
      assertThat(mail.text())
          .contains("Order Desk → Logistics, no capacity: twice")
          .contains("Order Desk → Workshop, not our work: once")
          .contains("It went back and forth: Logistics → Workshop → Logistics.");
    }

    askAnother(handoff, "workshop");
    steps.decline(handoff, "walt", "NOT_OURS");
    assertThat(mailsTo("olga")).as("once").hasSize(1);
    assertThat(mailsTo("wanda")).isEmpty();
  }

  @Test
  void reopeningIsABounceToo() {
    var handoff = steps.delivered();
    for (var i = 0; i < 3; i++) {
      steps.reopen(handoff);
      steps.deliver(handoff);
    }

    assertThat(mailsTo("lena")).hasSize(1);
    assertThat(mailsTo("lena").get(0).text())
        .contains("Order Desk → Logistics, incomplete: 3 times")
        .doesNotContain("back and forth");
  }

  // Digest

  @Test
  void aProcessOwnerGetsOneMailADayInTheMorning() {
    steps.asked();
    steps.asked();
    run("digests");
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.at("2026-03-02T17:00:01Z");
    run("clocks");
    run("digests");
    steps.at("2026-03-03T09:00:59Z");
    run("digests");
    assertThat(mailsTo("petra")).isEmpty();

    steps.at("2026-03-03T09:01:00Z");
    run("digests");
    run("digests");
    steps.at("2026-03-03T16:00:00Z");
    run("digests");

    assertThat(mailsTo("petra")).hasSize(1);
    var mail = mailsTo("petra").get(0);
    assertThat(mail.subject()).isEqualTo("Handoffs out of time: 2");
    assertThat(mail.text())
        .contains("Order Desk → Logistics: 2")
        .contains("The oldest")
        .contains("A van for the pump of the mill")
        .contains("Logistics was to accept, decline or propose a date by");
    assertThat(mailsTo("pablo")).hasSize(1);
    assertThat(mailsTo("pablo").get(0).subject()).isEqualTo("Encargos fuera de plazo: 2");
    assertThat(mailsTo("pablo").get(0).text()).contains("Los más antiguos");
  }

  @Test
  void aDayOnWhichNothingWasLateHasNoMailAndTheNextOneTellsWhatIsNew() {
    steps.asked();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.at("2026-03-03T09:01:00Z");
    run("digests");
    run("clocks");
    steps.at("2026-03-04T09:01:00Z");
    run("digests");
    assertThat(mailsTo("petra")).hasSize(2);
    assertThat(mailsTo("petra").get(0).subject()).isEqualTo("Handoffs out of time: 1");

    steps.at("2026-03-05T09:01:00Z");
    run("digests");
    steps.at("2026-03-07T12:00:00Z");
    run("digests");

    assertThat(mailsTo("petra")).hasSize(2);
  }

  @Test
  void twoNodesWriteOne() throws Exception {
    steps.asked();
    steps.at("2026-03-02T13:00:01Z");
    run("clocks");
    steps.at("2026-03-03T09:01:00Z");

    ConcurrentUsers.<Boolean>atTheSameMoment(Collections.nCopies(4, () -> run("digests")));
    run("digests");

    assertThat(mailsTo("petra")).hasSize(1);
    assertThat(mailsTo("pablo")).hasSize(1);
  }

  private boolean run(String name) {
    return sweeps.stream()
        .filter(sweep -> sweep.name().equals(name))
        .findFirst()
        .orElseThrow()
        .runSome()
        .getAsBoolean();
  }

  private List<MailContent> mailsTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 50).stream()
        .map(MailboxEntry::content)
        .filter(Objects::nonNull)
        .toList();
  }

  private List<MailContent> asked(String person) {
    return mailsTo(person).stream().filter(mail -> mail.subject().startsWith("Avisa a")).toList();
  }

  private ServiceClock clock(ProcessInstance handoff) {
    return clocks.clocks(new ClockSubject(HandoffClocks.KIND, HandoffSteps.id(handoff))).get(0);
  }

  /** What Luis, who has promised the whole for Wednesday, 16:00, asks of the workshop. */
  private ProcessInstance handedOn() {
    whole = steps.accepted();
    steps.handOn(whole, "luis");
    var task =
        engine
            .getTaskService()
            .createTaskQuery()
            .taskCandidateGroup("department-workshop")
            .singleResult();
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult();
  }

  private void askAnother(ProcessInstance handoff, String partner) {
    steps.say(handoff, "oscar", "chooseAnotherWay", "ASK_ANOTHER", "partner", partner);
  }
}
