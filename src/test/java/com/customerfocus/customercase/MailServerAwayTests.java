package com.customerfocus.customercase;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.LateNews;
import com.customerfocus.customercase.news.News;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.Ports;
import com.customerfocus.testing.TestMailServer;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server is away for an hour while Óscar tells Luz and Joe how things stand. */
@CustomerFocusTest
class MailServerAwayTests {

  private static final String STAY = "stayWithCustomer";
  private static final Instant DUE = Instant.parse("2026-03-04T09:00:00Z");
  private static final Instant BACK = Instant.parse("2026-03-04T09:30:00Z");

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final News news;
  private final NoticeSender sender;
  private final JavaMailSenderImpl server;
  private final Sweep late;
  private final int port;

  @Autowired
  MailServerAwayTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      News news,
      NoticeSender sender,
      JavaMailSenderImpl server,
      @Qualifier("lateNews") Sweep late) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.news = news;
    this.sender = sender;
    this.server = server;
    this.late = late;
    this.port = server.getPort();
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
  }

  @AfterEach
  void theServerIsBack() {
    server.setPort(port);
  }

  private ProcessInstance ofJoe() {
    var request = CaseSteps.request();
    request.put("customer", "C-2");
    return steps.open("oscar", request);
  }

  private void tell(ProcessInstance opened, String words) {
    steps.say(opened, STAY, "UPDATE", "words", words);
  }

  private void send() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  private void look() {
    while (late.runSome().getAsBoolean()) {
      // Until all are looked at.
    }
  }

  private static List<String> told(String address) {
    return Arrays.stream(TestMailServer.shared().getReceivedMessagesForDomain(address))
        .map(MailServerAwayTests::text)
        .filter(it -> it.contains("The bank"))
        .map(it -> it.replaceFirst("(?s).*(The bank [^.]*\\.).*", "$1"))
        .toList();
  }

  private static String text(MimeMessage mail) {
    try {
      return (String) ((Multipart) mail.getContent()).getBodyPart(0).getContent();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant newsDue(ProcessInstance opened) {
    return news.clock(CaseSteps.id(opened)).orElseThrow().newsDueAt();
  }

  @Test
  void newsWaitCountOnlyOnceTheServerTakesThemAndGoOutInOrder() {
    var luz = steps.opened();
    var joe = ofJoe();
    send();
    steps.at("2026-03-04T08:30:00Z");
    server.setPort(Ports.free());

    tell(luz, "The bank has not answered yet.");
    tell(joe, "The bank has not answered yet.");
    tell(luz, "The bank answers tomorrow.");
    send();

    assertThat(newsDue(luz)).as("not accepted").isEqualTo(DUE);
    assertThat(newsDue(joe)).as("not accepted").isEqualTo(DUE);
    look();
    assertThat(news.late(CaseSteps.id(luz))).as("not yet").isEmpty();

    steps.at("2026-03-04T09:00:01Z");
    send();
    look();
    look();
    for (var opened : List.of(luz, joe)) {
      assertThat(news.late(CaseSteps.id(opened)))
          .as("the customer has heard nothing")
          .extracting(LateNews::what, LateNews::dueAt)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(LateNews.What.NEWS, DUE));
    }
    assertThat(
            rows.queryForList("select tries from notice where state = 'NOT_SENT'", Integer.class))
        .as("no try is counted")
        .containsExactly(0, 0, 0);

    steps.at(BACK.toString());
    server.setPort(port);
    send();
    send();
    look();

    assertThat(told("luz@example.org"))
        .containsExactly("The bank has not answered yet.", "The bank answers tomorrow.");
    assertThat(told("joe@example.org")).containsExactly("The bank has not answered yet.");
    assertThat(news.contacts(CaseSteps.id(luz)))
        .extracting(Contact::acceptedAt)
        .containsExactly(BACK, BACK);
    for (var opened : List.of(luz, joe)) {
      var clock = news.clock(CaseSteps.id(opened)).orElseThrow();
      assertThat(clock.lastContactAt()).isEqualTo(BACK);
      assertThat(clock.newsDueAt())
          .as("what the customer was told when it was written is earlier than the cadence")
          .isEqualTo(Instant.parse("2026-03-06T09:00:00Z"));
      assertThat(steps.task(opened, STAY).getDueDate().toInstant()).isEqualTo(clock.newsDueAt());
      assertThat(news.late(CaseSteps.id(opened))).as("late once").hasSize(1);
    }
  }
}
