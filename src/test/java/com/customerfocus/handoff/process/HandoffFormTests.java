package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.AGREE_ON_NEW_DATE;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CONFIRM_RESULT;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.FOLLOW_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.RATING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.handoff.HandoffService;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TasklistUser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What forms of a handoff offer and show, and what a page that is out of date tells. */
@CustomerFocusTest
class HandoffFormTests {

  private final HandoffSteps steps;
  private final HandoffFields fields;
  private final HandoffView view;
  private final HandoffService handoffs;
  private final ProcessEngine engine;
  private final JdbcTemplate jdbc;

  @Autowired
  HandoffFormTests(
      HandoffSteps steps,
      HandoffFields fields,
      HandoffView view,
      HandoffService handoffs,
      ProcessEngine engine,
      JdbcTemplate jdbc) {
    this.steps = steps;
    this.fields = fields;
    this.view = view;
    this.handoffs = handoffs;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer) {
    HandoffSteps.departments(importer);
  }

  @Test
  void thePriorityIsNoChoiceAfterTheDelivery() {
    var handoff = steps.accepted();
    assertThat(values(fields.followUp(HandoffSteps.id(handoff))))
        .containsExactly("CHANGE_PRIORITY", "WITHDRAW");

    steps.deliver(handoff);

    var followUp = fields.followUp(HandoffSteps.id(handoff));
    assertThat(values(followUp)).containsExactly("WITHDRAW");
    assertThat(followUp.decision()).isEqualTo("WITHDRAW");
  }

  @Test
  void aLaterDateIsAChoiceOnceAndBeforeThePromisedOneOnly() {
    var handoff = steps.accepted();
    var id = HandoffSteps.id(handoff);
    assertThat(values(fields.word(id))).contains("ASK_FOR_NEW_DATE");

    steps.askForFriday(handoff);
    assertThat(values(fields.word(id))).doesNotContain("ASK_FOR_NEW_DATE");

    steps.say(
        handoff, "oscar", AGREE_ON_NEW_DATE, "REFUSE_NEW_DATE", "note", "The mill stands still.");
    assertThat(values(fields.word(id))).contains("ASK_FOR_NEW_DATE");
    steps.at("2026-03-04T16:00:00Z");
    assertThat(values(fields.word(id))).doesNotContain("ASK_FOR_NEW_DATE");
  }

  @Test
  void theQuestionAboutALaterDateEndsWithTheDelivery(@LocalServerPort int port) throws Exception {
    var handoff = steps.accepted();
    steps.askForFriday(handoff);
    var stale = steps.task(handoff, AGREE_ON_NEW_DATE);
    assertThat(stale.getName()).as("says until when").contains("2026");

    steps.deliver(handoff);

    assertThat(steps.open(handoff)).containsExactlyInAnyOrder(CONFIRM_RESULT, FOLLOW_HANDOFF);
    var answer =
        new TasklistUser("http://localhost:" + port, "oscar", "secret")
            .complete(stale.getId(), "newDate", Map.of("decision", "AGREE_ON_NEW_DATE"));
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).contains("Luis has delivered this handoff");
    steps.confirm(handoff);
    assertThat(steps.open(handoff)).isEmpty();
  }

  @Test
  void aStalePageNamesThePersonWhoEndedTheTask() {
    var handoff = steps.asked();
    assertThat(whatHappened(handoff)).startsWith("Óscar has asked for this (");
    steps.say(
        handoff,
        "luis",
        ACCEPT_HANDOFF,
        "GIVE_TO_COLLEAGUE",
        "colleague",
        "lars",
        "note",
        "Lars knows the way to the mill.");
    assertThat(whatHappened(handoff)).startsWith("Luis has given this to a colleague (");

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "CHANGE_PRIORITY", "priority", "HIGH");
    assertThat(whatHappened(handoff)).startsWith("Luis has given this to a colleague (");

    steps.say(handoff, "lars", ACCEPT_HANDOFF, "ACCEPT", "date", "2026-03-04T16:00");
    steps.handOn(handoff, "lars");
    assertThat(whatHappened(handoff)).startsWith("Lars has handed a part on (");
    steps.say(handoff, "lars", DELIVER, "DELIVER", "note", "The pump stands in the mill.");
    steps.reopen(handoff);
    assertThat(whatHappened(handoff)).startsWith("Óscar has reopened this handoff (");
  }

  @Test
  void bothFormsShowWhatAHandoffWaitsFor() {
    var handoff = steps.accepted();
    steps.handOn(handoff, "luis");
    var part =
        jdbc.queryForObject(
            "select id from handoff where parent_id = ?", Long.class, HandoffSteps.id(handoff));

    assertThat(view.handoffHtml(HandoffSteps.id(handoff)))
        .contains("<th>Waits for</th><td>Workshop, A frame for the pump: no answer yet</td>")
        .doesNotContain("Part of");
    assertThat(view.handoffHtml(part))
        .contains("<th>Part of</th><td>A van for the pump of the mill</td>")
        .doesNotContain("Waits for");
  }

  @Test
  void filesOfADeliveryAreDownloadsOfTheConfirmation() {
    var handoff = steps.accepted();

    deliver(handoff, "receipt.txt", "Signed at nine.".getBytes(StandardCharsets.UTF_8));

    assertThat(steps.open(handoff)).containsExactlyInAnyOrder(CONFIRM_RESULT, FOLLOW_HANDOFF);
    assertThat(view.handoffHtml(HandoffSteps.id(handoff)))
        .containsPattern("href=\"/camunda/api/attachments/\\d+\">receipt.txt</a>");
    assertThat(
            engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(handoff.getId())
                .variableName("file1")
                .count())
        .isZero();
  }

  @Test
  void aDeliveryWithAProgramAsAFileIsRefusedAndNothingIsRecorded() {
    var handoff = steps.accepted();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> deliver(handoff, "receipt.pdf", new byte[] {'M', 'Z', 0, 1, 2, 3}));

    assertThat(steps.open(handoff)).containsExactlyInAnyOrder(DELIVER, FOLLOW_HANDOFF);
    assertThat(jdbc.queryForObject("select count(*) from attachment", Integer.class)).isZero();
  }

  @Test
  void aFileOfAnAnswerIsThereForThePartnerAndCountsForNothingElse() {
    var handoff = steps.accepted();
    send(handoff, "luis", DELIVER, "ASK_FOR_NEW_DATE", "draft.txt", new byte[] {'x'});
    assertThat(view.handoffHtml(HandoffSteps.id(handoff))).doesNotContain("draft.txt");

    var asked = steps.asked();
    steps.say(asked, "luis", ACCEPT_HANDOFF, "ASK_BACK", "note", "Which of the two mills is it?");
    send(
        asked,
        "oscar",
        "answerPartner",
        "ANSWER",
        "map.txt",
        "At the river".getBytes(StandardCharsets.UTF_8));

    assertThat(view.handoffHtml(HandoffSteps.id(asked))).contains("map.txt</a>");
  }

  private void deliver(ProcessInstance handoff, String file, byte[] content) {
    send(handoff, "luis", DELIVER, "DELIVER", file, content);
  }

  private void send(
      ProcessInstance handoff,
      String user,
      String element,
      String decision,
      String file,
      byte[] content) {
    engine.getIdentityService().setAuthentication(user, List.of("department-logistics"));
    try {
      engine
          .getFormService()
          .submitTaskForm(
              steps.task(handoff, element).getId(),
              Map.of(
                  "word",
                  CascadeSteps.json(
                      Map.of(
                          "decision",
                          decision,
                          "note",
                          "The pump stands in the mill.",
                          "date",
                          "2026-03-06T12:00")),
                  "file1",
                  Variables.fileValue(file).file(content).create()));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Test
  void aDateAfterTheTargetIsShownAsSuch() {
    var handoff = steps.asked();
    var id = HandoffSteps.id(handoff);
    assertThat(view.handoffHtml(id))
        .contains("Target for delivery")
        .doesNotContain("later than the target");

    steps.say(handoff, "luis", ACCEPT_HANDOFF, "PROPOSE_DATE", "date", "2026-05-04T16:00");
    assertThat(view.handoffHtml(id)).containsOnlyOnce("later than the target");

    steps.say(handoff, "oscar", "agreeOnDate", "AGREE_ON_DATE");
    assertThat(view.handoffHtml(id)).containsOnlyOnce("later than the target");
  }

  @Test
  void aPersonWhoHasClaimedTheRequestIsToldThatItIsWithdrawn() {
    var handoff = steps.asked();
    engine.getTaskService().claim(steps.task(handoff, ACCEPT_HANDOFF).getId(), "lars");

    steps.say(handoff, "oscar", FOLLOW_HANDOFF, "WITHDRAW", "note", "The mill has closed.");

    assertThat(
            jdbc.queryForList(
                "select recipient_id from handoff_event where handoff_id = ? and step = 'WITHDRAW'",
                String.class,
                HandoffSteps.id(handoff)))
        .containsExactly("lars");
  }

  @Test
  void aRatingSentWithAReopeningDoesNotCount() {
    var handoff = steps.delivered();
    engine.getIdentityService().setAuthentication("oscar", List.of());
    try {
      engine
          .getTaskService()
          .complete(
              steps.task(handoff, CONFIRM_RESULT).getId(),
              Map.of(
                  "word",
                  CascadeSteps.json(
                      Map.of(
                          "decision",
                          "REOPEN",
                          "reason",
                          "INCOMPLETE",
                          "note",
                          "The hose is missing.")),
                  RATING.name(),
                  CascadeSteps.json(Map.of("score", "1", "note", "No hose."))));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }

    assertThat(
            engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(handoff.getId())
                .variableName(RATING.name())
                .count())
        .isZero();
  }

  private String whatHappened(ProcessInstance handoff) {
    return handoffs.whatHappened(HandoffSteps.id(handoff)).inEnglish();
  }

  private static List<Object> values(HandoffFields.Fields of) {
    return of.choices().stream().<Object>map(FormChoice::value).toList();
  }
}
