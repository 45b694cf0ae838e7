package com.customerfocus.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.cascade.briefing.BriefingReport;
import com.customerfocus.cascade.briefing.BriefingService;
import com.customerfocus.cascade.correction.ChangeBriefingService;
import com.customerfocus.cascade.correction.CorrectionService;
import com.customerfocus.cascade.escalation.EscalationDecision;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.escalation.UnblockingService;
import com.customerfocus.cascade.question.QuestionReply;
import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.reminder.FollowUpReport;
import com.customerfocus.cascade.reminder.FollowUpService;
import com.customerfocus.organization.absence.AbsenceEntry;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.imports.ImportService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.NewPromise;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.PromiseAnswer;
import com.customerfocus.promise.PromiseService;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Services check permissions themselves, also for requests that the engine would let through. */
@CustomerFocusTest
class ServiceAuthorizationTests {

  private final BriefingService briefings;
  private final FollowUpService followUps;
  private final ChangeBriefingService changes;
  private final CascadeService cascades;
  private final AudienceService audiences;
  private final CorrectionService corrections;
  private final QuestionService questions;
  private final EscalationService escalations;
  private final UnblockingService unblocking;
  private final PromiseService promises;
  private final AbsenceService absences;
  private final ImportService imports;
  private final CascadeSteps cascadeSteps;
  private final MovableClock clock;

  private long cascade;
  private long anasBriefing;

  @Autowired
  ServiceAuthorizationTests(
      BriefingService briefings,
      FollowUpService followUps,
      ChangeBriefingService changes,
      CascadeService cascades,
      AudienceService audiences,
      CorrectionService corrections,
      QuestionService questions,
      EscalationService escalations,
      UnblockingService unblocking,
      PromiseService promises,
      AbsenceService absences,
      ImportService imports,
      CascadeSteps cascadeSteps,
      MovableClock clock) {
    this.briefings = briefings;
    this.followUps = followUps;
    this.changes = changes;
    this.cascades = cascades;
    this.audiences = audiences;
    this.corrections = corrections;
    this.questions = questions;
    this.escalations = escalations;
    this.unblocking = unblocking;
    this.promises = promises;
    this.absences = absences;
    this.imports = imports;
    this.cascadeSteps = cascadeSteps;
    this.clock = clock;
  }

  @BeforeEach
  void aMemoOnItsWay(@Autowired OrganizationImporter importer) {
    Company.twoTeams().importInto(importer);
    cascade = cascadeSteps.launchAndRelease("olga", "com");
    cascadeSteps.brief("olga", List.of("ana", "fred"));
    cascadeSteps.runJobs();
    anasBriefing =
        cascadeSteps.count(
            "select id from briefing where cascade_id = ? and manager_id = 'ana'", cascade);
  }

  @Test
  void aBriefingIsReportedByItsManagerOrTheSubstitute() {
    var report =
        new BriefingReport(1, "2026-03-02", List.of("bea"), null, null, null, null, null, null);

    refused(() -> briefings.held(anasBriefing, report, manager("fred")));
    refused(() -> briefings.held(anasBriefing, report, manager("olga")));
    refused(() -> briefings.held(anasBriefing, report, actingFor("gil", "fred")));
    assertThatCode(() -> briefings.held(anasBriefing, report, actingFor("gil", "ana")))
        .doesNotThrowAnyException();
    refused(() -> changes.changeBriefed(anasBriefing, report, manager("fred")));
  }

  @Test
  void aManagerCannotExcuseReadersOfAnotherTeam() {
    var report = new FollowUpReport(List.of(), List.of("bea"), "On leave");

    refused(() -> followUps.followedUp(anasBriefing, report, manager("fred")));
    assertThat(cascadeSteps.stateOf(cascade, "bea")).isEqualTo("PENDING");
  }

  @Test
  void aMemoIsReleasedByASecondPersonOfCommunications() {
    var memo = cascadeSteps.cascadeId(cascadeSteps.launch("olga", CascadeSteps.memo()));
    var release = new Review(Review.RELEASE, null);

    refused(() -> cascades.reviewed(memo, release, manager("ana")));
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> cascades.reviewed(memo, release, Actor.of("olga", Groups.COMMUNICATIONS)));
    cascades.reviewed(memo, release, Actor.of("com", Groups.COMMUNICATIONS));
  }

  @Test
  void aPersonWhoRevisedTheDraftDoesNotReleaseIt() {
    var memo = cascadeSteps.cascadeId(cascadeSteps.launch("olga", CascadeSteps.memo()));
    var text = new MemoDraft("Other", "Text", null, null, null, null, 5, 5, null);
    var comForOlga = new Actor("com", Set.of(Groups.COMMUNICATIONS), "olga", Set.of(), false);
    cascades.record(Optional.of(memo), text, comForOlga);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                cascades.reviewed(
                    memo,
                    new Review(Review.RELEASE, null),
                    Actor.of("com", Groups.COMMUNICATIONS)));
  }

  @Test
  void whatWasNotReleasedIsNotOpened() {
    var memo = cascadeSteps.cascadeId(cascadeSteps.launch("olga", CascadeSteps.memo()));

    assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> audiences.open(memo));
  }

  @Test
  void aRunningMemoIsNotReviewedOrRevisedAgain() {
    var com = Actor.of("com", Groups.COMMUNICATIONS);
    var memo = new MemoDraft("Other", "Text", null, null, null, null, 5, 5, null);

    for (var decision : List.of(Review.RELEASE, Review.WITHDRAW)) {
      assertThatExceptionOfType(InvalidInputException.class)
          .isThrownBy(() -> cascades.reviewed(cascade, new Review(decision, "Why not"), com));
    }
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> cascades.record(Optional.of(cascade), memo, manager("olga")));
    assertThat(cascadeSteps.count("select count(*) from cascade where state = 'RUNNING'")).isOne();
  }

  @Test
  void aMemoIsItsLaunchers() {
    var memo = new MemoDraft("Other", "Text", null, null, null, null, 5, 5, null);

    refused(() -> cascades.record(Optional.of(cascade), memo, manager("ana")));
    refused(() -> cascades.withdraw(cascade, manager("ana"), "withdraw", "I do not like it"));
    refused(() -> cascades.outcomeReviewed(cascade, "All well", manager("ana")));
    refused(() -> corrections.begin(cascade, manager("ana")));
    refused(() -> corrections.record(cascade, null, manager("ana")));
    assertThatCode(
            () -> cascades.withdraw(cascade, actingFor("ana", "olga"), "withdraw", "It was wrong"))
        .doesNotThrowAnyException();
  }

  @Test
  void aQuestionIsAnsweredByTheManagerItIsWith() {
    cascadeSteps.brief(
        "ana", Map.of("heldOn", "2026-03-02", "present", List.of("bea"), "questions", "Why?"));
    var question = cascadeSteps.count("select id from question");
    var answer = new QuestionReply(QuestionReply.ANSWER, "Because.", null);

    refused(() -> questions.replied(question, answer, manager("fred")));
    refused(() -> questions.passUp(question, "Not me", manager("ana")));
    questions.replied(question, answer, manager("olga"));
  }

  @Test
  void anOverdueBriefingIsDecidedByTheManagerWhoWasAsked() {
    clock.moveBy(Duration.ofDays(15));
    escalations.escalateOverdue();
    cascadeSteps.runJobs();
    var escalation =
        cascadeSteps.count("select id from escalation where briefing_id = ?", anasBriefing);
    var freds =
        cascadeSteps.count(
            "select id from briefing where cascade_id = ? and manager_id = 'fred'", cascade);
    var decision = new EscalationDecision(EscalationDecision.EXTEND, 2, null, null, "More time");

    refused(() -> unblocking.unblocked(anasBriefing, escalation, decision, manager("fred")));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> unblocking.unblocked(freds, escalation, decision, manager("olga")));
    unblocking.unblocked(anasBriefing, escalation, decision, manager("olga"));
  }

  @Test
  void aPromiseIsAnsweredByThePromiser() {
    var promise =
        promises
            .make(
                List.of(
                    new NewPromise(
                        "ana",
                        Party.person("bea"),
                        "Ten o'clock news",
                        clock.instant().plus(Duration.ofDays(5)),
                        new PromiseSource("cascade", cascade))))
            .get(0);
    var kept = new PromiseAnswer("kept", "It is done, look at it.", null);

    refused(() -> promises.answered(promise, kept, manager("fred")));
    refused(() -> promises.kept(promise, manager("fred"), "It is done, look at it."));
    refused(() -> promises.withdrawn(promise, manager("fred"), "Not needed any more."));
    refused(() -> promises.reviewed(promise, "Nothing happens now", null, manager("fred")));
    assertThatCode(() -> promises.answered(promise, kept, manager("ana")))
        .doesNotThrowAnyException();
  }

  @Test
  void anAbsenceIsChangedByThePersonTheirManagersAndItsRecorder() {
    var away = AbsenceEntry.away(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 6), "fred");
    var absence = absences.report(Optional.empty(), away, manager("ana")).absenceId();

    for (var stranger : List.of("fred", "bea", "gil")) {
      refused(() -> absences.report(Optional.of(absence), back(), manager(stranger)));
    }
    assertThat(cascadeSteps.count("select count(*) from absence where ended_at is null")).isOne();
    absences.report(Optional.of(absence), back(), manager("olga"));
    assertThat(cascadeSteps.count("select count(*) from absence where ended_at is null")).isZero();
  }

  @Test
  void onlyAdministratorsImport() {
    refused(() -> imports.uploaded(Optional.empty(), "a.csv", new byte[] {1}, manager("olga")));
    var upload =
        imports.uploaded(
            Optional.empty(), "a.csv", new byte[] {1}, Actor.of("admin", Groups.ADMINISTRATORS));
    refused(() -> imports.decide(upload, ImportService.DISCARD, "No", manager("olga")));
    var deputy =
        new Actor("ana", Set.of(Groups.MANAGERS), "admin", Set.of(Groups.ADMINISTRATORS), false);
    refused(() -> imports.decide(upload, ImportService.DISCARD, "No", deputy));
  }

  private static AbsenceEntry back() {
    return new AbsenceEntry("back", null, null, null, null);
  }

  private static Actor manager(String id) {
    return Actor.of(id, Groups.MANAGERS, Groups.SENIOR_OFFICERS);
  }

  private static Actor actingFor(String id, String inCharge) {
    return new Actor(id, Set.of(Groups.MANAGERS), inCharge, Set.of(), false);
  }

  private static void refused(ThrowingCallable act) {
    assertThatExceptionOfType(NotAllowedException.class).isThrownBy(act);
  }
}
