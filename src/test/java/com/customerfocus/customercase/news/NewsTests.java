package com.customerfocus.customercase.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestMailServer;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Óscar tells Joe, and what becomes of it when Joe cannot or does not want to be told. */
@CustomerFocusTest
class NewsTests {

  private static final String STAY = "stayWithCustomer";

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CaseView view;
  private final News news;
  private final NoticeSender sender;
  private final Sweep late;

  @Autowired
  NewsTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView view,
      News news,
      NoticeSender sender,
      @Qualifier("lateNews") Sweep late) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.view = view;
    this.news = news;
    this.sender = sender;
    this.late = late;
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
  }

  private ProcessInstance ofJoe() {
    var request = CaseSteps.request();
    request.put("customer", "C-2");
    return steps.open("oscar", request);
  }

  private void send() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  private MimeMessage lastMail() {
    var mails = TestMailServer.shared().getReceivedMessagesForDomain("joe@example.org");
    return mails[mails.length - 1];
  }

  private static String text(MimeMessage mail) throws Exception {
    return (String) ((jakarta.mail.Multipart) mail.getContent()).getBodyPart(0).getContent();
  }

  @Test
  void newsSayHowThingsStandAndWhenTheNextComeInTheCustomersWords() throws Exception {
    rows.update("update customer set zone = 'America/Denver' where reference = 'C-2'");
    var opened = ofJoe();

    steps.say(
        opened,
        STAY,
        "UPDATE",
        "words",
        "Nothing has changed. You can pay later meanwhile.",
        "nextNews",
        "2026-03-03T16:00");
    send();

    assertThat(lastMail().getSubject()).isEqualTo("News for you: My bill is wrong");
    assertThat(GreenMailUtil.getHeaders(lastMail())).contains("Auto-Submitted: auto-generated");
    assertThat(text(lastMail()))
        .contains("Nothing has changed. You can pay later meanwhile.")
        .as("16:00 in London is 9:00 in Denver")
        .contains("You hear from us again by Tuesday, 3 March 2026, 09:00");
    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().newsDueAt())
        .isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
  }

  @Test
  void wrongNewsAreCorrectedOnceAndStayVisible() throws Exception {
    var opened = ofJoe();
    var id = CaseSteps.id(opened);
    steps.say(opened, STAY, "UPDATE", "words", "The money comes on Tuesday.");
    var wrong = news.contacts(id).get(0).id();
    send();

    steps.say(
        opened, STAY, "CORRECT", "corrects", "" + wrong, "words", "The money comes on Friday.");
    send();

    assertThat(text(lastMail()))
        .contains("Something that we told you before was wrong:")
        .contains("The money comes on Tuesday.")
        .contains("The money comes on Friday.");
    assertThat(news.contacts(id)).extracting(Contact::isCorrected).containsExactly(true, false);
    assertThat(view.caseHtml(id)).contains("<s>“The money comes on Tuesday.”</s>");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                steps.say(
                    opened,
                    STAY,
                    "CORRECT",
                    "corrects",
                    "" + wrong,
                    "words",
                    "On Saturday, I think."));
  }

  @Test
  void unsentNewsAreNotCorrectedAndACorrectionThatCameBackIsMadeAgain() {
    var opened = ofJoe();
    var id = CaseSteps.id(opened);
    steps.say(opened, STAY, "UPDATE", "words", "The money comes on Tuesday.");
    var wrong = news.contacts(id).get(0).id();
    notCorrected(opened, wrong);
    send();
    correct(opened, wrong);
    send();
    var correction = news.contacts(id).get(1).id();
    notCorrected(opened, wrong);

    rows.update(
        "update customer_case_contact set bounced_at = current_timestamp where id = ?", correction);

    assertThat(news.contacts(id)).extracting(Contact::isCorrected).containsExactly(false, false);
    notCorrected(opened, correction);
    correct(opened, wrong);
    assertThat(news.contacts(id))
        .extracting(Contact::isCorrected)
        .containsExactly(true, false, false);
  }

  private void correct(ProcessInstance opened, long wrong) {
    steps.say(
        opened, STAY, "CORRECT", "corrects", "" + wrong, "words", "The money comes on Friday.");
  }

  private void notCorrected(ProcessInstance opened, long wrong) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> correct(opened, wrong))
        .satisfies(
            it ->
                assertThat(it.sentences().get(0).getDefaultMessage())
                    .isEqualTo("refusal.case.not-to-correct"));
  }

  @Test
  void ofACustomerWhoWantsNoContactTheOwnerNotesHowThingsStandAndNothingIsLate() {
    var opened = ofJoe();
    var id = CaseSteps.id(opened);
    send();
    rows.update("update customer set contact = 'NO_CONTACT' where reference = 'C-2'");
    steps.at("2026-03-04T09:00:01Z");
    late.runSome().getAsBoolean();
    assertThat(news.late(id)).isEmpty();

    steps.say(opened, STAY, "NOTE", "note", "The bank has paid the money back.");

    assertThat(news.contacts(id)).extracting(Contact::way).containsExactly(Contact.Way.NOTE);
    assertThat(view.find(id).orElseThrow().newsDueAt())
        .isEqualTo(Instant.parse("2026-03-06T09:00:01Z"));
    send();
    assertThat(rows.queryForList("select kind from notice", String.class))
        .containsExactly("case-opened");
  }

  @Test
  void anOptOutBetweenTheRecordAndTheSendingIsHonoured() {
    var opened = ofJoe();
    steps.say(opened, STAY, "UPDATE", "words", "Nothing has changed until now.");
    rows.update("update customer set contact = 'NO_CONTACT' where reference = 'C-2'");

    send();

    assertThat(TestMailServer.shared().getReceivedMessagesForDomain("joe@example.org")).isEmpty();
    assertThat(rows.queryForList("select state from notice", String.class))
        .containsExactly("LAPSED", "LAPSED");
    assertThat(view.find(CaseSteps.id(opened)).orElseThrow().newsDueAt())
        .as("no news")
        .isEqualTo(Instant.parse("2026-03-04T09:00:00Z"));
  }

  @Test
  void whoGetsPostOnlyOrNoMailIsToldInACall() {
    var opened = ofJoe();
    rows.update("update customer set by_post = true where reference = 'C-2'");
    refused(opened, "refusal.case.by-post");
    rows.update("update customer set by_post = false, mail = null where reference = 'C-2'");
    refused(opened, "refusal.case.out-of-reach");

    steps.say(opened, STAY, "CALL", "words", "Told him that nothing has changed.");

    assertThat(news.contacts(CaseSteps.id(opened))).hasSize(1);
  }

  private void refused(ProcessInstance opened, String key) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () -> steps.say(opened, STAY, "UPDATE", "words", "Nothing has changed until now."))
        .satisfies(it -> assertThat(it.sentences().get(0).getDefaultMessage()).isEqualTo(key));
  }

  @Test
  void anotherOwnerHasNoMoreThanOneWorkingDay() {
    var opened = ofJoe();
    var id = CaseSteps.id(opened);
    steps.at("2026-03-02T10:00:00Z");

    news.ownersMoved(Map.of(id, new News.NewOwner("luis", null)));

    assertThat(news.clock(id).orElseThrow().newsDueAt())
        .isEqualTo(Instant.parse("2026-03-03T10:00:00Z"));
    assertThat(news.clock(id).orElseThrow().ownerId()).isEqualTo("luis");
  }
}
