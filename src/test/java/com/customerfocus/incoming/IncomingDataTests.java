package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.customer.data.CustomerData;
import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.LogLines;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What mails say is kept for a limited time, and given out and removed at a customer's request. */
class IncomingDataTests extends IncomingTestBase {

  private static final String REFERENCE = "KD-990017";

  private final CustomerData data;
  private final ObjectMapper json;
  private long zenobia;

  IncomingDataTests(
      @Autowired ApplicationContext program,
      @Autowired CustomerData data,
      @Autowired ObjectMapper json) {
    super(program);
    this.data = data;
    this.json = json;
  }

  @BeforeEach
  void aCustomerWhoHasMovedAndAnotherOne() {
    var customers = new SampleCustomers(bean(JdbcTemplate.class));
    var other = customers.add("KD-1", "Another Customer", "shared@example.com", "en");
    zenobia = customers.add(REFERENCE, "Zenobia Quiroga", "Zenobia.Quiroga@example.com", "es");
    jdbc.sql(
            "insert into customer_reach (customer_id, address, soft_bounces) values (?, 'z_q@example.com', 1)")
        .param(zenobia)
        .update();
    jdbc.sql("update notice set recipient_id = ?, address = 'shared@example.com' where id = ?")
        .param("customer:" + zenobia)
        .param(notice)
        .update();
    jdbc.sql(
            """
            insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                                state, next_try_at, created_at, sent_at)
            values ('case-news', -1, 0, ?, 'Another', 'shared@example.com', 'en', 'SENT',
                    current_timestamp, current_timestamp, current_timestamp)
            """)
        .param("customer:" + other)
        .update();
  }

  private long othersNotice() {
    return jdbc.sql("select max(id) from notice").query(Long.class).single();
  }

  private void deliver(String name, String from, String to, String text, Instant at) {
    var source =
        """
        From: Zenobia Quiroga <%s>
        To: %s
        Subject: Mail %s
        Message-ID: <%s@mail.example>
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        %s
        --b
        Content-Type: image/jpeg; name="house-of-quiroga.jpg"

        x
        --b--
        """
            .formatted(from, to, name, name, text)
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    try {
      var mail =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source));
      POST.getManagers()
          .getImapHostManager()
          .getInbox(mailbox)
          .appendMessage(mail, new Flags(), Date.from(at));
    } catch (MessagingException | FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private void deliver(String name, String from, String to) {
    deliver(name, from, to, "Words of " + name, clock.instant());
  }

  /** Five that are Zenobia's, two that are not; the fifth waits for a person. */
  private void deliverAll() {
    reader = mail -> !mail.subject().equals("Mail waiting") && read.add(mail);
    deliver("answer", "zenobia.quiroga@example.com", tokens.reply(notice));
    deliver("sister", "sister@example.com", tokens.reply(notice));
    deliver("new", "ZENOBIA.Quiroga@example.com", "reply@focus.example");
    deliver("old-address", "z_q@example.com", "reply@focus.example");
    deliver("waiting", "zenobia.quiroga@example.com", "reply@focus.example");
    deliver("stranger", "zxq@example.com", "reply@focus.example");
    deliver("shared", "shared@example.com", tokens.reply(othersNotice()));
    assertThat(readAndHandle()).isEqualTo(7);
    assertThat(inFolder("Handled")).isEqualTo(7);
  }

  @Test
  void theExportHasTheMailsOfTheCustomerAndOfNoOther() throws Exception {
    deliverAll();

    var mails = export();

    assertThat(mails)
        .extracting(mail -> mail.at("/subject").asText())
        .containsExactlyInAnyOrder(
            "Mail answer", "Mail sister", "Mail new", "Mail old-address", "Mail waiting");
    assertThat(mails.get(0).at("/sender").asText()).isEqualTo("zenobia.quiroga@example.com");
    assertThat(mails.get(0).at("/text").asText()).isEqualTo("Words of answer");
    assertThat(mails.get(0).at("/attachments").asText()).startsWith("house-of-quiroga.jpg");
  }

  private JsonNode export() throws Exception {
    var parts = data.export(REFERENCE, "owner").orElseThrow();
    return json.readTree(json.writeValueAsBytes(parts)).at("/incomingMails");
  }

  @Test
  void removalLeavesNothingOnRecordAndNothingInTheMailbox() {
    deliverAll();
    bean(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                bean(AutomaticAnswers.class)
                    .claim(MailKind.HUMAN, false, "zenobia.quiroga@example.com"));

    assertThat(data.remove(REFERENCE, "owner")).isTrue();

    assertThat(left()).containsExactlyInAnyOrder("Mail stranger", "Mail shared");
    assertThat(
            jdbc.sql(
                    """
                    select concat(sender, sender_name, text, attachments, message_id, error)
                      from incoming_mail where subject = ''
                    """)
                .query(String.class)
                .list())
        .hasSize(5)
        .containsOnly("");
    assertThat(count("state = 'HANDLED' and next_try_at is null")).isEqualTo(7);
    assertThat(jdbc.sql("select count(*) from incoming_answer").query(Long.class).single())
        .isZero();

    clock.moveBy(Duration.ofDays(1));
    read.clear();
    readAndHandle();
    assertThat(read).as("offered to no reader again").isEmpty();
    assertThat(inFolder("Handled")).isEqualTo(2);
    assertThat(count("removal_digest is not null")).isZero();
  }

  private List<String> left() {
    return jdbc.sql("select subject from incoming_mail where subject <> ''")
        .query(String.class)
        .list();
  }

  /** As the handling of a delivery report does, so that neither waits for the other for ever. */
  @Test
  void aRemovalLocksIncomingMailsThenNoticesThenTheCustomer() {
    deliverAll();
    var database = bean(CountedDatabase.class);
    database.startCounting();

    data.remove(REFERENCE, "owner");

    assertThat(database.executions())
        .filteredOn(sql -> sql.contains("for update"))
        .extracting(sql -> sql.replaceAll("(?s).* from (\\w+)\\s.*", "$1"))
        .startsWith("customer_import_lock", "incoming_mail", "notice")
        .containsSubsequence("incoming_mail", "notice", "customer");
  }

  @Test
  void aMailThatCannotBeReadIsRemovedByTheAddressInItsSource() {
    jdbc.sql(
            """
            insert into incoming_mail (digest, kind, state, readable, subject, text,
                                       from_recipient, received_at, recorded_at)
            values ('d1', 'HUMAN', 'WAITING', false, '', 'From: Z_Q@example.com', false,
                    current_timestamp, current_timestamp),
                   ('d2', 'HUMAN', 'WAITING', false, '', 'From: zxq@example.com', false,
                    current_timestamp, current_timestamp)
            """)
        .update();

    data.remove(REFERENCE, "owner");

    assertThat(count("text = ''")).isEqualTo(1);
    assertThat(count("text = 'From: zxq@example.com' and state = 'WAITING'")).isEqualTo(1);
  }

  @Test
  void aRemovedMailThatComesAgainIsKnown() {
    deliverAll();
    data.remove(REFERENCE, "owner");
    deliver("new", "ZENOBIA.Quiroga@example.com", "reply@focus.example");

    assertThat(readAndHandle()).isZero();

    assertThat(left()).containsExactlyInAnyOrder("Mail stranger", "Mail shared");
  }

  @Test
  void oldMailsGoFirstThenTheirRecordsButNoneThatWaits() {
    reader = mail -> !mail.subject().contains("waiting") && read.add(mail);
    var start = clock.instant();
    deliver("old", "a@example.com", "reply@focus.example", "Old", start);
    deliver("waiting", "b@example.com", "reply@focus.example", "Waits", start);
    deliver("young", "c@example.com", "reply@focus.example", "Y", start.plus(Duration.ofDays(5)));
    clock.moveBy(Duration.ofDays(6));
    assertThat(readAndHandle()).isEqualTo(3);
    assertThat(inFolder("Handled")).isEqualTo(3);

    clock.moveBy(Duration.ofDays(361));
    readAndHandle();
    assertThat(inFolder("Handled")).as("the young one, and the one that waits").isEqualTo(2);
    sweepContent();
    assertThat(left()).hasSize(3);

    clock.moveBy(Duration.ofDays(367));
    sweepContent();
    assertThat(left()).containsExactlyInAnyOrder("Mail waiting", "Mail young");
    assertThat(count("sender is null and text = '' and emptied_at is not null")).isEqualTo(1);
    assertThat(count("true")).as("rows stay, so that mails are known").isEqualTo(3);
  }

  private void sweepContent() {
    while (bean(IncomingContent.class).removeOld()) {
      continue;
    }
  }

  @Test
  void whereMailsStayNoneIsDeletedForItsAge() {
    deliver("old", "a@example.com", "reply@focus.example");
    var keeping = settings(POST.port(), PASSWORD, "");
    clock.moveBy(Duration.ofMinutes(1));
    reading(keeping).read();
    clock.moveBy(Duration.ofDays(2_000));
    handleAll();
    reading(keeping).read();

    assertThat(inFolder("INBOX")).isEqualTo(1);
  }

  @Test
  void mailsOfAnAddressThatAnotherCustomerSharesAreNotThisCustomers() throws Exception {
    reader = mail -> false;
    deliver("others-new", "shared@example.com", "reply@focus.example");
    deliver("own-answer", "shared@example.com", tokens.reply(notice));
    readAndHandle();

    assertThat(export())
        .extracting(mail -> mail.at("/subject").asText())
        .containsExactly("Mail own-answer");
    data.remove(REFERENCE, "owner");

    assertThat(left()).containsExactly("Mail others-new");
    assertThat(count("subject = 'Mail others-new' and state = 'WAITING'")).isOne();
    clock.moveBy(Duration.ofHours(1));
    readAndHandle();
    assertThat(inFolder("Handled")).isEqualTo(1);
  }

  @Test
  void anAddressThatIsOnlyAPartOfAnotherOneIsNotTheCustomers() {
    var sources =
        List.of(
            "From: xz_q@example.com",
            "From: x.z_q@example.com",
            "From: z_q@example.com.mx",
            "From: z_q@example.community",
            "From: Z <Z_Q@EXAMPLE.com>",
            "z_q@example.com.",
            "(z_q@example.com)");
    for (var source : sources) {
      jdbc.sql(
              """
              insert into incoming_mail (digest, kind, state, readable, subject, text,
                                         from_recipient, received_at, recorded_at)
              values (?, 'HUMAN', 'WAITING', false, '', ?, false, current_timestamp,
                      current_timestamp)
              """)
          .params(source, source)
          .update();
    }

    data.remove(REFERENCE, "owner");

    assertThat(
            jdbc.sql("select text from incoming_mail where text <> '' order by id")
                .query(String.class)
                .list())
        .isEqualTo(sources.subList(0, 4));
  }

  /** A thousand mails before the one that is meant, as after a storm. */
  private void fillHandled() throws Exception {
    deliver("first", "zxq@example.com", "reply@focus.example");
    readAndHandle();
    var folder = POST.getManagers().getImapHostManager().getFolder(mailbox, "Handled");
    for (var number = 0; number < 1_000; number++) {
      var source =
          "From: a@example.com\r\nMessage-ID: <storm-%d@mail.example>\r\n\r\nStorm\r\n"
              .formatted(number);
      folder.appendMessage(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))),
          new Flags(),
          Date.from(clock.instant()));
    }
  }

  @Test
  void aRemovedMailIsFoundBehindAThousandOthersOfTheDay() throws Exception {
    fillHandled();
    deliver("behind", "zenobia.quiroga@example.com", "reply@focus.example");
    readAndHandle();
    assertThat(inFolder("Handled")).isEqualTo(1_002);

    data.remove(REFERENCE, "owner");
    clock.moveBy(Duration.ofHours(1));
    readAndHandle();

    assertThat(inFolder("Handled")).isEqualTo(1_001);
    assertThat(count("removal_digest is not null")).isZero();
  }

  @Test
  void anOldMailIsDeletedBehindAThousandThatWait() throws Exception {
    fillHandled();
    deliver("behind", "zxq@example.com", "reply@focus.example");
    readAndHandle();
    bean(JdbcTemplate.class)
        .batchUpdate(
            """
            insert into incoming_mail (digest, kind, state, readable, subject, text, message_id,
                                       from_recipient, received_at, recorded_at)
            values (?, 'HUMAN', 'WAITING', true, '', '', ?, false, current_timestamp,
                    current_timestamp)
            """,
            IntStream.range(0, 1_000)
                .mapToObj(n -> new Object[] {"d" + n, "<storm-%d@mail.example>".formatted(n)})
                .toList());

    clock.moveBy(Duration.ofDays(367));
    readAndHandle();

    assertThat(inFolder("Handled")).as("those that wait").isEqualTo(1_000);
  }

  @Test
  void aNodeWhoseMailboxIsAnothersDeletesNothing() throws Exception {
    deliverAll();
    data.remove(REFERENCE, "owner");
    clock.moveBy(Duration.ofHours(1));
    try (var folders = ImapMailbox.open(settings())) {
      new MailboxCleaning(settings(), content(settings()), clock).clean(folders, () -> false);
    }

    assertThat(inFolder("Handled")).isEqualTo(7);
    assertThat(count("removal_digest is not null")).isEqualTo(5);
  }

  @Test
  void aMailThatIsNotFoundIsLookedForLongerAndThenInTheLog() throws Exception {
    deliverAll();
    data.remove(REFERENCE, "owner");
    POST.getManagers().getImapHostManager().getFolder(mailbox, "Handled").deleteAllMessages();
    clock.moveBy(Duration.ofHours(47));
    readAndHandle();
    assertThat(count("removal_digest is not null")).isEqualTo(5);

    clock.moveBy(Duration.ofHours(2));
    try (var log = new LogLines()) {
      readAndHandle();
      assertThat(log.all()).filteredOn(line -> line.contains("was not found")).hasSize(5);
    }
    assertThat(count("removal_digest is not null")).isZero();
  }

  @Test
  void manyMailsOfACustomerAreReadInPieces() {
    var ids = LongStream.rangeClosed(-70_000, -1).boxed().toList();

    assertThat(content(settings()).find(ids)).isEmpty();
    content(settings()).remove(ids);
  }
}
