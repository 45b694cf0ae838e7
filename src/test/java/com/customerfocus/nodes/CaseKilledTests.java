package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.Company;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.TasklistUser;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node is killed while it sends news of cases, in the middle of a customer's answer, and in the
 * middle of an owner's step.
 */
@Tag("nodes")
class CaseKilledTests {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int CUSTOMERS = 12;
  private static final Pattern PAGE = Pattern.compile("/case/[\\w-]+");

  private final HttpClient browser = HttpClient.newHttpClient();

  @Test
  void newsThatWereSentAndNotRecordedComeTwiceAtMostAndTheClocksAreRight(@TempDir Path folder)
      throws Exception {
    try (var nodes = nodes(folder)) {
      var oscar = oscar(nodes.one());
      var opened = new ArrayList<String>();
      for (var number = 0; number < CUSTOMERS; number++) {
        opened.add(open(oscar, number));
      }
      allAreSent(nodes);
      nodes.mailServer().purgeEmailFromAllMailboxes();

      try (var results = new HeldOperation(nodes, "update of state on notice for each row")) {
        results.begin();
        for (var instance : opened) {
          complete(
              oscar,
              oscar.taskOf(instance, "stayWithCustomer").orElseThrow(),
              "stay",
              Map.of("decision", "UPDATE", "words", "Nothing has changed until now."));
        }
        results.await("one");
        assertThat(nodes.mailServer().waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
        assertThat(nodes.count("customer_case_contact where accepted_at is not null")).isZero();
        nodes.one().kill();
      }
      allAreSent(nodes);

      var times = new HashMap<String, Integer>();
      for (var mail : nodes.mailServer().getReceivedMessages()) {
        times.merge(mail.getMessageID(), 1, Integer::sum);
      }
      var news =
          nodes
              .database()
              .queryForList(
                  "select concat('<notice-', id, '@localhost>') from notice"
                      + " where kind = 'case-news'",
                  String.class);
      assertThat(news).hasSize(CUSTOMERS);
      assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(news);
      assertThat(times.values()).allMatch(it -> it <= 2);
      assertThat(nodes.count("customer_case_contact where accepted_at is not null"))
          .isEqualTo(CUSTOMERS);
      assertThat(
              nodes.count(
                  """
                  customer_case_clock k join customer_case_contact c on c.case_id = k.case_id
                   where k.last_contact_at = c.accepted_at and k.promised_at = c.told_at
                     and k.news_due_at > c.accepted_at
                  """))
          .as("each clock begins with the acceptance")
          .isEqualTo(CUSTOMERS);
    }
  }

  @Test
  void anAnswerAndAStepThatAreKilledInTheMiddleLeaveNothingAndAreTakenAgainOnce(
      @TempDir Path folder) throws Exception {
    try (var nodes = nodes(folder)) {
      var oscar = oscar(nodes.one());
      var solved = open(oscar, 0);
      complete(oscar, oscar.taskOf(solved, "understandNeed").orElseThrow(), "work", putRight());
      complete(
          oscar,
          oscar.taskOf(solved, "putItRight").orElseThrow(),
          "work",
          Map.of("decision", "SOLVED", "words", "We have paid the second bill back to you."));
      allAreSent(nodes);
      var page = page(nodes.mailServer().getReceivedMessages());
      var other = open(oscar, 1);
      var understand = oscar.taskOf(other, "understandNeed").orElseThrow();
      var eventsBefore = nodes.count("customer_case_event");

      var people = Executors.newFixedThreadPool(2);
      try (var history = new HeldOperation(nodes, "insert on customer_case_event for each row")) {
        history.begin();
        var answer = people.submit(() -> answer(nodes.one(), page));
        var step = people.submit(() -> oscar.complete(understand, "work", putRight()).statusCode());
        await()
            .atMost(PATIENCE)
            .until(() -> nodes.count("pg_locks where locktype = 'advisory' and not granted") == 2);
        nodes.one().kill();
        assertThat(answer).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class);
        assertThat(step).failsWithin(PATIENCE).withThrowableOfType(ExecutionException.class);
      } finally {
        people.shutdown();
      }
      await()
          .atMost(PATIENCE)
          .until(() -> nodes.count("pg_locks where locktype = 'advisory'") == 0);
      assertThat(nodes.count("customer_case_event")).isEqualTo(eventsBefore);
      assertThat(nodes.count("customer_case where state = 'CHECKING_COMFORT'")).isOne();
      assertThat(nodes.count("customer_case where state = 'UNDERSTANDING'")).isOne();
      assertThat(nodes.count("customer_case where comfort is not null")).isZero();
      assertThat(nodes.count("ACT_RU_TASK where TASK_DEF_KEY_ = 'checkComfort'")).isOne();
      assertThat(nodes.count("ACT_RU_TASK where TASK_DEF_KEY_ = 'understandNeed'")).isOne();
      assertThat(nodes.count("ACT_RU_TASK where TASK_DEF_KEY_ = 'putItRight'")).isZero();

      assertThat(answer(nodes.two(), page)).isEqualTo(303);
      answer(nodes.two(), page);
      complete(oscar(nodes.two()), understand, "work", putRight());

      assertThat(nodes.count("customer_case_event where step = 'COMFORTABLE'")).isOne();
      assertThat(nodes.count("customer_case_event where step = 'CLOSE'")).isOne();
      assertThat(nodes.count("customer_case where state = 'CLOSED' and comfort = 'OWN_WORD'"))
          .isOne();
      assertThat(nodes.count("customer_case where state = 'PUTTING_RIGHT'")).isOne();
      assertThat(nodes.count("ACT_RU_TASK where TASK_DEF_KEY_ = 'putItRight'")).isOne();
      assertThat(nodes.count("customer_case_clock")).as("of the one that is open").isOne();
    }
  }

  private TwoNodes nodes(Path folder) throws Exception {
    var soonFree = TestDuration.bounded("customer-focus.notices.lease=10s");
    var nodes =
        new TwoNodes(
                folder,
                company(),
                Stream.concat(Stream.of("customer-focus.notices.interval=200ms"), soonFree)
                    .toArray(String[]::new))
            .start();
    IntStream.range(0, CUSTOMERS)
        .forEach(
            number ->
                nodes
                    .database()
                    .update(
                        """
                        insert into customer (reference, name, mail, language, search_name,
                                              owner_id, created_at, changed_at)
                        values (?, ?, ?, 'en', 'customer', 'oscar', now(), now())
                        """,
                        "C-" + number,
                        "Customer " + number,
                        "customer%d@example.org".formatted(number)));
    return nodes;
  }

  private static Company company() {
    return new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("olga", "boss", "Order Desk", "department-head")
        .add("oscar", "olga", "Order Desk", "front-line");
  }

  private static TasklistUser oscar(SeparateProgram node) throws IOException {
    return new TasklistUser(node.address(), "oscar", "secret");
  }

  private static String open(TasklistUser oscar, int number) throws IOException {
    return oscar.start(
        "stay-with-customer",
        "caseRequest",
        Map.of("customer", "C-" + number, "kind", "BILLING", "need", "My bill is wrong."));
  }

  private static Map<String, Object> putRight() {
    return Map.of("decision", "PUT_RIGHT");
  }

  private static void complete(
      TasklistUser user, String task, String form, Map<String, Object> fields) throws IOException {
    assertThat(user.complete(task, form, fields).statusCode()).isEqualTo(204);
  }

  private static void allAreSent(TwoNodes nodes) {
    await().atMost(PATIENCE).until(() -> nodes.count("notice where state <> 'SENT'") == 0);
  }

  private static String page(MimeMessage... mails) throws Exception {
    for (var mail : mails) {
      var link =
          PAGE.matcher((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
      if (link.find()) {
        return link.group();
      }
    }
    throw new AssertionError("No mail has a link to the page");
  }

  /** Presses the button of the page: comfortable. */
  private int answer(SeparateProgram node, String page) throws Exception {
    return browser
        .send(
            HttpRequest.newBuilder(URI.create(node.address() + page + "/comfort"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("comfortable=yes"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }
}
