package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffEvent;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseState;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Handoffs that another process calls, and those whose process is ended before they are over. */
@CustomerFocusTest
class EndedHandoffTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final HandoffView view;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final PromiseReports promises;
  private final Mailbox mailbox;
  private Deployment caller;

  @Autowired
  EndedHandoffTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      HandoffSteps steps,
      HandoffView view,
      ServiceClocks clocks,
      Turns turns,
      PromiseReports promises,
      Mailbox mailbox) {
    this.engine = engine;
    this.importer = importer;
    this.steps = steps;
    this.view = view;
    this.clocks = clocks;
    this.turns = turns;
    this.promises = promises;
    this.mailbox = mailbox;
  }

  @BeforeEach
  void people() {
    HandoffSteps.departments(importer);
    caller =
        engine
            .getRepositoryService()
            .createDeployment()
            .addClasspathResource("models/mill-repair.bpmn")
            .deploy();
  }

  @AfterEach
  void noCaller() {
    engine.getRepositoryService().deleteDeployment(caller.getId(), true);
  }

  @ParameterizedTest(name = "without listeners: {0}")
  @ValueSource(booleans = {true, false})
  void whatAnAdministratorEndsIsWithdrawnByTheProgram(boolean isWithoutListeners) {
    var handoff = steps.accepted();

    end(handoff, isWithoutListeners);

    isWithdrawn(handoff);
    var promise = view.handoff(HandoffSteps.id(handoff)).promiseId();
    assertThat(promises.promise(promise).orElseThrow().state()).isEqualTo(PromiseState.WITHDRAWN);
    assertThat(mailsTo("luis"))
        .anySatisfy(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Terminado: A van for the pump of the mill");
              assertThat(mail.text()).contains("Order Desk", "un administrador");
            });
    assertThat(mailsTo("oscar"))
        .anySatisfy(mail -> assertThat(mail.text()).contains("pídelo tú a Logistics"));
  }

  @Test
  void anAdministratorWhoWithdrawsInTasklistIsNamedByTheLogin() {
    var handoff = steps.accepted();

    steps.say(handoff, "admin", "followHandoff", "WITHDRAW", "note", "Óscar is ill.");

    assertThat(mailsTo("luis"))
        .filteredOn(mail -> mail.subject().startsWith("Order Desk retira su encargo"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail.text()).contains("admin (Order Desk) ha retirado este encargo"));
    assertThat(mailsTo("luis")).noneMatch(mail -> mail.subject().startsWith("Terminado"));
  }

  @Test
  void theMemberWhoHasTheRequestIsTold() {
    var handoff = steps.asked();
    engine.getTaskService().setAssignee(steps.task(handoff, ACCEPT_HANDOFF).getId(), "lars");

    end(handoff, true);

    isWithdrawn(handoff);
    assertThat(mailsTo("lars"))
        .extracting(MailContent::subject)
        .contains("Ended: A van for the pump of the mill");
  }

  @Test
  void whatIsOverStaysAsItIs() {
    var handoff = steps.delivered();
    steps.confirm(handoff);
    var confirmed = view.handoff(HandoffSteps.id(handoff));
    assertThat(confirmed.state()).isEqualTo(HandoffState.CONFIRMED);

    var withdrawn = steps.asked();
    steps.say(withdrawn, "oscar", "followHandoff", "WITHDRAW", "note", "There is a van now.");

    assertThat(view.events(HandoffSteps.id(withdrawn)))
        .extracting(HandoffEvent::step)
        .containsOnlyOnce(HandoffStep.WITHDRAW);
  }

  @Test
  void aCallerGetsTheNumberAndTheFinalState() {
    var repair = call();
    var handoff = handoffOf(repair);
    steps.accept(handoff);
    steps.deliver(handoff);
    steps.confirm(handoff);

    assertThat(steps.open(repair)).containsExactly("repairMill");
    var variables = engine.getRuntimeService().getVariables(repair.getId());
    assertThat(variables)
        .containsEntry("vanHandoff", handoff.getBusinessKey())
        .containsEntry("vanState", "CONFIRMED");
    assertThat(view.handoff(HandoffSteps.id(handoff)).requesterId()).isEqualTo("oscar");
  }

  @Test
  void theHandoffOfACallerThatIsEndedIsWithdrawn() {
    var repair = call();
    var handoff = handoffOf(repair);
    steps.accept(handoff);

    end(repair, true);

    isWithdrawn(handoff);
    assertThat(mailsTo("luis")).anyMatch(mail -> mail.subject().startsWith("Terminado"));
  }

  private void isWithdrawn(ProcessInstance ended) {
    var handoff = view.handoff(HandoffSteps.id(ended));
    var subject = new ClockSubject(Handoff.KIND, handoff.id());
    assertThat(handoff.state()).isEqualTo(HandoffState.WITHDRAWN);
    assertThat(handoff.endedAt()).isNotNull();
    assertThat(clocks.clocks(subject)).allMatch(it -> it.endedAt() != null);
    assertThat(turns.list(subject)).allMatch(it -> it.endedAt() != null);
    assertThat(view.events(handoff.id()))
        .last()
        .satisfies(
            it -> {
              assertThat(it.step()).isEqualTo(HandoffStep.WITHDRAW);
              assertThat(it.by()).isNull();
            });
    assertThat(steps.open(ended)).isEmpty();
  }

  private void end(ProcessInstance instance, boolean isWithoutListeners) {
    engine
        .getRuntimeService()
        .deleteProcessInstance(instance.getId(), "by hand", isWithoutListeners);
  }

  private ProcessInstance call() {
    return engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "mill-repair",
            Map.of("vanRequest", CascadeSteps.json(HandoffSteps.request()), "mechanic", "oscar"));
  }

  private ProcessInstance handoffOf(ProcessInstance repair) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .superProcessInstanceId(repair.getId())
        .singleResult();
  }

  private List<MailContent> mailsTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 50).stream()
        .map(MailboxEntry::content)
        .filter(Objects::nonNull)
        .toList();
  }
}
