package com.customerfocus.customercase.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.introduction.mails.IntroductionLinks;
import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.incoming.MailIntake;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HttpBrowser;
import com.customerfocus.testing.StoredText;
import com.customerfocus.testing.TestMailServer;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Óscar brings Luz and Mr Ríos of her bank together, from Monday, 2 March 2026, 9:00 on. */
@CustomerFocusTest
class IntroductionTests {

  private static final String CONTACT = "rios@bank.example";

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{32,}");

  private static final List<String> TABLES =
      List.of(
          "customer_introduction",
          "customer_case",
          "customer_case_event",
          "customer_case_contact",
          "customer_case_clock",
          "notice",
          "customer");

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CaseView cases;
  private final IntroductionView view;
  private final ContactSteps contacts;
  private final CaseLinks caseLinks;
  private final IntroductionLinks links;
  private final NoticeSender sender;
  private final NoticeService notices;
  private final CustomerData data;
  private final Sweep sweep;
  private final MailIntake intake;
  private final Sweep incoming;
  private final HttpBrowser browser;

  @Autowired
  IntroductionTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CaseView cases,
      IntroductionView view,
      ContactSteps contacts,
      CaseLinks caseLinks,
      IntroductionLinks links,
      NoticeSender sender,
      NoticeService notices,
      CustomerData data,
      @Qualifier("openIntroductions") Sweep sweep,
      MailIntake intake,
      @Qualifier("unhandledMails") Sweep incoming,
      @LocalServerPort int port) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.cases = cases;
    this.view = view;
    this.contacts = contacts;
    this.caseLinks = caseLinks;
    this.links = links;
    this.sender = sender;
    this.notices = notices;
    this.data = data;
    this.sweep = sweep;
    this.intake = intake;
    this.incoming = incoming;
    this.browser = new HttpBrowser("http://localhost:" + port);
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
  }

  private CustomerCase found(ProcessInstance opened) {
    return cases.find(CaseSteps.id(opened)).orElseThrow();
  }

  private Introduction introduction(ProcessInstance opened) {
    var all = view.ofCase(CaseSteps.id(opened));
    return all.get(all.size() - 1);
  }

  private String page(ProcessInstance opened) {
    return links.urlFor(introduction(opened).id()).replaceFirst("https?://[^/]+", "");
  }

  private String customersPage(ProcessInstance opened) {
    var url = caseLinks.urlFor(CaseSteps.id(opened));
    return get(url.replaceFirst("https?://[^/]+", "")).body();
  }

  private HttpResponse<String> get(String path) {
    return browser.sendAsProgram(null, "GET", path, null, null);
  }

  private int post(String path, String answer, String words) {
    var form =
        "answer=%s&words=%s".formatted(answer, URLEncoder.encode(words, StandardCharsets.UTF_8));
    return browser.sendAsProgram(null, "POST", path, HttpBrowser.FORM, form).statusCode();
  }

  private void send() {
    while (sender.sendDue() > 0) {
      // Until all are on their way.
    }
  }

  private static List<MimeMessage> mailsTo(String address) {
    return Arrays.stream(TestMailServer.shared().getReceivedMessages())
        .filter(it -> GreenMailUtil.getAddressList(recipients(it)).contains(address))
        .toList();
  }

  private static jakarta.mail.Address[] recipients(MimeMessage mail) {
    try {
      return mail.getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All headers and all parts, decoded. */
  private static String whole(MimeMessage mail) throws Exception {
    var text = new StringBuilder();
    Collections.list(mail.getAllHeaderLines()).forEach(line -> text.append(line).append('\n'));
    append(mail, text);
    return text.toString();
  }

  private static void append(Part part, StringBuilder text) throws Exception {
    if (part.getContent() instanceof Multipart parts) {
      for (var i = 0; i < parts.getCount(); i++) {
        BodyPart one = parts.getBodyPart(i);
        append(one, text);
      }
    } else {
      text.append(part.getContent()).append('\n');
    }
  }

  /** A case whose contact has said yes on the page. */
  private ProcessInstance agreed() {
    var opened = steps.briefed();
    assertThat(post(page(opened) + "/help", "yes", "Gladly.")).isEqualTo(303);
    return opened;
  }

  private ProcessInstance introduced() {
    var opened = agreed();
    steps.introduce(opened);
    send();
    return opened;
  }

  @Test
  void customerAndContactAreIntroducedByAMailEach() throws Exception {
    var opened = steps.briefed();
    send();
    assertThat(introduction(opened).consentBy()).isEqualTo("oscar");
    assertThat(customersPage(opened)).doesNotContain("Ríos", "Banco del Sur");
    assertThat(mailsTo(CONTACT)).hasSize(1);
    assertThat(post(page(opened) + "/help", "yes", "Gladly.")).isEqualTo(303);
    assertThat(customersPage(opened)).doesNotContain("Ríos", "Banco del Sur");
    steps.introduce(opened);
    send();

    var toContact = mailsTo(CONTACT);
    assertThat(toContact).hasSize(2);
    var token = caseLinks.urlFor(CaseSteps.id(opened)).replaceFirst(".*/", "");
    for (var mail : toContact) {
      var text = whole(mail);
      assertThat(text).contains("Luz Mar", "the bank holds the second payment");
      assertThat(text).doesNotContain(token, "/case/", "/contact/", "luz@example.org");
      var codes = CODE.matcher(text);
      while (codes.find()) {
        assertThat(caseLinks.caseOf(codes.group())).as(codes.group()).isEmpty();
      }
    }
    assertThat(whole(toContact.get(1))).contains("She is at home in the morning.");

    var toCustomer = mailsTo("luz@example.org").stream().map(it -> wholeOf(it)).toList();
    assertThat(toCustomer)
        .filteredOn(it -> it.contains("Mr Ríos of your bank will pay it back to you."))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it)
                    .contains("Pablo Ríos", "Banco del Sur", CONTACT, token)
                    .doesNotContain("/introduction/", "She is at home in the morning."));
    assertThat(customersPage(opened)).contains("Pablo Ríos", "Banco del Sur");
    assertThat(found(opened).state()).isEqualTo(CaseState.INTRODUCING);
  }

  private static String wholeOf(MimeMessage mail) {
    try {
      return whole(mail);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void noGetAndNoHeadChangesAnything() {
    var opened = steps.briefed();
    send();
    var before = everything();

    for (var suffix : List.of("", "/help", "/take-over", "?answer=no", "/help?answer=no")) {
      for (var time = 0; time < 10; time++) {
        browser.sendAsProgram(null, "GET", page(opened) + suffix, null, null);
        browser.sendAsProgram(null, "HEAD", page(opened) + suffix, null, null);
      }
    }

    assertThat(everything()).isEqualTo(before);
    assertThat(get(page(opened) + "x").statusCode()).isEqualTo(404);
    assertThat(post(page(opened) + "x/help", "yes", "")).isEqualTo(404);
  }

  private List<Map<String, Object>> everything() {
    return TABLES.stream()
        .flatMap(table -> rows.queryForList("select * from " + table + " order by 1").stream())
        .toList();
  }

  @Test
  void theContactReadsThePageInTheirLanguageAndAnswersOnce() {
    var opened = steps.briefed();
    rows.update("update customer_introduction set language = 'es'");
    assertThat(get(page(opened)).body())
        .contains("lang=\"es\"", "¿Puedes ayudar?", "the bank holds the second payment");

    for (var time = 0; time < 2; time++) {
      assertThat(post(page(opened) + "/help", "yes", "Gladly.")).isEqualTo(303);
    }
    assertThat(post(page(opened) + "/take-over", "no", "Not asked yet.")).isEqualTo(303);

    assertThat(introduction(opened).state()).isEqualTo(IntroductionState.AGREED);
    assertThat(introduction(opened).answer()).isEqualTo("Gladly.");
    assertThat(mailsOf("introduction-news")).isOne();
  }

  private int mailsOf(String kind) {
    return rows.queryForObject("select count(*) from notice where kind = ?", Integer.class, kind);
  }

  @Test
  void customerAndContactAreNotIntroducedBeforeTheContactHasSaidYes() {
    var opened = steps.briefed();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> steps.introduce(opened));
    assertThat(mailsOf("introduction-contact")).isZero();
  }

  @Test
  void withoutConsentNoContactIsBriefed() {
    var opened = steps.opened();
    steps.say(opened, "understandNeed", "INTRODUCE", "note", "Her bank: Mr Ríos, extension 12.");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                steps.say(
                    opened,
                    "introduceContact",
                    "BRIEF",
                    "contactName",
                    "Pablo Ríos",
                    "organization",
                    "Banco del Sur",
                    "contactMail",
                    CONTACT,
                    "story",
                    "She paid a bill twice."));
    assertThat(view.ofCase(CaseSteps.id(opened))).isEmpty();
  }

  @Test
  void aContactWhoDoesNotAnswerBringsTheCaseBack() {
    var opened = steps.briefed();
    steps.at("2026-03-05T08:59:59Z");
    sweep.runSome().getAsBoolean();
    assertThat(found(opened).state()).isEqualTo(CaseState.INTRODUCING);

    steps.at("2026-03-05T09:00:00Z");
    sweep.runSome().getAsBoolean();

    failed(opened, IntroductionEnd.NO_ANSWER);
  }

  private void failed(ProcessInstance opened, IntroductionEnd why) {
    assertThat(introduction(opened).state()).isEqualTo(IntroductionState.FAILED);
    assertThat(introduction(opened).outcome()).isEqualTo(why);
    assertThat(found(opened).state()).isEqualTo(CaseState.UNDERSTANDING);
    assertThat(steps.open(opened)).containsExactly("stayWithCustomer", "understandNeed");
    assertThat(
            view.figures(
                    java.time.Instant.parse("2026-03-01T00:00:00Z"),
                    java.time.Instant.parse("2026-04-01T00:00:00Z"))
                .failed())
        .containsEntry(why, 1L);
  }

  @Test
  void aMailThatDoesNotReachTheContactBringsTheCaseBack() {
    var opened = steps.briefed();
    send();
    var mail =
        rows.queryForObject(
            "select id from notice where kind = 'introduction-briefing'", Long.class);

    notices.bounced(mail, new Bounce(Bounce.Kind.HARD, "5.1.1", "No such user"));

    failed(opened, IntroductionEnd.BOUNCED);
  }

  @Test
  void afterTheAgreedTimeContactAndOwnerAreAskedWhetherTheContactTookOver() {
    var opened = introduced();
    steps.at("2026-03-09T08:59:59Z");
    sweep.runSome().getAsBoolean();
    assertThat(mailsOf("introduction-question")).isZero();

    steps.at("2026-03-09T09:00:00Z");
    sweep.runSome().getAsBoolean();
    assertThat(mailsOf("introduction-question")).isOne();
    assertThat(mailsOf("introduction-news")).isEqualTo(2);

    post(page(opened) + "/take-over", "yes", "She has her money.");
    steps.at("2026-03-20T09:00:00Z");
    sweep.runSome().getAsBoolean();
    assertThat(found(opened).state()).isEqualTo(CaseState.INTRODUCING);
    steps.say(
        opened, "introduceContact", "TOOK_OVER", "words", "Mr Ríos says you have your money.");

    assertThat(introduction(opened).state()).isEqualTo(IntroductionState.TOOK_OVER);
    assertThat(found(opened).state()).isEqualTo(CaseState.CHECKING_COMFORT);
  }

  @Test
  void aContactWhoDoesNotSayWhetherTheyTookOverBringsTheCaseBack() {
    var opened = introduced();
    steps.at("2026-03-09T09:00:00Z");
    sweep.runSome().getAsBoolean();
    steps.at("2026-03-11T09:00:00Z");
    sweep.runSome().getAsBoolean();

    failed(opened, IntroductionEnd.NOT_CONFIRMED);
  }

  @Test
  void aContactWhoHasNotTakenOverBringsTheCaseBack() {
    var opened = introduced();

    assertThat(post(page(opened) + "/take-over", "no", "I could not reach her.")).isEqualTo(303);

    failed(opened, IntroductionEnd.NOT_TAKEN_OVER);
    assertThat(customersPage(opened)).doesNotContain("Banco del Sur");
  }

  @Test
  void aCustomerWhoWantsNoContactIsNotIntroduced() {
    var opened = agreed();
    rows.update("update customer set contact = 'NO_CONTACT' where reference = 'C-1'");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> steps.introduce(opened));
  }

  @Test
  void thePolicyIsAskedWhenTheMailIsSent() {
    steps.briefed();
    rows.update("update customer set contact = 'NO_CONTACT' where reference = 'C-1'");

    send();

    assertThat(mailsTo(CONTACT)).isEmpty();
    assertThat(
            rows.queryForObject(
                "select error from notice where kind = 'introduction-briefing'", String.class))
        .startsWith("Contact policy: OWNER_NOTES");
  }

  @Test
  void aCustomerIsToldWhereToTurnOnlyInTheirOwnWordsAndThatIsCounted() {
    var opened = steps.opened();
    steps.say(opened, "understandNeed", "INTRODUCE", "note", "Her bank: Mr Ríos, extension 12.");
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> cold(opened, ""));

    cold(opened, "Just give me the number.");

    assertThat(introduction(opened).state()).isEqualTo(IntroductionState.COLD);
    assertThat(introduction(opened).customersWords()).isEqualTo("Just give me the number.");
    assertThat(found(opened).state()).isEqualTo(CaseState.CHECKING_COMFORT);
    assertThat(
            view.figures(
                    java.time.Instant.parse("2026-03-01T00:00:00Z"),
                    java.time.Instant.parse("2026-04-01T00:00:00Z"))
                .byState())
        .containsEntry(IntroductionState.COLD, 1L);
  }

  private void cold(ProcessInstance opened, String customersWords) {
    steps.say(
        opened,
        "introduceContact",
        "COLD",
        "contactName",
        "Pablo Ríos",
        "organization",
        "Banco del Sur",
        "customersWords",
        customersWords,
        "words",
        "Call Mr Ríos, extension 12.");
  }

  @Test
  void aReplyByMailGoesToTheOwnerAndIsNoWordOfTheCustomer() throws Exception {
    var opened = steps.briefed();
    send();
    var asked = mailsTo(CONTACT).get(0);
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress(CONTACT));
    mail.setRecipients(Message.RecipientType.TO, asked.getReplyTo());
    mail.setSubject("Re: " + asked.getSubject());
    mail.setText("Which bill is it?", "UTF-8");
    mail.saveChanges();

    assertThat(intake.receive(mail)).isTrue();
    while (incoming.runSome().getAsBoolean()) {
      // Until all are handled.
    }

    assertThat(cases.contacts(CaseSteps.id(opened)))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.words()).isEqualTo("Which bill is it?");
              assertThat(it.isOfAnother()).isTrue();
            });
    assertThat(found(opened).answerDueAt()).isNull();
    assertThat(customersPage(opened)).doesNotContain("Which bill is it?");
    assertThat(introduction(opened).state()).isEqualTo(IntroductionState.BRIEFED);
  }

  @Test
  void whatTheContactReadsHasNoLinkOfTheCustomer() {
    var opened = agreed();

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(
            () ->
                steps.say(
                    opened,
                    "introduceContact",
                    "INTRODUCE",
                    "words",
                    "Mr Ríos of your bank will help.",
                    "contactWords",
                    "Look: " + caseLinks.urlFor(CaseSteps.id(opened))));
    assertThat(mailsOf("introduction-contact")).isZero();
  }

  @Test
  void aCaseThatIsWithdrawnEndsItsIntroduction() {
    var opened = steps.briefed();

    steps.say(opened, "stayWithCustomer", "WITHDRAW", "note", "She wants nothing more.");

    assertThat(introduction(opened).outcome()).isEqualTo(IntroductionEnd.CASE_OVER);
    send();
    assertThat(mailsTo(CONTACT)).isEmpty();
  }

  @Test
  void aCaseThatAnotherOneTakesInEndsItsIntroduction() {
    var joined = steps.briefed();
    var survivor = steps.opened();

    steps.start(
        "oscar",
        "join-cases",
        "caseJoining",
        "joined",
        joined.getBusinessKey(),
        "survivor",
        survivor.getBusinessKey(),
        "note",
        "It is the same bill.");

    assertThat(introduction(joined).outcome()).isEqualTo(IntroductionEnd.CASE_OVER);
    assertThat(introduction(joined).lookAt()).isNull();
    send();
    assertThat(mailsTo(CONTACT)).isEmpty();
  }

  @Test
  void afterRemovalNoNameIsLeftAndNoMailIsSent() {
    rows.update("delete from act_hi_taskinst");
    var opened = introduced();
    steps.at("2026-03-09T09:00:00Z");
    sweep.runSome().getAsBoolean();
    var path = page(opened);
    var sent = mailsTo(CONTACT).size();

    assertThat(data.remove("C-1", "boss")).isTrue();
    send();

    assertThat(new StoredText(rows).placesOf(List.of("Luz Mar", "Ríos", "Banco del Sur", CONTACT)))
        .isEmpty();
    assertThat(mailsTo(CONTACT)).hasSize(sent);
    assertThat(get(path).statusCode()).isEqualTo(404);
    assertThat(introduction(opened).outcome()).isEqualTo(IntroductionEnd.CASE_OVER);
  }
}
