package com.customerfocus.customercase.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.Comfort;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.incoming.MailIntake;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.TestMailServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luz, whose language is Spanish, on the page of her case, and her mails to Óscar. */
@CustomerFocusTest
class CasePageTests {

  private static final String TOLD = "We have paid the second bill back to you.";

  /** Tables that a customer's acts change. */
  private static final List<String> TABLES =
      List.of(
          "customer_case",
          "customer_case_event",
          "customer_case_contact",
          "customer_case_clock",
          "notice",
          "customer");

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CaseView view;
  private final CaseLinks links;
  private final NoticeSender sender;
  private final MailIntake intake;
  private final Sweep incoming;
  private final HttpBrowser browser;

  @Autowired
  CasePageTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView view,
      CaseLinks links,
      NoticeSender sender,
      MailIntake intake,
      @Qualifier("unhandledMails") Sweep incoming,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.view = view;
    this.links = links;
    this.sender = sender;
    this.intake = intake;
    this.incoming = incoming;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
    rows.update("update customer set zone = 'Europe/Madrid' where reference = 'C-1'");
  }

  private String page(long id) {
    return links.urlFor(id).replaceFirst("https?://[^/]+", "");
  }

  private HttpResponse<String> get(String path) {
    return browser.sendAsProgram(null, "GET", path, null, null);
  }

  private HttpResponse<String> post(String path, String... fields) {
    var form = new StringBuilder();
    for (var i = 0; i < fields.length; i += 2) {
      form.append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
          .append('&');
    }
    return browser.sendAsProgram(null, "POST", path, HttpBrowser.FORM, form.toString());
  }

  private CustomerCase found(ProcessInstance opened) {
    return view.find(CaseSteps.id(opened)).orElseThrow();
  }

  private void send() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  private List<MimeMessage> mailsTo(String address) throws Exception {
    return Arrays.stream(TestMailServer.shared().getReceivedMessagesForDomain(address)).toList();
  }

  @Test
  void thePageSaysWhoStaysWithTheCustomerAndWhenTheyHearFromUs() {
    var opened = steps.opened();
    steps.say(opened, "stayWithCustomer", "NOTE", "note", "She sounds very angry today.");
    steps.say(opened, "stayWithCustomer", "CALL", "words", "The bank is looking for the money.");

    var page = get(page(CaseSteps.id(opened)));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("lang=\"es\"", "Óscar sigue contigo hasta que esto esté resuelto.")
        .contains("My bill is wrong", "The bank is looking for the money.")
        .as("10:00 in Madrid, where she lives")
        .contains("miércoles, 4 de marzo de 2026, 10:00")
        .as("what is internal")
        .doesNotContain("angry")
        .doesNotContain("\"oscar\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          C-1 | Esto no era cierto; lo hemos corregido.
          C-2 | This was wrong; we have corrected it.
          """)
  void newsThatWereWrongStayStruckThroughBesideWhatIsTrue(String customer, String remark) {
    var request = CaseSteps.request();
    request.put("customer", customer);
    var opened = steps.open("oscar", request);
    var id = CaseSteps.id(opened);
    steps.say(opened, "stayWithCustomer", "UPDATE", "words", "The money comes on Tuesday.");
    send();
    var wrong = String.valueOf(view.contacts(id).get(0).id());
    steps.say(
        opened,
        "stayWithCustomer",
        "CORRECT",
        "corrects",
        wrong,
        "words",
        "The money comes on Friday.");

    assertThat(get(page(id)).body())
        .contains(remark)
        .contains("<del>The money comes on Tuesday.</del>")
        .contains(">The money comes on Friday.<");
    assertThat(view.contacts(id))
        .as("counted by")
        .filteredOn(it -> it.correctsId() != null)
        .hasSize(1);
  }

  @Test
  void goodwillIsShownAlsoToACustomerWhoWantsNoLetters() {
    var opened = steps.opened();
    rows.update("update customer set contact = 'NO_LETTERS'");
    rows.update(
        """
        insert into goodwill (case_id, customer_id, kind, amount, currency, reason, state,
                              offered_by, offered_at, limit_rule, asked_height)
        select id, customer_id, k.kind, 49.5, 'EUR', 'She shouts at us.', k.state, 'oscar',
               opened_at, '1: All others', 0
          from customer_case
          cross join (select 'VOUCHER' as kind, 'GRANTED' as state
                      union all select 'GIFT', 'WAITING'
                      union all select 'REFUND', 'REFUSED') k
        """);

    assertThat(get(page(CaseSteps.id(opened))).body())
        .contains("Recibes un vale de 49,50 EUR.")
        .doesNotContain("regalo", "Te devolvemos", "shouts");
  }

  @Test
  void aWrongLinkOpensNothing() {
    var id = CaseSteps.id(steps.opened());

    assertThat(get(page(id + 1)).statusCode()).isEqualTo(404);
    assertThat(get(page(id) + "x").statusCode()).isEqualTo(404);
    assertThat(get("/case").statusCode()).isEqualTo(404);
    assertThat(post(page(id + 1) + "/comfort", "comfortable", "yes").statusCode()).isEqualTo(404);
  }

  @Test
  void noGetAndNoHeadChangesAnything() throws Exception {
    var opened = steps.solved();
    send();
    var before = everything();
    var paths = linksOf(mailsTo("luz@example.org"));
    assertThat(paths).isNotEmpty().contains(page(CaseSteps.id(opened)));

    for (var path : paths) {
      for (var suffix :
          List.of("", "/message", "/comfort", "?comfortable=yes", "/comfort?comfortable=no")) {
        for (var time = 0; time < 10; time++) {
          browser.sendAsProgram(null, "GET", path + suffix, null, null);
          browser.sendAsProgram(null, "HEAD", path + suffix, null, null);
        }
      }
    }

    assertThat(everything()).isEqualTo(before);
  }

  private List<String> linksOf(List<MimeMessage> mails) throws Exception {
    var links = new java.util.TreeSet<String>();
    for (var mail : mails) {
      var text = com.icegreen.greenmail.util.GreenMailUtil.getWholeMessage(mail);
      var found =
          Pattern.compile("http://localhost(/[A-Za-z0-9/_-]+)")
              .matcher(text.replace("=\r\n", "").replace("=3D", "="));
      while (found.find()) {
        links.add(found.group(1));
      }
    }
    return List.copyOf(links);
  }

  private List<Map<String, Object>> everything() {
    return TABLES.stream()
        .flatMap(table -> rows.queryForList("select * from " + table + " order by 1").stream())
        .toList();
  }

  @Test
  void theCustomersOwnWordClosesTheCaseOnceAndAgain() {
    var opened = steps.solved();
    var comfort = page(CaseSteps.id(opened)) + "/comfort";

    for (var time = 0; time < 2; time++) {
      assertThat(post(comfort, "comfortable", "yes", "words", "Muy amable.").statusCode())
          .isEqualTo(303);
    }

    assertThat(found(opened).state()).isEqualTo(CaseState.CLOSED);
    assertThat(found(opened).comfort()).isEqualTo(Comfort.OWN_WORD);
    assertThat(view.events(CaseSteps.id(opened)))
        .filteredOn(it -> it.byCustomer())
        .singleElement()
        .satisfies(it -> assertThat(it.note()).isEqualTo("Muy amable."));
    assertThat(get(page(CaseSteps.id(opened))).body()).contains("Este asunto está cerrado.");
  }

  @Test
  void aCustomerWhoIsNotComfortableSaysWhatIsMissing() {
    var opened = steps.solved();
    var comfort = page(CaseSteps.id(opened)) + "/comfort";

    var empty = post(comfort, "comfortable", "no", "words", " ");
    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("Escribe primero de qué se trata.");
    assertThat(post(comfort, "comfortable", "perhaps").statusCode()).isEqualTo(415);
    assertThat(found(opened).state()).isEqualTo(CaseState.CHECKING_COMFORT);

    post(comfort, "comfortable", "no", "words", "Falta el dinero.");
    assertThat(found(opened).state()).isEqualTo(CaseState.UNDERSTANDING);
    assertThat(found(opened).notComfortableNow()).isOne();
  }

  @Test
  void aMessageWaitsForAnAnswerAndReachesTheOwnerOnce() throws Exception {
    var opened = steps.opened();
    var message = page(CaseSteps.id(opened)) + "/message";

    post(message, "words", "¿Cuándo llega el dinero?\r\nGracias.");
    post(message, "words", "¿Cuándo llega el dinero?\r\nGracias.");
    send();

    assertThat(found(opened).answerDueAt()).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
    assertThat(view.contacts(CaseSteps.id(opened)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.way()).isEqualTo(Contact.Way.PAGE);
              assertThat(it.words()).isEqualTo("¿Cuándo llega el dinero?\nGracias.");
            });
    assertThat(mailsTo("oscar@old.example")).hasSize(1);

    steps.say(opened, "stayWithCustomer", "CALL", "words", "It comes on Friday at the latest.");
    assertThat(found(opened).answerDueAt()).isNull();
  }

  @Test
  void aReplyByMailStartsTheClockAndOneOfAnotherPersonDoesNot() throws Exception {
    var opened = steps.opened();
    steps.say(opened, "stayWithCustomer", "UPDATE", "words", "Nothing has changed until now.");
    send();
    var news = last(mailsTo("luz@example.org"));

    reply(news, "pepe@example.org", "Yo lo sé mejor.");
    assertThat(found(opened).answerDueAt()).isNull();
    reply(news, "luz@example.org", "¿Y cuándo?");

    assertThat(found(opened).answerDueAt()).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
    assertThat(view.contacts(CaseSteps.id(opened)))
        .filteredOn(it -> it.way() == Contact.Way.WROTE)
        .extracting(Contact::words, Contact::sender)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Yo lo sé mejor.", "pepe@example.org"),
            org.assertj.core.groups.Tuple.tuple("¿Y cuándo?", null));
    assertThat(get(page(CaseSteps.id(opened))).body())
        .contains("¿Y cuándo?")
        .doesNotContain("mejor");
  }

  @Test
  void thanksAfterTheEndReachTheOwnerAndOpenNothing() throws Exception {
    var opened = steps.solved();
    send();
    var news = last(mailsTo("luz@example.org"));
    post(page(CaseSteps.id(opened)) + "/comfort", "comfortable", "yes");

    reply(news, "luz@example.org", "¡Gracias!");
    post(page(CaseSteps.id(opened)) + "/message", "words", "¡Gracias otra vez!");
    send();

    assertThat(found(opened).state()).isEqualTo(CaseState.CLOSED);
    assertThat(found(opened).cycle()).isOne();
    assertThat(mailsTo("oscar@old.example")).hasSize(2);
  }

  @Test
  void aMailThatComesBackCountsAsNotSentAndTheOwnerIsAskedForAnotherWay() throws Exception {
    var opened = steps.opened();
    post(page(CaseSteps.id(opened)) + "/message", "words", "¿Cuándo llega el dinero?");
    var before = found(opened);
    steps.at("2026-03-02T10:00:00Z");
    steps.say(opened, "stayWithCustomer", "UPDATE", "words", "It comes on Friday at the latest.");
    send();
    assertThat(found(opened).answerDueAt()).isNull();
    assertThat(found(opened).newsDueAt()).isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));

    comesBack(last(mailsTo("luz@example.org")));
    send();

    assertThat(found(opened).answerDueAt()).isEqualTo(before.answerDueAt());
    assertThat(found(opened).newsDueAt()).isEqualTo(before.newsDueAt());
    assertThat(last(mailsTo("oscar@old.example")).getSubject())
        .isEqualTo("Tus noticias no han llegado: Luz Mar, My bill is wrong");
  }

  private static MimeMessage last(List<MimeMessage> mails) {
    return mails.get(mails.size() - 1);
  }

  @Test
  void anAutomaticReplyStartsNoClock() throws Exception {
    var opened = steps.opened();
    send();

    reply(
        last(mailsTo("luz@example.org")),
        "luz@example.org",
        "No estoy.",
        "Auto-Submitted",
        "auto-replied");

    assertThat(found(opened).answerDueAt()).isNull();
    assertThat(view.contacts(CaseSteps.id(opened))).isEmpty();
  }

  @Test
  void aReplyGoesToItsCaseAlsoWhenTwoCustomersShareAnAddress() throws Exception {
    rows.update("update customer set mail = 'luz@example.org' where reference = 'C-2'");
    var ofLuz = steps.opened();
    send();
    var toLuz = last(mailsTo("luz@example.org"));
    var request = CaseSteps.request();
    request.put("customer", "c-2");
    var ofJoe = steps.open("oscar", request);
    send();

    reply(toLuz, "luz@example.org", "¿Y cuándo?");

    assertThat(view.contacts(CaseSteps.id(ofLuz))).hasSize(1);
    assertThat(view.contacts(CaseSteps.id(ofJoe))).isEmpty();
    assertThat(found(ofLuz).customerReference()).isEqualTo("C-1");
    assertThat(found(ofJoe).customerReference()).isEqualTo("C-2");
  }

  /** The report of a mail server that it could not deliver this mail after all. */
  private void comesBack(MimeMessage mail) throws Exception {
    var to = ((InternetAddress) mail.getReplyTo()[0]).getAddress().replace("reply+", "bounce+");
    receive(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example
                To: %s
                Subject: Undelivered Mail
                Message-ID: <1@mx.example>
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
                Status: 5.1.1

                --b--
                """
                    .formatted(to)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII))));
  }

  private void reply(MimeMessage to, String from, String words, String... header) throws Exception {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    if (header.length > 0) {
      mail.setHeader(header[0], header[1]);
    }
    mail.setFrom(new InternetAddress(from));
    mail.setRecipients(Message.RecipientType.TO, to.getReplyTo());
    mail.setSubject("Re: " + to.getSubject());
    mail.setText(words, "UTF-8");
    mail.saveChanges();
    receive(mail);
  }

  private void receive(MimeMessage mail) throws Exception {
    assertThat(intake.receive(mail)).isTrue();
    while (incoming.runSome().getAsBoolean()) {
      // Until all are handled.
    }
  }
}
