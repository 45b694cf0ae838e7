package com.customerfocus.customercase.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerMessages.Reply;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.StoredText;
import com.customerfocus.testing.TestMailServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two cases of Zenobia: one closed by her own word, one with a partner department. */
@CustomerFocusTest
class CaseDataTests {

  private static final String REFERENCE = "C-7";
  private static final List<String> NAMES = List.of("Zenobia", "Quiroga", "zenobia.quiroga");

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CustomerSteps customers;
  private final CustomerMessages messages;
  private final CustomerData data;
  private final NoticeSender sender;
  private final ProcessEngine engine;

  @Autowired
  CaseDataTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CustomerSteps customers,
      CustomerMessages messages,
      CustomerData data,
      NoticeSender sender,
      ProcessEngine engine) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.customers = customers;
    this.messages = messages;
    this.data = data;
    this.sender = sender;
    this.engine = engine;
  }

  @BeforeEach
  void twoCasesOfZenobia() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    // The engine's history outlives the instances of other tests.
    rows.update("delete from act_hi_taskinst");
    CaseSteps.people(importer, rows);
    new SampleCustomers(rows)
        .add(REFERENCE, "Zenobia Quiroga", "zenobia.quiroga@example.com", "es");
    var closed = opened();
    steps.say(closed, "understandNeed", "PUT_RIGHT", "note", "Quiroga paid twice, I think.");
    steps.say(closed, "stayWithCustomer", "NOTE", "note", "Zenobia sounds angry.");
    steps.say(closed, "putItRight", "SOLVED", "words", "Your money is back, Zenobia.");
    sendAll();
    customers.comfortable(CaseSteps.id(closed), "I, Zenobia, am content.");
    var open = opened();
    messages.onPage(CaseSteps.id(open), "Zenobia Quiroga here: and now?");
    messages.byMail(
        CaseSteps.id(open),
        new Reply(
            "I am Zenobia's husband.",
            Instant.parse("2026-03-02T09:00:00Z"),
            "paco.quiroga@example.com",
            "Paco Quiroga",
            1));
    steps.say(
        open,
        "understandNeed",
        "ASK_PARTNER",
        "partner",
        "logistics",
        "need",
        "A van for Zenobia Quiroga",
        "doneWhen",
        "Quiroga has it.",
        "wished",
        "2026-03-04T16:00");
  }

  private ProcessInstance opened() {
    var request = CaseSteps.request();
    request.put("customer", REFERENCE);
    request.put("need", "The bill of Zenobia is wrong");
    return steps.open("oscar", request);
  }

  private void sendAll() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  @Test
  void theExportHasWhatWasNeededSaidAndNoted() {
    var export =
        new ObjectMapper()
            .findAndRegisterModules()
            .valueToTree(data.export(REFERENCE, "boss").orElseThrow());

    assertThat(export.at("/cases")).hasSize(2);
    assertThat(export.at("/cases/0/about/need").asText()).isEqualTo("The bill of Zenobia is wrong");
    assertThat(export.at("/cases/0/history").toString())
        .contains("Zenobia sounds angry.", "I, Zenobia, am content.");
    assertThat(export.at("/cases/0/contacts").toString()).contains("Your money is back");
    assertThat(export.at("/cases/1/contacts").toString()).contains("and now?");
  }

  @Test
  void afterRemovalNoNameIsLeftAndFiguresStay() {
    var stored = new StoredText(rows);
    assertThat(stored.placesOf(NAMES))
        .contains(
            "customer_case.need",
            "customer_case.subject",
            "customer_case_event.note",
            "customer_case_contact.words",
            "customer_case_contact.sender",
            "customer_case_contact.sender_name",
            "handoff.need");

    assertThat(data.remove(REFERENCE, "boss")).isTrue();

    assertThat(stored.placesOf(NAMES)).isEmpty();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(
            rows.queryForList(
                "select state || ' ' || coalesce(comfort, '-') from customer_case order by id",
                String.class))
        .containsExactly("CLOSED OWN_WORD", "WITHDRAWN -");
    assertThat(rows.queryForObject("select count(*) from customer_case_clock", Integer.class))
        .isZero();
    assertThat(rows.queryForObject("select count(*) from customer_case_contact", Integer.class))
        .isEqualTo(3);
  }
}
