package com.customerfocus.cascade.escalation.process;

import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.BRIEFING_HELD;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.BRIEFING_UNBLOCKED;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.ESCALATE_BRIEFING;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.NOTHING_TO_UNBLOCK;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.NO_MANAGER_TO_ASK;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UNBLOCK_BRIEFING;
import static com.customerfocus.cascade.escalation.process.UnblockBriefingProcess.UNBLOCK_OVERDUE;
import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.cascade.briefing.LocalBrief;
import com.customerfocus.cascade.escalation.Escalation;
import com.customerfocus.cascade.escalation.Escalation.Participant;
import com.customerfocus.cascade.escalation.EscalationDecision;
import com.customerfocus.cascade.escalation.EscalationOutcome;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.escalation.UnblockingService;
import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.engine.task.TaskRouting;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TakesAllOf;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import jakarta.ws.rs.ClientErrorException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bea, whose team is Cid and Dan, does not brief it. Above her are Ana and then the boss. */
@CustomerFocusTest
@TakesAllOf(UnblockBriefingProcess.KEY)
class UnblockBriefingTests {

  private static final String SITE = "Madrid";
  private static final Participant BOSS = new Participant("boss", "Boss");
  private static final Participant ANA = new Participant("ana", "Ana");
  private static final Participant BEA = new Participant("bea", "Bea");
  private static final Participant FRED = new Participant("fred", "Fred");

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final EscalationService escalations;
  private final UnblockingService unblocking;
  private final TaskRouting routing;
  private final CascadeSteps cascadeSteps;
  private final PersonalPageService memos;
  private final Mailbox mailbox;
  private final WorkingTime workingTime;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  UnblockBriefingTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      EscalationService escalations,
      UnblockingService unblocking,
      TaskRouting routing,
      CascadeSteps cascadeSteps,
      PersonalPageService memos,
      Mailbox mailbox,
      WorkingTime workingTime,
      MovableClock clock,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.escalations = escalations;
    this.unblocking = unblocking;
    this.routing = routing;
    this.cascadeSteps = cascadeSteps;
    this.memos = memos;
    this.mailbox = mailbox;
    this.workingTime = workingTime;
    this.clock = clock;
    this.rows = rows;
  }

  @BeforeEach
  void beaIsToBriefHerTeam() {
    init(engine);
    SmallCompany.people()
        .add("rob1", "Rob Roe", "gil", "Care", "en", "")
        .add("rob2", "rob roe", "gil", "Care", "en", "process-owner")
        .importInto(importer);
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of("ana", "fred", "com", "solo"));
    cascadeSteps.brief("ana", List.of("bea", "eva"));
    cascadeSteps.brief("fred", List.of("gil"));
    cascadeSteps.brief("gil", List.of("rob1", "rob2"));
  }

  // No escalation

  @Test
  void noManagerIsAskedBeforeTheBriefingIsOverdue() {
    clock.moveTo(overdueAt().minusMillis(1));

    sweepOverdue();

    assertThat(unblocking()).isEmpty();
    assertThat(escalations()).isEmpty();
  }

  @Test
  void noManagerIsAskedAboutABriefingThatWasHeld() {
    cascadeSteps.brief("bea", List.of("cid", "dan"));
    clock.moveBy(Duration.ofDays(15));

    sweepOverdue();

    assertThat(instances()).isZero();
  }

  @Test
  void theLauncherHasNoManagerAbove() {
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    var briefing = cascadeSteps.briefingOf("boss").orElseThrow();
    clock.moveTo(after(briefing.getDueDate().toInstant(), 1));
    escalations.escalateOverdue();
    var instance = instanceAbout(briefing);

    cascadeSteps.runJobs();
    sweepOverdue();

    assertThat(instance).isEnded().hasPassed(NO_MANAGER_TO_ASK).hasNotPassed(UNBLOCK_BRIEFING);
    assertThat(cascadeSteps.briefingOf("boss")).isPresent();
    assertThat(escalations()).isEmpty();
  }

  @Test
  void aBriefingHeldAtTheLastMomentIsNotEscalated() {
    clock.moveTo(overdueAt());
    escalations.escalateOverdue();
    var instance = instanceAbout(beasBriefing());
    assertThat(instance).isWaitingAt(ESCALATE_BRIEFING);

    cascadeSteps.brief("bea", List.of("cid", "dan"));
    cascadeSteps.runJobs();

    assertThat(instance).isEnded().hasPassed(NO_MANAGER_TO_ASK);
    assertThat(escalations()).isEmpty();
  }

  // Up the line

  @Test
  void anOverdueBriefingIsForTheNextManagerUpToUnblock() {
    var due = beasBriefing().getDueDate().toInstant();

    beaIsOverdue();

    var task = unblocking().orElseThrow();
    assertThat(task).isAssignedTo("ana").hasName("Unblock the briefing: Bea");
    assertThat(task).hasDueDate(Date.from(after(clock.instant(), 1)));
    assertThat(beasBriefing()).isAssignedTo("bea");
    assertThat(escalations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.manager()).isEqualTo(BEA);
              assertThat(one.inCharge()).isEqualTo(BEA);
              assertThat(one.due()).isEqualTo(due);
              assertThat(one.level()).isEqualTo(1);
              assertThat(one.escalatedTo()).isEqualTo(ANA);
              assertThat(one.escalatedAt()).isEqualTo(clock.instant());
              assertThat(one.outcome()).isEqualTo(EscalationOutcome.OPEN);
            });
    assertThat(letterTo("ana", "briefing-unblock").subject())
        .isEqualTo("Please unblock a briefing: The customer comes first");
    assertThat(letterTo("ana", "briefing-unblock").text())
        .contains("The team of Bea was to be briefed on “The customer comes first” by ")
        .contains("the next manager up is asked")
        .doesNotContain("/memo/");
  }

  @Test
  void theSameBriefingIsEscalatedOnceForTheSameDate() {
    beaIsOverdue();

    sweepOverdue();
    clock.moveBy(Duration.ofDays(1));
    sweepOverdue();

    assertThat(instances()).isOne();
    assertThat(escalations()).hasSize(1);
    assertThat(notices("briefing-unblock")).isOne();
  }

  @Test
  void withoutAnAnswerItGoesUpToTheLauncherAndStaysThere() {
    beaIsOverdue();
    clock.moveTo(unblocking().orElseThrow().getDueDate().toInstant());

    cascadeSteps.fireTimer(UNBLOCK_OVERDUE);
    cascadeSteps.runJobs();

    assertThat(unblocking().orElseThrow()).isAssignedTo("boss");
    assertThat(letterTo("boss", "briefing-unblock").text())
        .doesNotContain("the next manager up is asked");
    assertThat(shown("overdueText")).contains("Ana was asked; no answer.");

    clock.moveBy(Duration.ofDays(3));
    assertThat(cascadeSteps.isTimerDue(UNBLOCK_OVERDUE)).isFalse();
    clock.moveTo(closesAt());
    cascadeSteps.fireTimer(UNBLOCK_OVERDUE);
    cascadeSteps.runJobs();

    assertThat(unblocking().orElseThrow()).isAssignedTo("boss");
    assertThat(escalations())
        .extracting(Escalation::escalatedTo, Escalation::level, Escalation::outcome)
        .containsExactly(
            tuple(BOSS, 2, EscalationOutcome.OPEN), tuple(ANA, 1, EscalationOutcome.PASSED_UP));
    assertThat(notices("briefing-unblock")).isEqualTo(2);
  }

  @Test
  void aFormerManagerIsPassedOver() {
    rows.update("update person set active = false where id = 'ana'");

    beaIsOverdue();

    assertThat(unblocking().orElseThrow()).isAssignedTo("boss");
  }

  @Test
  void theTaskEndsByItselfWhenTheBriefingIsHeldAfterAll() {
    beaIsOverdue();
    var instance = unblockingInstance();

    cascadeSteps.brief("bea", List.of("cid"));

    assertThat(instance).isEnded().hasPassed(BRIEFING_HELD, NOTHING_TO_UNBLOCK);
    assertThat(escalations())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.outcome()).isEqualTo(EscalationOutcome.BRIEFED);
              assertThat(one.decidedBy()).isEqualTo(BEA);
              assertThat(one.decidedAt()).isEqualTo(clock.instant());
            });
  }

  @Test
  void theTaskEndsWithTheMemo() {
    beaIsOverdue();
    var follow = engine.getTaskService().createTaskQuery().taskDefinitionKey("followCascade");

    cascadeSteps.complete(
        "boss",
        follow.singleResult(),
        "intervention",
        Map.of("what", "withdraw", "reason", "It was wrong."));
    cascadeSteps.runJobs();

    assertThat(instances()).isZero();
    assertThat(escalations())
        .extracting(Escalation::outcome)
        .containsExactly(EscalationOutcome.ENDED);
    assertThat(letterTo("ana", "briefing-unblock")).isNull();
  }

  // At the same moment

  @Test
  void severalNodesEscalateEachBriefingOnce() throws Exception {
    clock.moveTo(overdueAt());
    Callable<Boolean> node = escalations::escalateOverdue;

    atTheSameMoment(List.of(node, node, node, node));
    cascadeSteps.runJobs();

    assertThat(instances()).isOne();
    assertThat(escalations()).hasSize(1);
  }

  @RepeatedTest(5)
  void theBriefingIsHeldWhileTheManagerAboveDecides() throws Exception {
    beaIsOverdue();
    Callable<Boolean> held = done(() -> cascadeSteps.brief("bea", List.of("cid", "dan")));
    Callable<Boolean> decided = done(() -> decide("ana", "brief", Map.of()));

    var results = atTheSameMoment(List.of(held, decided));

    assertThat(results).contains(true);
    assertThat(instances()).isZero();
    var outcome = escalations().get(0).outcome();
    if (results.get(1)) {
      assertThat(outcome).isEqualTo(EscalationOutcome.TAKEN_OVER);
      cascadeSteps
          .briefingOf("ana")
          .ifPresent(task -> cascadeSteps.brief("ana", List.of("cid", "dan")));
    } else {
      assertThat(outcome).isEqualTo(EscalationOutcome.BRIEFED);
    }
    cascadeSteps.runJobs();
    assertThat(
            cascadeSteps.count(
                "select count(*) from briefing where manager_id = 'bea' and state = 'DONE'"))
        .isOne();
  }

  /** Whether the decision was taken; a late one is refused. */
  private static Callable<Boolean> done(Runnable action) {
    return () -> {
      try {
        action.run();
        return true;
      } catch (InvalidInputException
          | ProcessEngineException
          | ClientErrorException
          | NoSuchElementException e) {
        return false;
      }
    };
  }

  // The task of the manager above

  @Test
  void onlyTheOneWhoIsAskedMayDecide() {
    beaIsOverdue();
    var task = unblocking().orElseThrow();

    assertThatExceptionOfType(AuthorizationException.class)
        .isThrownBy(() -> cascadeSteps.complete("fred", task, "unblocking", extend()));
  }

  @Test
  void theFormOffersColleaguesAndTeamMembersWithAnAccount() {
    rows.update("update person set account_groups = 'managers' where id in ('dan', 'eva')");
    beaIsOverdue();

    var fields =
        cascadeSteps.shown("ana", unblocking().orElseThrow(), "unblocking", SpinJsonNode.class);

    assertThat(fields.prop("candidates").elements())
        .extracting(choice -> choice.prop("label").stringValue())
        .containsExactly("Dan (Sales)", "Eva (Sales)");
    assertThat(fields.prop("days").numberValue()).isEqualTo(2);
    assertThat(shown("overdueText"))
        .contains("<strong>Bea</strong>, 2 people,")
        .contains("<strong>El cliente es lo primero</strong>")
        .doesNotContain("What was done so far");
  }

  @ParameterizedTest
  @CsvSource({
    ",       2,    ,     ,         Why,     'Choose how it goes on: more time, you brief the team"
        + " yourself, or a colleague does.'",
    "extend, 2,    ,     ,         ' ',     'Say why: it goes on record, and to the one it"
        + " concerns.'",
    "brief,  2,    ,     ,         ,        'Say why: it goes on record, and to the one it"
        + " concerns.'",
    "extend, ,     ,     ,         Why,     'Say in how many working days the team must be briefed:"
        + " a number from 1 to 60.'",
    "extend, 0,    ,     ,         Why,     'Say in how many working days the team must be briefed:"
        + " a number from 1 to 60.'",
    "hand,   61,   fred, ,         Why,     'Say in how many working days the team must be briefed:"
        + " a number from 1 to 60.'",
    "hand,   2,    ,     ' ',      Why,     'Choose who is to brief the team, or type an employee"
        + " id or a full name.'",
    "hand,   2,    fred, <b>Joe,   Why,     'Nobody who works in Tasklist is called"
        + " \"<b>Joe\": type an employee id or a name.'",
    "hand,   2,    ,     Rob Roe,  Why,     'Several people are called \"Rob Roe\": type"
        + " the employee id, which stands in brackets here: rob roe (rob2).'",
    "hand,   2,    ,     cid,      Why,     'Cid (cid) does not work in Tasklist: choose someone"
        + " who does.'",
    "hand,   2,    ,     Fre,      Why,     'Nobody is called exactly \"Fre\": type the"
        + " employee id, which stands in brackets here: Fred (fred).'",
    "hand,   2,    ,     BEA,      Why,     'Bea is the one who has not briefed the team: give them"
        + " more time, or choose another person.'",
  })
  void whatCannotBeDoneIsRefused(
      String decision, Integer days, String chosen, String typed, String reason, String answer) {
    beaIsOverdue();
    var fields = new HashMap<String, Object>();
    fields.put("decision", decision);
    fields.put("days", days);
    fields.put("chosen", chosen);
    fields.put("typed", typed);
    fields.put("reason", reason);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> decide("ana", fields))
        .withMessage(answer);

    assertThat(unblocking()).isPresent();
    assertThat(beasBriefing()).isAssignedTo("bea");
  }

  @Test
  void aReasonHasAtMostAThousandCharacters() {
    beaIsOverdue();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> decide("ana", "extend", Map.of("reason", "x".repeat(1_001))))
        .withMessage("The reason is too long: at most 1,000 characters fit.");

    decide("ana", "extend", Map.of("reason", "x".repeat(1_000)));
    assertThat(escalations().get(0).note()).hasSize(1_000);
  }

  @Test
  void theManagerInChargeCannotDecideAboutTheBriefing() {
    beaIsOverdue();
    var escalation = escalations().get(0);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                unblocking.unblocked(
                    escalation.briefingId(),
                    escalation.id(),
                    new EscalationDecision("extend", 60, null, null, "More time."),
                    new Actor("bea", Set.of(), null, Set.of(), true)))
        .withMessageStartingWith("You are the one who is to hold this briefing.");
  }

  @Test
  void aDecisionThatComesTooLateIsRefused() {
    beaIsOverdue();
    var escalation = escalations().get(0);
    cascadeSteps.brief("bea", List.of("cid", "dan"));

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                unblocking.unblocked(
                    escalation.briefingId(),
                    escalation.id(),
                    new EscalationDecision("brief", 2, null, null, "I do it."),
                    Actor.of("ana")))
        .withMessage(
            "The team of Bea has been briefed meanwhile, or the memo is closed: nothing is left to"
                + " decide.");
    assertThat(escalations().get(0).outcome()).isEqualTo(EscalationOutcome.BRIEFED);
  }

  @Test
  void aDecisionCountsOnce() {
    beaIsOverdue();
    var escalation = escalations().get(0);
    decide("ana", "extend", Map.of());

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                unblocking.unblocked(
                    escalation.briefingId(),
                    escalation.id(),
                    new EscalationDecision("brief", 2, null, null, "I do it."),
                    Actor.of("ana")))
        .withMessage("How this briefing goes on is decided already.");
    assertThat(beasBriefing()).isAssignedTo("bea");
  }

  // More time

  @Test
  void moreTimeMovesTheDateOfTheBriefing() {
    beaIsOverdue();
    var instance = unblockingInstance();

    decide("ana", "extend", Map.of("days", 3, "reason", "<script>You</script> were ill."));

    assertThat(instance).isEnded().hasPassed(BRIEFING_UNBLOCKED);
    var newDue = after(clock.instant(), 3);
    var task = beasBriefing();
    assertThat(task).isAssignedTo("bea").hasDueDate(Date.from(newDue));
    assertThat(task.getName()).isEqualTo("Brief the team: El cliente es lo primero");
    assertThat(task.getDescription())
        .startsWith("Your briefing on “El cliente es lo primero” was due on ")
        .contains(" Ana gives you until ")
        .endsWith(" Ana writes: “<script>You</script> were ill.”");
    assertThat(cascadeSteps.shown("bea", task, "memoText", String.class))
        .contains("Ana writes: “&lt;script&gt;You&lt;/script&gt; were ill.”");
    assertThat(escalations().get(0))
        .satisfies(
            one -> {
              assertThat(one.outcome()).isEqualTo(EscalationOutcome.EXTENDED);
              assertThat(one.decidedBy()).isEqualTo(ANA);
              assertThat(one.note()).isEqualTo("<script>You</script> were ill.");
              assertThat(one.newDue()).isEqualTo(newDue);
              assertThat(one.handedTo()).isNull();
            });
    var letter = letterTo("bea", "briefing-decided");
    assertThat(letter.subject()).isEqualTo("Tienes más tiempo: El cliente es lo primero");
    assertThat(letter.text())
        .contains("Ana te da tiempo hasta el ")
        .contains("Ana escribe: «<script>You</script> were ill.»");
    assertThat(letter.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(notices("briefing-handed")).isZero();
  }

  @Test
  void moreTimeEndsWhenTheMemoCloses() {
    beaIsOverdue();

    decide("ana", "extend", Map.of("days", 60));

    assertThat(beasBriefing()).hasDueDate(Date.from(closesAt()));
  }

  @Test
  void whenTheNewDatePassesTooTheManagerAboveIsAskedAgain() {
    beaIsOverdue();
    decide("ana", "extend", Map.of("days", 2));
    sweepOverdue();
    assertThat(unblocking()).isEmpty();

    beaIsOverdue();

    assertThat(unblocking().orElseThrow()).isAssignedTo("ana");
    assertThat(escalations())
        .extracting(Escalation::outcome)
        .containsExactly(EscalationOutcome.OPEN, EscalationOutcome.EXTENDED);
    assertThat(shown("overdueText")).contains("What was done so far", "Ana gave Bea until ");
  }

  @Test
  void noManagerIsAskedOverTheWeekend() {
    beaIsOverdue();
    assertThat(clock.instant()).isEqualTo("2026-03-10T09:00:00Z");
    decide("ana", "extend", Map.of("days", 3));
    assertThat(beasBriefing()).hasDueDate(Date.from(Instant.parse("2026-03-13T09:00:00Z")));

    clock.moveTo(Instant.parse("2026-03-13T17:00:00Z"));
    sweepOverdue();
    clock.moveTo(Instant.parse("2026-03-15T12:00:00Z"));
    sweepOverdue();
    assertThat(unblocking()).isEmpty();

    clock.moveTo(Instant.parse("2026-03-16T09:00:00Z"));
    sweepOverdue();
    assertThat(unblocking().orElseThrow())
        .hasDueDate(Date.from(Instant.parse("2026-03-17T09:00:00Z")));
  }

  // Another manager

  @Test
  void theManagerAboveBriefsInTheirPlace() {
    beaIsOverdue();

    decide("ana", "brief", Map.of("reason", "Bea is on the road."));

    var task = cascadeSteps.briefingOf("ana").orElseThrow();
    assertThat(task.getName()).isEqualTo("Brief the team: El cliente es lo primero (for Bea)");
    assertThat(task.getOwner()).isNull();
    assertThat(task).hasDueDate(Date.from(after(clock.instant(), 2)));
    assertThat(cascadeSteps.shown("ana", task, "memoText", String.class))
        .contains("The team of Bea was to be briefed", "You do it in their place, by ");
    assertThat(letterTo("bea", "briefing-decided").text())
        .contains("Ahora la hará Ana en tu lugar");
    assertThat(notices("briefing-handed")).isZero();

    cascadeSteps.brief(
        "ana",
        Map.of("heldOn", "2026-03-02", "present", List.of("cid"), "localBrief", "From Ana."));

    assertThat(cascadeSteps.stateOf(cascade, "cid")).isEqualTo("BRIEFED");
    assertThat(cascadeSteps.stateOf(cascade, "dan")).isEqualTo("PENDING");
    assertThat(cascadeSteps.stateOf(cascade, "bea")).isEqualTo("BRIEFED");
    assertThat(
            memos.personalMemo(cascadeSteps.receiptOf(cascade, "cid")).orElseThrow().localBriefs())
        .containsExactly(new LocalBrief("Ana", "From Ana."));
    assertThat(letterTo("cid", "memo-arrived").text()).contains("Ana adds");
    assertThat(escalations().get(0).outcome()).isEqualTo(EscalationOutcome.TAKEN_OVER);
    assertThat(escalations().get(0).handedTo()).isEqualTo(ANA);
  }

  @Test
  void theSubstituteOfTheManagerAboveDecides() {
    isAway("ana", "fred");

    beaIsOverdue();

    var task = unblocking().orElseThrow();
    assertThat(task).isAssignedTo("fred").hasName("Unblock the briefing: Bea (for Ana)");
    assertThat(task.getOwner()).isEqualTo("ana");
    assertThat(escalations().get(0).escalatedTo()).isEqualTo(ANA);
    decide("fred", "brief", Map.of());
    assertThat(cascadeSteps.briefingOf("fred").orElseThrow().getName()).endsWith("(for Bea)");
    assertThat(escalations().get(0).decidedBy()).isEqualTo(FRED);
  }

  @Test
  void aSubstituteInChargeIsNotAskedAboutTheOwnLateness() {
    isAway("bea", "ana");
    routing.reroute(List.of("bea"));
    assertThat(cascadeSteps.briefingOf("ana")).isPresent();

    isOverdue("ana");

    assertThat(unblocking().orElseThrow()).isAssignedTo("boss");
    decide("boss", "extend", Map.of("days", 3, "reason", "Take your time."));
    var task = cascadeSteps.briefingOf("ana").orElseThrow();
    assertThat(task.getName()).isEqualTo("Brief the team: El cliente es lo primero (for Bea)");
    assertThat(task.getOwner()).isEqualTo("bea");
    assertThat(task.getDescription()).contains("Bea is away", "Boss writes: “Take your time.”");
  }

  @Test
  void theDeputyOfAnAbsentNewHolderHasTheTask() {
    isAway("fred", "com");
    beaIsOverdue();

    decide("ana", "hand", Map.of("chosen", "fred", "reason", "You know them."));

    var task = cascadeSteps.briefingOf("com").orElseThrow();
    assertThat(task.getName())
        .isEqualTo("Brief the team: El cliente es lo primero (for Bea) (for Fred)");
    assertThat(task.getDescription()).contains("Fred is away", "Ana writes: “You know them.”");
    rows.update("update absence set ended_at = ?", clock.instant().atOffset(ZoneOffset.UTC));
    routing.reroute(List.of("fred"));
    assertThat(cascadeSteps.briefingOf("fred").orElseThrow().getName())
        .isEqualTo("Brief the team: El cliente es lo primero (for Bea)");
  }

  @Test
  void theManagersDeputiesAreOfferedToo() {
    isAway("bea", "fred");
    rows.update("update absence set ended_at = ?", clock.instant().atOffset(ZoneOffset.UTC));
    beaIsOverdue();

    var task = unblocking().orElseThrow();
    var fields = cascadeSteps.shown("ana", task, "unblocking", SpinJsonNode.class);

    assertThat(fields.prop("candidates").elements())
        .extracting(choice -> choice.prop("value").stringValue())
        .containsExactly("fred");
  }

  private void isAway(String person, String deputy) {
    rows.update(
        """
        insert into absence (person_id, from_day, until_day, from_at, until_at, deputy_id, source,
          recorded_at)
        values (?, ?, ?, ?, ?, ?, 'TASKLIST', ?)
        """,
        person,
        LocalDate.parse("2026-03-01"),
        LocalDate.parse("2026-04-30"),
        OffsetDateTime.parse("2026-03-01T00:00:00Z"),
        OffsetDateTime.parse("2026-05-01T00:00:00Z"),
        deputy,
        OffsetDateTime.parse("2026-03-01T00:00:00Z"));
  }

  @Test
  void aBriefingThatWasTakenOverIsNoLongerTheManagersToHold() {
    beaIsOverdue();
    decide("ana", "brief", Map.of());
    var task = cascadeSteps.briefingOf("ana").orElseThrow();
    var report = Map.<String, Object>of("heldOn", "2026-03-02", "present", List.of("cid", "dan"));

    assertThatThrownBy(() -> cascadeSteps.complete("bea", task, "briefing", report))
        .isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> cascadeSteps.shown("bea", task, "memoText", String.class))
        .isInstanceOf(AuthorizationException.class);

    cascadeSteps.complete("ana", task, "briefing", report);
    assertThat(cascadeSteps.stateOf(cascade, "cid")).isEqualTo("BRIEFED");
  }

  @ParameterizedTest
  @CsvSource({"fred, ''", "fred, ' '", "com, fred", ", fred", ", ' FRED '", ", Frèd"})
  void itIsHandedToAColleagueWhoIsToldWhy(String chosen, String typed) {
    beaIsOverdue();
    var fields = new HashMap<String, Object>();
    fields.put("chosen", chosen);
    fields.put("typed", typed);
    fields.put("reason", "You know the team.");

    decide("ana", "hand", fields);

    var task = cascadeSteps.briefingOf("fred").orElseThrow();
    assertThat(task.getName()).endsWith("(for Bea)");
    assertThat(cascadeSteps.shown("fred", task, "memoText", String.class))
        .contains("Ana asks you to do it in their place", "Ana writes: “You know the team.”");
    assertThat(letterTo("fred", "briefing-handed").subject())
        .isEqualTo("Please brief the team of Bea");
    assertThat(letterTo("fred", "briefing-handed").text())
        .contains("Ana asks you to do it in their place", "You know the team.");
    assertThat(letterTo("bea", "briefing-decided").text()).contains("Fred");
    assertThat(escalations().get(0).outcome()).isEqualTo(EscalationOutcome.HANDED_OVER);
    assertThat(escalations().get(0).handedTo()).isEqualTo(FRED);
  }

  @Test
  void aColleagueWhoTookItOverIsEscalatedInTurn() {
    beaIsOverdue();
    decide("ana", "hand", Map.of("chosen", "fred"));

    isOverdue("fred");

    assertThat(unblocking().orElseThrow()).isAssignedTo("ana").hasName("Unblock the briefing: Bea");
    assertThat(escalations().get(0).inCharge()).isEqualTo(FRED);
    assertThat(shown("overdueText")).contains("Fred was to do it in their place.");
    assertThat(letterTo("ana", "briefing-unblock").text())
        .contains("Fred was to do it in their place.");
    decide("ana", "extend", Map.of("days", 1));
    assertThat(cascadeSteps.briefingOf("fred")).isPresent();
    assertThat(letterTo("fred", "briefing-decided").subject()).startsWith("You have more time");
  }

  @Test
  void managersAreNotAskedAboutBriefingsTheyTookOver() {
    beaIsOverdue();
    decide("ana", "brief", Map.of());

    isOverdue("ana");

    assertThat(unblocking().orElseThrow()).isAssignedTo("boss");
    decide("boss", "brief", Map.of());
    isOverdue("boss");
    assertThat(unblocking()).isEmpty();
    assertThat(escalations()).hasSize(2);
  }

  @Test
  void namesAndTitlesOfAnyLengthFit() {
    var name = "N".repeat(200);
    rows.update("update person set name = ? where id = 'bea'", name);
    rows.update("update cascade set title = ?, title_es = null", "T".repeat(200));
    beaIsOverdue();

    decide("ana", "brief", Map.of("reason", "x".repeat(1_000)));

    assertThat(cascadeSteps.briefingOf("ana")).isPresent();
    assertThat(letterTo("bea", "briefing-decided").text()).contains("T".repeat(200));
  }

  @Test
  void theLauncherSeesWhoIsLate() {
    var follow =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("followCascade").singleResult();
    assertThat(cascadeSteps.shown("boss", follow, "progressText", String.class))
        .doesNotContain("Overdue");

    clock.moveTo(beasBriefing().getDueDate().toInstant().plusSeconds(1));

    assertThat(cascadeSteps.shown("boss", follow, "progressText", String.class))
        .contains("<h3>Overdue briefings: 1</h3>", "<li>Bea, due on ");
  }

  @Test
  void manyOverdueBriefingsAreTakenInPortions() {
    var company = new Company().add("top", null, "Board", "senior-officer");
    company.add("reviewer", "top", "Board", "communications");
    for (var m = 1; m <= 250; m++) {
      company.add("m" + m, "top", "Sales", "").add("e" + m, "m" + m, "Sales", "");
    }
    company.importInto(importer);
    cascade = cascadeSteps.launchAndRelease("top", "reviewer");
    cascadeSteps.brief("top", List.of());
    clock.moveBy(Duration.ofDays(15));

    assertThat(escalations.escalateOverdue()).isTrue();
    assertThat(escalations.escalateOverdue()).isFalse();

    assertThat(instances()).isGreaterThanOrEqualTo(250);
  }

  // Helpers

  private void beaIsOverdue() {
    isOverdue("bea");
  }

  private void isOverdue(String inCharge) {
    var briefing = cascadeSteps.briefingOf(inCharge).orElseThrow();
    clock.moveTo(after(briefing.getDueDate().toInstant(), 1));
    sweepOverdue();
  }

  private Instant overdueAt() {
    return after(beasBriefing().getDueDate().toInstant(), 1);
  }

  private Instant after(Instant start, int workingDays) {
    return workingTime.calendar(SITE).after(start, WorkingAmount.days(workingDays));
  }

  private void sweepOverdue() {
    escalations.escalateOverdue();
    cascadeSteps.runJobs();
  }

  private Task beasBriefing() {
    return cascadeSteps.briefingOf("bea").orElseThrow();
  }

  private Optional<Task> unblocking() {
    return Optional.ofNullable(
        engine
            .getTaskService()
            .createTaskQuery()
            .taskDefinitionKey(UNBLOCK_BRIEFING)
            .singleResult());
  }

  private ProcessInstance unblockingInstance() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(unblocking().orElseThrow().getProcessInstanceId())
        .singleResult();
  }

  /** The escalation of the task's briefing. */
  private ProcessInstance instanceAbout(Task briefing) {
    var businessKey =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(briefing.getProcessInstanceId())
            .singleResult()
            .getBusinessKey();
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(UnblockBriefingProcess.KEY)
        .processInstanceBusinessKey(businessKey)
        .singleResult();
  }

  private long instances() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(UnblockBriefingProcess.KEY)
        .count();
  }

  private String shown(String variable) {
    var task = unblocking().orElseThrow();
    return cascadeSteps.shown(task.getAssignee(), task, variable, String.class);
  }

  private static Map<String, Object> extend() {
    return Map.of("decision", "extend", "days", 2, "reason", "Because.");
  }

  private void decide(String by, String decision, Map<String, Object> more) {
    var fields = new HashMap<>(extend());
    fields.put("decision", decision);
    fields.putAll(more);
    decide(by, fields);
  }

  private void decide(String by, Map<String, Object> fields) {
    cascadeSteps.complete(by, unblocking().orElseThrow(), "unblocking", fields);
  }

  private List<Escalation> escalations() {
    return escalations.ofCascade(cascade, 0, 100);
  }

  private Instant closesAt() {
    return rows.queryForObject(
            "select closes_at from cascade where id = ?", OffsetDateTime.class, cascade)
        .toInstant();
  }

  private long notices(String kind) {
    return cascadeSteps.count("select count(*) from notice where kind = ?", kind);
  }

  private MailContent letterTo(String person, String kind) {
    var newest =
        rows.queryForObject(
            "select max(id) from notice where recipient_id = ? and kind = ?",
            Long.class,
            person,
            kind);
    return mailbox.newest(person + "@", Long.MAX_VALUE, 20).stream()
        .filter(entry -> entry.id() == newest)
        .findFirst()
        .map(MailboxEntry::content)
        .orElse(null);
  }
}
