package com.customerfocus.customercase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.customercase.followup.CaseFollowUpService;
import com.customerfocus.customercase.followup.FollowUp;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.News;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.EndToEndTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TasklistUser;
import com.customerfocus.testing.TestMailServer;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One case with all that can happen on its way, with nothing replaced: people send what Tasklist
 * and the pages send, mails go through real mail servers both ways, and timers and sweeps run.
 */
class CaseDetoursTests extends EndToEndTest {

  private static final String STAY = "stayWithCustomer";
  private static final Pattern CASE_PAGE = Pattern.compile("http://\\S+(/case/[^\\s\"<]+)");
  private static final Pattern CONTACT_PAGE =
      Pattern.compile("http://\\S+(/introduction/[^\\s\"<]+)");

  private final MovableClock clock;
  private final CaseView view;
  private final News news;
  private final CaseFollowUpService followUps;
  private final HttpBrowser browser = new HttpBrowser(ADDRESS);

  @Autowired
  CaseDetoursTests(
      CascadeSteps cascadeSteps,
      MovableClock clock,
      CaseView view,
      News news,
      CaseFollowUpService followUps) {
    super(cascadeSteps);
    this.clock = clock;
    this.view = view;
    this.news = news;
    this.followUps = followUps;
  }

  @BeforeEach
  void people(@Autowired OrganizationImporter importer, @Autowired JdbcTemplate rows) {
    CaseSteps.people(importer, rows);
  }

  @Test
  void aCaseOutlivesAContactWhoFailsAPartnerLateNewsABounceAndAnotherOwner() throws Exception {
    var oscar = new TasklistUser(ADDRESS, "oscar", "secret");
    var luis = new TasklistUser(ADDRESS, "luis", "secret");
    oscar.start("stay-with-customer", "caseRequest", CaseSteps.request());
    var luzPage = link(CASE_PAGE, mail("luz", it -> text(it).contains("Óscar sigue contigo")));

    theContactOutsideFails(oscar);
    thePartnerDelivers(oscar, luis);
    newsAreCorrectedLateAndComeBack(oscar);
    say(oscar, "putItRight", "SOLVED", "words", "The bank has paid the second bill back.");
    press(luzPage + "/comfort", "comfortable", "no", "words", "Falta el recargo.");
    assertThat(found().state()).isEqualTo(CaseState.UNDERSTANDING);
    assertThat(found().notComfortable()).isOne();

    goodwillIsApproved(oscar);
    theCaseMoves(oscar, luis);
    say(luis, "understandNeed", "PUT_RIGHT");
    say(luis, "putItRight", "SOLVED", "words", "The surcharge is paid back, too.");
    press(luzPage + "/comfort", "comfortable", "yes", "words", "Muy amable.");

    assertThat(found().state()).isEqualTo(CaseState.CLOSED);
    assertThat(found().comfort()).isEqualTo(Comfort.OWN_WORD);
    theRecordTellsIt();
    theLastOwnerAsksAgain(luis);
  }

  private void theContactOutsideFails(TasklistUser oscar) throws Exception {
    say(oscar, "understandNeed", "INTRODUCE", "note", "Her bank: Mr Ríos, extension 12.");
    say(
        oscar,
        "introduceContact",
        "BRIEF",
        "contactName",
        "Pablo Ríos",
        "organization",
        "Banco del Sur",
        "contactMail",
        "rios@bank.example",
        "language",
        "en",
        "consent",
        "CALL",
        "consentNote",
        "Yes, do tell him about it.",
        "story",
        "Luz Mar paid a bill twice; the bank holds the second payment.",
        "takeOverDays",
        "5");
    var page = link(CONTACT_PAGE, mail("rios", it -> true));
    press(page + "/help", "answer", "yes", "words", "Gladly.");
    say(
        oscar,
        "introduceContact",
        "INTRODUCE",
        "words",
        "Mr Ríos of your bank will pay it back to you.",
        "contactWords",
        "She is at home in the morning.");
    mail("luz", it -> text(it).contains("Mr Ríos of your bank"));
    mail("rios", it -> text(it).contains("She is at home in the morning."));
    press(page + "/take-over", "answer", "no", "words", "I could not reach her.");
    assertThat(found().state()).isEqualTo(CaseState.UNDERSTANDING);
  }

  private void thePartnerDelivers(TasklistUser oscar, TasklistUser luis) throws IOException {
    at("2026-03-02T10:00:00Z");
    say(
        oscar,
        "understandNeed",
        "ASK_PARTNER",
        "partner",
        "logistics",
        "need",
        "The receipt of her second payment",
        "doneWhen",
        "The bank has the receipt.",
        "wished",
        "2026-03-03T16:00");
    sayOfHandoff(luis, "acceptHandoff", "ACCEPT", "date", "2026-03-03T16:00");
    sayOfHandoff(luis, "deliver", "DELIVER", "note", "The bank has the receipt now.");
    sayOfHandoff(oscar, "confirmResult", "CONFIRM");
    await().atMost(PATIENCE).until(() -> found().state() == CaseState.PUTTING_RIGHT);
  }

  private void newsAreCorrectedLateAndComeBack(TasklistUser oscar) throws Exception {
    at("2026-03-02T11:00:00Z");
    say(oscar, STAY, "UPDATE", "words", "The money comes on Tuesday.");
    mail("luz", it -> text(it).contains("The money comes on Tuesday."));
    var wrong = contact("The money comes on Tuesday.").id();
    at("2026-03-02T12:00:00Z");
    say(oscar, STAY, "CORRECT", "corrects", "" + wrong, "words", "The money comes on Friday.");
    mail("luz", it -> text(it).contains("The money comes on Friday."));
    await()
        .atMost(PATIENCE)
        .until(() -> contact("The money comes on Friday.").acceptedAt() != null);
    var due = found().newsDueAt();

    at(due.plusSeconds(1).toString());
    await().atMost(PATIENCE).until(() -> !news.late(found().id()).isEmpty());
    say(oscar, STAY, "UPDATE", "words", "Nothing has changed; the bank is slow.");
    var late = mail("luz", it -> text(it).contains("the bank is slow"));
    await().atMost(PATIENCE).until(() -> due.isBefore(found().newsDueAt()));

    comesIn(report(late));
    await().atMost(PATIENCE).until(() -> dueAsTheMailboxIsRead().equals(due));
    assertThat(contact("Nothing has changed; the bank is slow.").bouncedAt()).isNotNull();
    mail("oscar", it -> text(it).contains("the bank is slow"));
    assertThat(news.late(found().id())).as("one moment is late once").hasSize(1);

    at(due.plusSeconds(3_600).toString());
    say(oscar, STAY, "CALL", "words", "I have read it to her on the phone.");
    assertThat(found().newsDueAt()).isAfter(due.plusSeconds(3_600));
  }

  /** The mailbox is read again when a pause is over, which needs a clock that goes on. */
  private Instant dueAsTheMailboxIsRead() {
    clock.moveBy(Duration.ofMillis(200));
    return found().newsDueAt();
  }

  private void goodwillIsApproved(TasklistUser oscar) throws IOException {
    var olga = new TasklistUser(ADDRESS, "olga", "secret");
    oscar.start(
        "goodwill",
        "goodwillRequest",
        Map.of(
            "caseNumber",
            "" + found().id(),
            "kind",
            "VOUCHER",
            "amount",
            "60",
            "reason",
            "She has waited for her money."));
    complete(olga, "approveGoodwill", "approval", "APPROVE", "note", "She deserves it.");
    assertThat(cascadeSteps.count("select count(*) from goodwill where state = 'GRANTED'")).isOne();
  }

  private void theCaseMoves(TasklistUser oscar, TasklistUser luis) throws IOException {
    oscar.start(
        "hand-over-ownership",
        "ownershipOffer",
        Map.of(
            "caseNumber",
            "" + found().id(),
            "colleague",
            "luis",
            "reason",
            "KNOWLEDGE",
            "note",
            "He knows her bank well."));
    assertThat(found().ownerId()).isEqualTo("oscar");
    complete(luis, "takeOverCase", "offerAnswer", "ACCEPT");
    assertThat(found().ownerId()).isEqualTo("luis");
  }

  private void theLastOwnerAsksAgain(TasklistUser luis) throws IOException {
    var due = followUps.ofCustomer(found().customerId()).get(0).dueOn();
    at(due + "T12:00:00Z");
    await().atMost(PATIENCE).until(() -> luis.task("askCustomerAgain").isPresent());
    var answer =
        luis.complete(
            luis.task("askCustomerAgain").orElseThrow(), "caseFollowUp", Map.of("answer", "WELL"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(followUps.ofCustomer(found().customerId()).get(0).answer())
        .isEqualTo(FollowUp.Answer.WELL);
  }

  private void theRecordTellsIt() {
    assertThat(view.events(found().id()))
        .filteredOn(it -> it.step() != CaseStep.GOODWILL)
        .extracting(CaseEvent::step)
        .containsExactly(
            CaseStep.OPEN,
            CaseStep.INTRODUCE,
            CaseStep.CONTACT_FAILED,
            CaseStep.ASK_PARTNER,
            CaseStep.PARTNER_DELIVERED,
            CaseStep.SOLVED,
            CaseStep.NOT_COMFORTABLE,
            CaseStep.MOVE,
            CaseStep.PUT_RIGHT,
            CaseStep.SOLVED,
            CaseStep.COMFORTABLE,
            CaseStep.CLOSE);
    assertThat(view.contacts(found().id()))
        .filteredOn(it -> it.correctsId() != null)
        .as("corrections")
        .hasSize(1);
    assertThat(found().need()).isEqualTo("My bill is wrong\nI paid it twice.");
  }

  /** A mail server says that the mailbox is full. */
  private static String report(MimeMessage mail) throws MessagingException {
    var to = ((InternetAddress) mail.getReplyTo()[0]).getAddress().replace("reply+", "bounce+");
    return """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example
        To: %s
        Subject: Undelivered Mail
        Message-ID: <full@mx.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Your mail did not arrive.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; luz@example.org
        Action: failed
        Status: 5.2.2

        --b--
        """
        .formatted(to);
  }

  private CustomerCase found() {
    return view.find(cascadeSteps.count("select max(id) from customer_case")).orElseThrow();
  }

  private Contact contact(String words) {
    return view.contacts(found().id()).stream()
        .filter(it -> words.equals(it.words()))
        .findFirst()
        .orElseThrow();
  }

  private void at(String moment) {
    clock.moveTo(Instant.parse(moment));
  }

  private static String link(Pattern page, MimeMessage mail) {
    var link = page.matcher(text(mail));
    assertThat(link.find()).as(text(mail)).isTrue();
    return link.group(1);
  }

  private void press(String path, String... fields) {
    var form = new StringBuilder();
    for (var i = 0; i < fields.length; i += 2) {
      form.append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    var answer = browser.sendAsProgram(null, "POST", path, HttpBrowser.FORM, form.toString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
  }

  private static MimeMessage mail(String person, Predicate<MimeMessage> which) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                Arrays.stream(TestMailServer.ofBackgroundSending().getReceivedMessages())
                    .filter(it -> recipient(it).startsWith(person + "@"))
                    .filter(which)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return ((InternetAddress) mail.getRecipients(RecipientType.TO)[0]).getAddress();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(TasklistUser user, String element, String decision, String... said)
      throws IOException {
    var form =
        switch (element) {
          case STAY -> "stay";
          case "introduceContact" -> "introduction";
          default -> "work";
        };
    complete(user, element, form, decision, said);
  }

  private void sayOfHandoff(TasklistUser user, String element, String decision, String... said)
      throws IOException {
    complete(user, element, "word", decision, said);
  }

  /** Completes the task as soon as it is there, claimed first while a group has it. */
  private static void complete(
      TasklistUser user, String element, String form, String decision, String... said)
      throws IOException {
    var fields = new HashMap<String, Object>();
    fields.put("decision", decision);
    for (var i = 0; i < said.length; i += 2) {
      fields.put(said[i], said[i + 1]);
    }
    var answer = user.complete(taskOf(user, element), form, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private static String taskOf(TasklistUser user, String element) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              var own = user.task(element);
              if (own.isPresent()) {
                return own.get();
              }
              var ofGroup = user.groupTask(element);
              if (ofGroup.isPresent()) {
                assertThat(user.claim(ofGroup.get()).statusCode()).isEqualTo(204);
              }
              return ofGroup.orElse(null);
            },
            Objects::nonNull);
  }
}
