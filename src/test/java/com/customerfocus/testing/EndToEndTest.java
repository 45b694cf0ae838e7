package com.customerfocus.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * An end-to-end test as people see the program: Tasklist, mails and personal pages in a real
 * browser, with all background work. All such tests share one program; its clock is a {@link
 * MovableClock}, so timers fire when a test moves it.
 */
@CustomerFocusTest
@Tag("browser")
@TestPropertySource(
    properties = {
      "camunda.bpm.job-execution.enabled=true",
      "camunda.bpm.job-execution.max-wait=500",
      "customer-focus.notices.send-in-background=true",
      "customer-focus.notices.interval=200ms",
      "customer-focus.sweeps.enabled=true",
      "customer-focus.incoming.host=127.0.0.1",
      "customer-focus.incoming.username=reply",
      "customer-focus.incoming.password=secret",
      "customer-focus.incoming.tls=none",
      "customer-focus.incoming.every=200ms",
      "customer-focus.sweeps.every.audiences=200ms",
      "customer-focus.sweeps.every.followups=200ms",
      "customer-focus.sweeps.every.overdue=200ms",
      "customer-focus.sweeps.every.reminders=200ms"
    })
public abstract class EndToEndTest {

  /** For what takes a second on a machine that has nothing else to do. */
  protected static final Duration PATIENCE = Duration.ofMinutes(2);

  protected static final String ADDRESS = "http://localhost:" + Ports.free();

  private static final Pattern LINK = Pattern.compile("http://\\S+/memo/[^\\s\"<]+");

  private static final GreenMail POST = TestMailServer.ofBackgroundSending();

  private static final PromptImapServer MAILBOX = new PromptImapServer();

  private static Chromium chromium;

  private final List<BrowserContext> windows = new ArrayList<>();

  /** Actions of a page that our pages never do, such as dialogs. */
  private final List<String> mischief = new ArrayList<>();

  protected final CascadeSteps cascadeSteps;

  protected EndToEndTest(CascadeSteps cascadeSteps) {
    this.cascadeSteps = cascadeSteps;
  }

  @DynamicPropertySource
  static void linksLeadHere(DynamicPropertyRegistry properties) {
    properties.add("server.port", () -> ADDRESS.substring(ADDRESS.lastIndexOf(':') + 1));
    properties.add("customer-focus.base-url", () -> ADDRESS);
    properties.add("customer-focus.incoming.port", EndToEndTest::mailboxPort);
  }

  private static synchronized int mailboxPort() {
    if (!MAILBOX.isRunning()) {
      MAILBOX.start();
      MAILBOX.setUser("reply@focus.example", "reply", "secret");
    }
    return MAILBOX.port();
  }

  /** Puts a mail into the mailbox that the program reads. */
  protected static void comesIn(String mail) {
    try {
      MAILBOX
          .setUser("reply@focus.example", "reply", "secret")
          .deliver(
              new MimeMessage(
                  Session.getInstance(new Properties()),
                  new ByteArrayInputStream(
                      mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void startChromium() {
    chromium = Chromium.shared();
    setDefaultAssertionTimeout(PATIENCE.toMillis());
  }

  @BeforeEach
  void emptyMailboxes() throws Exception {
    POST.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void nothingActed() {
    windows.forEach(BrowserContext::close);
    assertThat(mischief).isEmpty();
  }

  protected MimeMessage mailTo(String person) {
    return mailTo(person, "");
  }

  /** The mail to this person whose subject begins so. */
  protected MimeMessage mailTo(String person, String subject) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                Arrays.stream(POST.getReceivedMessages())
                    .filter(mail -> recipient(mail).startsWith(person + "@"))
                    .filter(mail -> subject(mail).startsWith(subject))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().replaceAll(".*<", "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  protected static String linkIn(MimeMessage mail) {
    var link = LINK.matcher(text(mail));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  protected static String text(MimeMessage mail) {
    try {
      return mail.getContent() instanceof MimeMultipart parts
          ? String.valueOf(parts.getBodyPart(0).getContent())
          : String.valueOf(mail.getContent());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(GreenMailUtil.getWholeMessage(mail), e);
    }
  }

  protected void awaitTask(String name) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                cascadeSteps.count(
                        "select count(*) from ACT_RU_TASK where NAME_ like ?", name + "%")
                    == 1);
  }

  protected void awaitBriefingOf(String manager) {
    await().atMost(PATIENCE).until(() -> cascadeSteps.briefingOf(manager).isPresent());
  }

  protected Tasklist tasklist(String user) {
    return new Tasklist(window().newPage(), ADDRESS, user);
  }

  protected BrowserContext window() {
    return window(new Browser.NewContextOptions());
  }

  protected BrowserContext window(Browser.NewContextOptions options) {
    if (options.locale == null) {
      options.setLocale("en-GB");
    }
    var window = chromium.newContext(options.setViewportSize(1440, 900));
    window.onDialog(
        dialog -> {
          mischief.add("A dialog says " + dialog.message());
          dialog.dismiss();
        });
    window.onRequest(
        request -> {
          if (!request.url().startsWith(ADDRESS + "/") && !request.url().startsWith("data:")) {
            mischief.add("A request goes to " + request.url());
          }
        });
    window.onWebError(error -> mischief.add("A script fails: " + error.error()));
    window.onConsoleMessage(
        message -> {
          // Tasklist asks for the logged-in user and gets 404 before the login.
          if (message.type().equals("error")
              && !message.text().startsWith("Failed to load resource")) {
            mischief.add("The console says " + message.text());
          }
        });
    window.setDefaultTimeout(PATIENCE.toMillis());
    windows.add(window);
    return window;
  }
}
