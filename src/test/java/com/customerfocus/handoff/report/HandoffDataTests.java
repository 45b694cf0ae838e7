package com.customerfocus.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.StoredText;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What departments say about a customer is given out and removed at the customer's request. */
@CustomerFocusTest
class HandoffDataTests {

  private static final String REFERENCE = "KD-990017";
  private static final List<String> NAMES = List.of("zenobia", "quiroga");

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final HandoffView view;
  private final Attachments attachments;
  private final CustomerData data;
  private final Mailbox mailbox;
  private final JdbcTemplate rows;
  private ProcessInstance open;
  private ProcessInstance confirmed;

  @Autowired
  HandoffDataTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      HandoffSteps steps,
      HandoffView view,
      Attachments attachments,
      CustomerData data,
      Mailbox mailbox,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.steps = steps;
    this.view = view;
    this.attachments = attachments;
    this.data = data;
    this.mailbox = mailbox;
    this.rows = rows;
  }

  @BeforeEach
  void twoHandoffsAboutZenobia() {
    // The engine's history outlives the instances of other tests.
    rows.update("delete from act_hi_taskinst");
    HandoffSteps.departments(importer);
    new SampleCustomers(rows)
        .add(REFERENCE, "Zenobia Quiroga", "zenobia.quiroga@example.com", "es");
    open = asked();
    steps.accept(open);
    confirmed = asked();
    attachments.add(
        view.handoff(HandoffSteps.id(confirmed)).files(),
        "quiroga.txt",
        "The bill of Zenobia".getBytes(StandardCharsets.UTF_8),
        "oscar");
    steps.accept(confirmed);
    steps.say(confirmed, "luis", "deliver", "DELIVER", "note", "The van was at the Quiroga mill.");
    confirm();
  }

  private ProcessInstance asked() {
    var request = HandoffSteps.request();
    request.put("customer", REFERENCE);
    request.put("need", "A van for Zenobia Quiroga");
    request.put("told", "Zenobia knows that it comes on Wednesday.");
    return steps.ask("oscar", request);
  }

  private void confirm() {
    engine.getIdentityService().setAuthentication("oscar", List.of());
    try {
      engine
          .getFormService()
          .submitTaskForm(
              steps.task(confirmed, "confirmResult").getId(),
              Map.of(
                  "word", SpinValues.jsonValue("{\"decision\": \"CONFIRM\"}").create(),
                  "rating",
                      SpinValues.jsonValue(
                              "{\"score\": 5, \"note\": \"Zenobia is happy.\","
                                  + " \"thanked\": \"luis\", \"thanks\": \"He called Quiroga.\"}")
                          .create()));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Test
  void theExportHasWhatWasAskedSaidAttachedAndRated() throws Exception {
    var export =
        new ObjectMapper()
            .findAndRegisterModules()
            .valueToTree(data.export(REFERENCE, "boss").orElseThrow());

    assertThat(export.at("/handoffs")).hasSize(2);
    assertThat(export.at("/handoffs/0/handoff/need").asText())
        .isEqualTo("A van for Zenobia Quiroga");
    assertThat(export.at("/handoffs/1/history").toString()).contains("at the Quiroga mill");
    assertThat(export.at("/handoffs/1/files/0").asText()).isEqualTo("quiroga.txt");
    assertThat(export.at("/ratings/0").asText()).contains("Zenobia is happy.");
  }

  @Test
  void afterRemovalNoNameIsLeftAndWhatCountsStays() {
    var stored = new StoredText(rows);
    assertThat(stored.placesOf(NAMES))
        .contains(
            "handoff.need",
            "handoff.told",
            "handoff_event.note",
            "handoff_rating.note",
            "handoff_rating.thanks",
            "promise.what",
            "attachment.name",
            "attachment.content",
            "act_ru_task.name_",
            "act_ru_variable.text_");

    data.remove(REFERENCE, "boss");

    assertThat(stored.placesOf(NAMES)).isEmpty();
    assertThat(view.handoff(HandoffSteps.id(open)).state()).isEqualTo(HandoffState.WITHDRAWN);
    assertThat(view.handoff(HandoffSteps.id(confirmed)).state()).isEqualTo(HandoffState.CONFIRMED);
    assertThat(rows.queryForList("select state from promise order by id", String.class))
        .containsExactly("WITHDRAWN", "KEPT");
    assertThat(
            rows.queryForObject(
                "select score from handoff_rating where score is not null", Integer.class))
        .isEqualTo(5);
    assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
    assertThat(
            rows.queryForObject(
                "select count(*) from service_clock where ended_at is null", Integer.class))
        .isZero();
  }

  @Test
  void removalTellsBothSidesOfWhatIsOpenWhyItEnds() {
    data.remove(REFERENCE, "boss");

    for (var person : List.of("luis", "oscar")) {
      assertThat(mailsTo(person))
          .filteredOn(mail -> mail.subject().startsWith("Terminado"))
          .as(person)
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject())
                    .isEqualTo("Terminado: un encargo de Order Desk a Logistics");
                assertThat(mail.text())
                    .contains("se eliminaron los datos del cliente")
                    .doesNotContain("un administrador", "pídelo");
              });
    }
  }

  private List<MailContent> mailsTo(String person) {
    return mailbox.newest(person + "@", Long.MAX_VALUE, 50).stream()
        .map(MailboxEntry::content)
        .filter(Objects::nonNull)
        .toList();
  }
}
