package com.customerfocus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.TasklistUser.UnexpectedAnswer;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * All people of a company during one memo, over HTTP: managers in Tasklist, all others by the page
 * behind the link in their mail. Records confirmed actions and checks that they are on record.
 */
public class Workforce {

  private static final Logger LOG = LoggerFactory.getLogger(Workforce.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A dead node's lease on mails, as shipped, is two minutes. */
  private static final Duration LEASES_END = Duration.ofMinutes(4);

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/memo/[\\w-]{32})");
  private static final String TOP = "p0";

  private final int span;
  private final Company company;
  private final List<String> firstLevel;
  private final List<String> secondLevel;
  private final GreenMail mailServer;
  private final UnaryOperator<String> programOf;
  private final HttpClient browser = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /** People to whom the program has confirmed their action. */
  private final Set<String> briefed = ConcurrentHashMap.newKeySet();

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /**
   * @param span number of reports of each manager of the two levels below the top, and of the top
   * @param mailServer receives the program's mails
   * @param programOf address of the program for this person at this moment
   */
  public Workforce(int span, GreenMail mailServer, UnaryOperator<String> programOf) {
    this.span = span;
    this.company = Company.tree(span, 3);
    this.firstLevel = reportsOf(TOP);
    this.secondLevel = firstLevel.stream().flatMap(one -> reportsOf(one).stream()).toList();
    this.mailServer = mailServer;
    this.programOf = programOf;
  }

  public Company company() {
    return company;
  }

  /** The launcher of memos. */
  public String top() {
    return TOP;
  }

  public List<String> firstLevel() {
    return firstLevel;
  }

  public List<String> secondLevel() {
    return secondLevel;
  }

  public List<String> reportsOf(String manager) {
    return IntStream.rangeClosed(1, span).mapToObj(i -> manager + "x" + i).toList();
  }

  /** People without a team, including the reviewer, get the memo by mail. */
  public int memosToMail() {
    return company.people() - managers();
  }

  public int managers() {
    return 1 + firstLevel.size() + secondLevel.size();
  }

  public Set<String> briefed() {
    return briefed;
  }

  public Set<String> acknowledged() {
    return acknowledged;
  }

  public TasklistUser logIn(String person) {
    try {
      return new TasklistUser(programOf.apply(person), person, "secret");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void launchAndRelease() throws IOException {
    logIn(TOP).start("memo-cascade", "memo", CascadeSteps.memo());
    var reviewer = logIn("reviewer");
    var task = reviewer.groupTask("reviewReach").orElseThrow();
    assertThat(reviewer.complete(task, "review", Map.of("decision", "release")).statusCode())
        .isEqualTo(204);
  }

  public void reviewOutcome() throws IOException {
    var launcher = logIn(TOP);
    var outcome = Map.<String, Object>of("conclusion", "All have answered.");
    assertThat(launcher.complete(comingTask(launcher, "reviewOutcome"), "outcome", outcome))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(204);
  }

  private static String comingTask(TasklistUser user, String element) {
    return await()
        .atMost(PATIENCE)
        .until(() -> user.task(element), Optional::isPresent)
        .orElseThrow();
  }

  public void brief(String manager) {
    briefing(manager).run();
  }

  /** Completes the manager's open task, unless the briefing is on record. */
  public Runnable briefing(String manager) {
    var user = logIn(manager);
    var task = comingTask(user, "briefTeam");
    return () -> completeOnce(manager, user, task);
  }

  public void briefUnlessOnRecord(String manager) {
    var user = logIn(manager);
    try {
      user.task("briefTeam").ifPresent(task -> completeOnce(manager, user, task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void completeOnce(String manager, TasklistUser user, String task) {
    try {
      var answer = complete(manager, user, task);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    } catch (IOException e) {
      // Not confirmed.
      LOG.info("{} got no answer", manager, e);
    }
  }

  private HttpResponse<String> complete(String manager, TasklistUser user, String task)
      throws IOException {
    // The second half of each team was absent.
    var report =
        Map.<String, Object>of(
            "heldOn", LocalDate.now(Clock.systemDefaultZone()).toString(),
            "present", reportsOf(manager).subList(0, span / 2),
            "localBrief", "This is " + manager + ".");
    var answer = user.complete(task, "briefing", report);
    if (answer.statusCode() == 204) {
      briefed.add(manager);
    }
    return answer;
  }

  /**
   * The manager briefs the team once the task exists, and retries when the program does not answer,
   * or answers with an error.
   *
   * @param patience for the task, and for the program to come back
   * @param troubles collects error answers
   */
  public void briefPatiently(
      String manager, Duration patience, List<HttpResponse<String>> troubles) {
    var attempt = new BriefingAttempt(manager, troubles);
    await(manager + " briefs")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .pollDelay(Duration.ZERO)
        .until(attempt::succeeds);
  }

  private class BriefingAttempt {

    private final String manager;
    private final List<HttpResponse<String>> troubles;
    private TasklistUser user;
    private boolean isInDoubt;

    BriefingAttempt(String manager, List<HttpResponse<String>> troubles) {
      this.manager = manager;
      this.troubles = troubles;
    }

    private boolean succeeds() {
      try {
        if (user == null) {
          user = new TasklistUser(programOf.apply(manager), manager, "secret");
        }
        var task = user.task("briefTeam");
        if (task.isEmpty()) {
          // A request without an answer may have succeeded.
          return isInDoubt;
        }
        isInDoubt = true;
        var answer = complete(manager, user, task.get());
        return answer.statusCode() == 204 || isTrouble(answer);
      } catch (UnexpectedAnswer e) {
        return isTrouble(e.answer());
      } catch (IOException e) {
        user = null;
        return false;
      }
    }

    /** A person without confirmations. */
    private boolean isTrouble(HttpResponse<String> answer) {
      assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
      troubles.add(answer);
      user = null;
      return false;
    }
  }

  /** A reader acknowledges once on the personal page. */
  public Runnable acknowledgement(String person, String page) {
    return () -> {
      try {
        var answer = press(person, page);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
      } catch (IOException e) {
        // Not confirmed.
        LOG.info("{} got no answer", person, e);
      }
    };
  }

  /** A reader acknowledges on the personal page until the program confirms it. */
  public void acknowledgePatiently(
      String person, String page, Duration patience, List<HttpResponse<String>> troubles) {
    await(person + " acknowledges")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .pollDelay(Duration.ZERO)
        .until(
            () -> {
              try {
                var answer = press(person, page);
                if (answer.statusCode() != 303) {
                  assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
                  troubles.add(answer);
                }
                return answer.statusCode() == 303;
              } catch (IOException e) {
                return false;
              }
            });
  }

  /** A reader acknowledges on the personal page; 303 confirms it. */
  public HttpResponse<String> press(String person, String page) throws IOException {
    var button =
        HttpRequest.newBuilder(URI.create(programOf.apply(person) + page + "/acknowledgement"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.noBody())
            .build();
    try {
      var answer = browser.send(button, BodyHandlers.ofString());
      if (answer.statusCode() == 303) {
        acknowledged.add(person);
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Paths of the personal pages in the mails, by person. */
  public Map<String, String> memosInMails() {
    var pages = new TreeMap<String, String>();
    try {
      for (var mail : mailServer.getReceivedMessages()) {
        var person = mail.getAllRecipients()[0].toString().replace("@old.example", "");
        if (!firstLevel.contains(person) && !secondLevel.contains(person) && !TOP.equals(person)) {
          var text = (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
          pages.put(person, pageIn(text));
        }
      }
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
    return pages;
  }

  private static String pageIn(String mail) {
    return LINK.matcher(mail)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .map(URI::create)
        .orElseThrow()
        .getPath();
  }

  /** Checks that all confirmed actions are on record. */
  public void holdToWhatWasConfirmed(JdbcTemplate database) {
    // Actions confirmed during the check may be missing.
    var confirmedBriefings = new ArrayList<>(briefed);
    var confirmedAnswers = new ArrayList<>(acknowledged);
    assertThat(
            database.queryForList(
                "select manager_id from briefing where held_at is not null", String.class))
        .containsAll(confirmedBriefings);
    assertThat(
            database.queryForList(
                "select person_id from receipt where state = 'ACKNOWLEDGED'", String.class))
        .containsAll(confirmedAnswers);
  }

  /** Checks that the memo is closed, each reader has answered once and no instance is left. */
  public void everythingCameToItsEnd(JdbcTemplate database) {
    assertThat(database.queryForList("select state from cascade", String.class))
        .containsExactly("CLOSED");
    assertThat(database.queryForList("select distinct state from briefing", String.class))
        .containsExactly("DONE");
    assertThat(database.queryForList("select manager_id from briefing", String.class))
        .hasSize(managers())
        .doesNotHaveDuplicates();
    assertThat(
            database.queryForList(
                "select person_id from receipt where state = 'ACKNOWLEDGED'", String.class))
        .hasSize(company.people() - 1)
        .doesNotHaveDuplicates();
    assertThat(database.queryForList("select ID_ from ACT_RU_EXECUTION", String.class)).isEmpty();
    assertThat(database.queryForList("select ID_ from ACT_RU_INCIDENT", String.class)).isEmpty();
  }

  /**
   * Waits for the mails that a dead node had leased. Each reader was sent one; a mail sent twice,
   * since the node died before it recorded it, has the same Message-ID.
   *
   * @return number of mails that came twice
   */
  public int everyoneWasToldOnce(JdbcTemplate database) {
    await()
        .atMost(LEASES_END)
        .until(
            () ->
                database
                    .queryForList("select id from notice where state = 'NOT_SENT'", Long.class)
                    .isEmpty());
    assertThat(
            database.queryForList(
                "select recipient_id from notice where state = 'SENT'", String.class))
        .hasSize(company.people() - 1)
        .doesNotHaveDuplicates();
    var idsByAddress = new HashMap<String, Set<String>>();
    var mails = mailServer.getReceivedMessages();
    try {
      for (var mail : mails) {
        idsByAddress
            .computeIfAbsent(mail.getAllRecipients()[0].toString(), address -> new HashSet<>())
            .add(mail.getMessageID());
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
    assertThat(idsByAddress).hasSize(company.people() - 1);
    assertThat(idsByAddress.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    return mails.length - idsByAddress.size();
  }
}
