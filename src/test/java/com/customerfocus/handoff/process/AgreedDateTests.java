package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CONFIRM_RESULT;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.FOLLOW_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.deadline.level.Agreement;
import com.customerfocus.deadline.level.ClockResult;
import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * A promised date after the target, with the requester's yes. Óscar asks Logistics on Monday, 2
 * March 2026, 9:00; the target is three days, until Thursday, 9:00.
 */
@CustomerFocusTest
class AgreedDateTests {

  private static final Instant TARGET = Instant.parse("2026-03-05T09:00:00Z");
  private static final Instant AGREED = Instant.parse("2026-03-10T12:00:00Z");

  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final HandoffView view;
  private final ServiceClocks clocks;
  private final Mailbox mailbox;
  private final Sweep lateClocks;

  @Autowired
  AgreedDateTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      HandoffView view,
      ServiceClocks clocks,
      Mailbox mailbox,
      @Qualifier("lateClocks") Sweep lateClocks) {
    this.importer = importer;
    this.steps = steps;
    this.view = view;
    this.clocks = clocks;
    this.mailbox = mailbox;
    this.lateClocks = lateClocks;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
  }

  @Test
  void aDateThatTheRequesterAgreedToIsLateWhenItHasPassedAndNotAtTheTarget() {
    var handoff = agreed();

    var clock = delivery(handoff).get(0);
    assertThat(clock.dueAt()).isEqualTo(AGREED);
    assertThat(clock.dueByTarget()).isEqualTo(TARGET);
    assertThat(clock.agreement()).isEqualTo(new Agreement(AGREED, "oscar", "AGREE_ON_DATE"));
    assertThat(view.handoffHtml(HandoffSteps.id(handoff))).contains("later than the target");

    steps.at("2026-03-10T12:00:00Z");
    lateClocks();
    assertThat(mailsTo("lena")).isEmpty();

    steps.at("2026-03-10T12:00:01Z");
    lateClocks();
    assertThat(mailsTo("lena")).hasSize(1);
    assertThat(mailsTo("lena").get(0).text())
        .containsPattern("promised to deliver by [^;]*10[^;]*; the target was [^.]*5[^.]*\\.");
  }

  @Test
  void aDateWithinAWishThatIsAfterTheTargetIsTheRequestersOwn() {
    var request = HandoffSteps.request();
    request.put("wished", "2026-03-11T16:00");
    var handoff = steps.ask("oscar", request);
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "ACCEPT", "date", "2026-03-10T12:00");

    var clock = delivery(handoff).get(0);
    assertThat(clock.dueAt()).isEqualTo(AGREED);
    assertThat(clock.agreement()).isEqualTo(new Agreement(AGREED, "oscar", "ACCEPT"));
    steps.at("2026-03-10T11:00:00Z");
    steps.deliver(handoff);
    assertThat(delivery(handoff)).extracting(ServiceClock::result).containsExactly(ClockResult.MET);
  }

  @Test
  void aNewDateMovesTheClockOnlyWhereItIsAfterTheTarget() {
    var handoff = steps.accepted();
    newDate(handoff, "2026-03-04T17:00");
    assertThat(delivery(handoff).get(0).dueAt()).isEqualTo(TARGET);
    assertThat(delivery(handoff).get(0).agreement()).isNull();

    newDate(handoff, "2026-03-10T12:00");

    var clock = delivery(handoff).get(0);
    assertThat(clock.dueAt()).isEqualTo(AGREED);
    assertThat(clock.dueByTarget()).isEqualTo(TARGET);
    assertThat(clock.agreement().why()).isEqualTo("AGREE_ON_NEW_DATE");
  }

  @Test
  void aPromiseBeforeTheTargetChangesNothingAndTheMailNamesBoth() {
    var handoff = steps.accepted();
    assertThat(delivery(handoff).get(0).dueAt()).isEqualTo(TARGET);
    assertThat(delivery(handoff).get(0).agreement()).isNull();

    steps.at("2026-03-05T09:00:01Z");
    lateClocks();

    assertThat(mailsTo("lena"))
        .filteredOn(mail -> mail.subject().startsWith("Logistics is late"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text())
                    .containsPattern("promised to deliver by [^;]*4[^;]*; the target was [^.]*5"));
  }

  @Test
  void anotherPriorityLeavesTheAgreedDate() {
    var handoff = agreed();

    for (var priority : List.of("URGENT", "NORMAL")) {
      steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", priority);
      assertThat(delivery(handoff).get(0).dueAt()).as(priority).isEqualTo(AGREED);
    }
    assertThat(delivery(handoff).get(0).dueByTarget())
        .as("24 open hours from Monday, 9:00")
        .isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
  }

  @Test
  void aDateBeforeTheTargetHoldsWhenTheTargetShrinks() {
    var handoff = steps.accepted();
    assertThat(delivery(handoff).get(0).dueAt()).isEqualTo(TARGET);

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "URGENT");

    var clock = delivery(handoff).get(0);
    assertThat(clock.dueAt()).isEqualTo(Instant.parse("2026-03-04T16:00:00Z"));
    assertThat(clock.dueByTarget()).isBefore(clock.dueAt());
    assertThat(clock.agreement()).isEqualTo(new Agreement(clock.dueAt(), "oscar", "ACCEPT"));
    steps.at("2026-03-04T16:00:00Z");
    lateClocks();
    assertThat(mailsTo("lena")).isEmpty();
  }

  @Test
  void aDateAfterTheShorterTargetDoesNotShortenALongerOne() {
    var handoff = steps.accepted();

    for (var priority : List.of("URGENT", "NORMAL")) {
      steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", priority);
    }

    var clock = delivery(handoff).get(0);
    assertThat(clock.dueAt())
        .as("24 open hours from Monday, 9:00")
        .isEqualTo(Instant.parse("2026-03-04T17:00:00Z"));
    assertThat(clock.dueByTarget()).isEqualTo(clock.dueAt());
  }

  @Test
  void theHeadTakesNoWorkAwayThatIsInTimeByTheAgreedDate() {
    var handoff = agreed();
    steps.at("2026-03-06T10:00:00Z");

    assertThatThrownBy(() -> givesToLars(handoff)).hasMessageContaining("Luis");

    steps.at("2026-03-10T12:00:00Z");
    givesToLars(handoff);
    assertThat(steps.task(handoff, DELIVER).getAssignee()).isEqualTo("lars");
  }

  private void givesToLars(ProcessInstance handoff) {
    var note = "Lars drives the van.";
    steps.say(handoff, "lena", DELIVER, "GIVE_TO_COLLEAGUE", "colleague", "lars", "note", note);
  }

  @Test
  void aReopenedHandoffHasTheRestOfTheAgreedTime() {
    var handoff = agreed();
    steps.at("2026-03-10T09:00:00Z");
    steps.deliver(handoff);
    var first = delivery(handoff).get(0);
    assertThat(first.result()).isEqualTo(ClockResult.MET);
    steps.at("2026-03-11T09:00:00Z");
    steps.say(
        handoff,
        "oscar",
        CONFIRM_RESULT,
        "REOPEN",
        "reason",
        "INCOMPLETE",
        "note",
        "The hose is missing.");

    assertThat(delivery(handoff)).hasSize(2).first().isEqualTo(first);
    assertThat(delivery(handoff).get(1).dueAt()).isEqualTo(Instant.parse("2026-03-11T12:00:00Z"));
  }

  /** Luis proposes Tuesday, 10 March, and Óscar agrees. */
  private ProcessInstance agreed() {
    var handoff = steps.asked();
    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-03-10T12:00");
    steps.say(handoff, "oscar", AGREE_ON_DATE, "AGREE_ON_DATE");
    return handoff;
  }

  private void newDate(ProcessInstance handoff, String date) {
    var why = "The van has a flat tyre.";
    steps.say(handoff, "luis", DELIVER, "ASK_FOR_NEW_DATE", "date", date, "note", why);
    steps.say(handoff, "oscar", AGREE_ON_NEW_DATE, "AGREE_ON_NEW_DATE");
  }

  private List<ServiceClock> delivery(ProcessInstance handoff) {
    return clocks.clocks(new ClockSubject(Handoff.KIND, HandoffSteps.id(handoff))).stream()
        .filter(it -> it.metric().equals(HandoffClocks.TIME_TO_DELIVER))
        .toList();
  }

  private void lateClocks() {
    lateClocks.runSome().getAsBoolean();
  }

  private List<MailContent> mailsTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 50).stream()
        .map(MailboxEntry::content)
        .filter(Objects::nonNull)
        .toList();
  }
}
