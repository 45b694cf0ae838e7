package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.incoming.MailboxReaders;
import com.customerfocus.link.LinkSigner;
import com.customerfocus.notice.TestTokens;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.PromptImapServer;
import com.customerfocus.testing.TasklistUser;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Measures open cases of 100 owners: whether next news that fall due are found on time, one after
 * the other and many at once; how fast tasks get new moments; the owner's list in Tasklist and by
 * the API; and how many replies of customers a second get to their cases. One case of each owner is
 * opened, the others are copies of it. In the same run as many instances of the usual way, a task
 * with a timer in the engine, get the same moments; and the same rows are written by plain SQL.
 * {@code target/cases} holds what it found: {@code cases.txt} and {@code cases.json}.
 */
@Tag("benchmark")
class CaseBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(CaseBenchmark.class);
  private static final Path FOLDER = Path.of("target", "cases");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** How long the moments that fall due at once may take in the full run. */
  private static final int MOST_SECONDS = 60;

  private static final int CASES = Integer.getInteger("cases", 2_000);
  private static final int FULL = 50_000;
  private static final int SECONDS = Integer.getInteger("seconds", CASES < FULL ? 20 : 60);
  private static final int MAILS = Integer.getInteger("mails", 500);
  private static final int TIMES = Integer.getInteger("times", 100);

  private static final int OWNERS = 100;
  private static final int A_SECOND = 20;
  private static final int PACED = A_SECOND * SECONDS;
  private static final int BURST = Math.min(5_000, CASES - PACED);
  private static final int AT_A_TIME = 4;

  /** Enough for the statement that sets the moments. */
  private static final Duration AHEAD = Duration.ofSeconds(5);

  private static final Duration BETWEEN_TWO = Duration.ofSeconds(1).dividedBy(A_SECOND);

  private static final String TOP = "boss";
  private static final String OURS = "stay-with-customer";
  private static final String NAIVE = "naive-case";
  private static final String NAIVE_LATE = "naiveLate";
  private static final String MAILBOX = "reply";

  private Program program;
  private Clock clock;

  @Test
  void whetherNewsThatFallDueAreFoundOnTimeAndHowLongOwnersWait() throws Exception {
    assertThat(BURST).as("-Dcases=, more than %d", PACED).isPositive();
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    var post = new PromptImapServer();
    post.start();
    try (var database = Database.of(settings, FOLDER);
        var mails = new MailSink();
        var started =
            Program.start(
                settings,
                database,
                mails,
                FOLDER,
                "customer-focus.organization.handoff-departments=Order Desk",
                "customer-focus.incoming.reply-address=reply@focus.example")) {
      program = started;
      clock = program.context().getBean(Clock.class);
      var company = company();
      company.importInto(program.context().getBean(OrganizationImporter.class));
      var report =
          new Report(
              "cases",
              company.people(),
              "%d owners of %,d cases".formatted(OWNERS, CASES),
              settings,
              database,
              clock);
      try {
        var begun = System.nanoTime();
        openCases();
        LOG.info("{} cases are open after {} s", CASES, secondsSince(begun));
        lists(report);
        ours(report);
        newMoments(report);
        replies(report, post);
        bare(report);
        begun = System.nanoTime();
        startNaive();
        LOG.info("{} timers are set after {} s", CASES, secondsSince(begun));
        naive(report);
      } finally {
        report.write(FOLDER);
      }
    } finally {
      post.stop();
    }
  }

  private static Company company() {
    var company =
        new Company()
            .add(TOP, null, "Board", "senior-officer")
            .add("head", TOP, "Order Desk", "department-head");
    IntStream.range(0, OWNERS)
        .forEach(number -> company.add(owner(number), "head", "Order Desk", "front-line"));
    return company;
  }

  private static String owner(int number) {
    return "owner%02d".formatted(number);
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** One by the service for each owner, the others are copies. */
  private void openCases() throws Exception {
    for (var number = 0; number < OWNERS; number++) {
      program
          .aside()
          .update(
              """
              insert into customer (reference, name, mail, language, search_name, owner_id,
                                    created_at, changed_at)
              values (?, ?, ?, 'en', lower(?), ?, now(), now())
              """,
              "C-" + number,
              "Customer " + number,
              "customer%d@customer.example".formatted(number),
              "Customer " + number,
              owner(number));
    }
    var opening = new Measurement(program);
    opening.measure(
        "open", OWNERS, work -> work.inParallel(AT_A_TIME, OWNERS, number -> open((int) number)));
    assertThat(opening.failures()).isEmpty();
    awaitMails();
    var copies = new Copies(program.aside(), CASES / OWNERS - 1);
    copies.rows("customer_case", List.of("id"), List.of());
    copies.rows("customer_case_event", List.of("case_id"), List.of("id"));
    copies.rows("customer_case_clock", List.of("case_id"), List.of());
    copies.instances(OURS);
    spread();
    program.aside().execute("analyze");
    assertThat(program.count("select count(*) from customer_case_clock")).isEqualTo(CASES);
    assertThat(
            program.count(
                "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'stayWithCustomer'"))
        .isEqualTo(CASES);
  }

  private void open(int number) {
    var owner = owner(number);
    var engine = program.engine();
    var definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(OURS)
            .latestVersion()
            .singleResult()
            .getId();
    var groups =
        engine.getIdentityService().createGroupQuery().groupMember(owner).list().stream()
            .map(it -> it.getId())
            .toList();
    engine.getIdentityService().setAuthentication(owner, groups);
    try {
      var request =
          Map.<String, Object>of(
              "customer", "C-" + number, "kind", "BILLING", "need", "My bill is wrong.");
      engine
          .getFormService()
          .submitStartForm(definition, Map.of("caseRequest", CascadeSteps.json(request)));
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /** Each case has its own moment, on the days to come. */
  private void spread() {
    program
        .aside()
        .update(
            """
            update customer_case_clock k
               set news_due_at = now() + interval '1 day' + n.number * interval '1 second',
                   look_at = now() + interval '1 day' + n.number * interval '1 second'
              from (select case_id, row_number() over (order by case_id) as number
                      from customer_case_clock) n
             where n.case_id = k.case_id
            """);
    program
        .aside()
        .update(
            """
            update ACT_RU_TASK t set DUE_DATE_ = k.news_due_at at time zone 'UTC'
              from ACT_RU_EXECUTION e join customer_case_clock k
                on k.case_id = cast(e.BUSINESS_KEY_ as bigint)
             where e.ID_ = t.PROC_INST_ID_ and t.TASK_DEF_KEY_ = 'stayWithCustomer'
            """);
  }

  private void awaitMails() {
    await()
        .atMost(PATIENCE)
        .until(() -> program.count("select count(*) from notice where state = 'NOT_SENT'") == 0);
  }

  private void lists(Report report) throws Exception {
    var address = program.address().toString();
    var views = new Views(address, Program.PASSWORD);
    var tasks = new TasklistUser(address, owner(0), Program.PASSWORD).open("cases-news");
    report.latencies(
        "casesNews",
        "Next news due in Tasklist, first page of %,d".formatted(tasks),
        views.filter("cases-news", owner(0), TIMES));
    report.latencies(
        "casesOfOwner",
        "GET /api/customer-cases of an owner",
        views.page("/api/customer-cases", owner(0), TIMES));
    report.latencies(
        "casesOfAll",
        "GET /api/customer-cases of a senior officer, who sees all",
        views.page("/api/customer-cases", TOP, TIMES));
  }

  /** The cases whose moments come, in the order of coming; those of the burst are others. */
  private List<Long> numbers(String sql, int from, int count) {
    return program.aside().queryForList(sql + " offset ? limit ?", Long.class, from, count);
  }

  private void ours(Report report) {
    var all = "select case_id from customer_case_clock order by case_id";
    var seen = new AtomicLong();
    var watched = new DueMoments(clock);
    Consumer<Map<Long, Instant>> set =
        due ->
            program
                .aside()
                .batchUpdate(
                    "update customer_case_clock set news_due_at = ?, look_at = ? where case_id = ?",
                    due.entrySet().stream()
                        .map(
                            it ->
                                new Object[] {
                                  it.getValue().atOffset(ZoneOffset.UTC),
                                  it.getValue().atOffset(ZoneOffset.UTC),
                                  it.getKey()
                                })
                        .toList());
    measure(
        report,
        "ours",
        numbers(all, 0, PACED),
        numbers(all, PACED, BURST),
        set,
        due -> watched.watch(due, () -> late("customer_case_late", seen), PATIENCE),
        CASES >= FULL);
  }

  private Iterable<Long> late(String table, AtomicLong seen) {
    var found =
        program
            .aside()
            .query(
                "select id, case_id from %s where id > ? order by id".formatted(table),
                (row, n) -> new long[] {row.getLong(1), row.getLong(2)},
                seen.get());
    // Another transaction may still come with a smaller number: the last ones are read again.
    found.stream().mapToLong(it -> it[0]).max().ifPresent(it -> seen.set(Math.max(0, it - 2_000)));
    return found.stream().map(it -> it[1]).toList();
  }

  private interface Watch {
    Lags until(Map<Long, Instant> due);
  }

  private void measure(
      Report report,
      String way,
      List<Long> paced,
      List<Long> burst,
      Consumer<Map<Long, Instant>> set,
      Watch watch,
      boolean isHeld) {
    var first = clock.instant().plus(AHEAD);
    var due = new LinkedHashMap<Long, Instant>();
    for (var i = 0; i < paced.size(); i++) {
      due.put(paced.get(i), first.plus(BETWEEN_TWO.multipliedBy(i)));
    }
    set.accept(due);
    var before = program.executions();
    var lags = watch.until(due);
    report.latencies(
        way + "Paced",
        "%s: lateness of moments, %d a second for %d s".formatted(way, A_SECOND, SECONDS),
        lags.late());
    report.put(way, "shareOnTime", lags.shareOnTime());
    report.put(way, "executionsAMoment", (double) (program.executions() - before) / PACED);
    report.line(
        "%s: %.1f %% within two seconds of due; %.1f JDBC executions a moment, with all that runs"
            + " in the background",
        way, 100 * lags.shareOnTime(), (double) (program.executions() - before) / PACED);
    var together = clock.instant().plus(AHEAD);
    var atOnce = new HashMap<Long, Instant>();
    burst.forEach(it -> atOnce.put(it, together));
    set.accept(atOnce);
    before = program.executions();
    var burstLags = watch.until(atOnce);
    var seconds = burstLags.late().percentile(100) / 1_000;
    report.put(way, "burstSeconds", seconds);
    report.line(
        "%s: %,d moments at once done in %.1f s, %.1f JDBC executions each",
        way, burst.size(), seconds, (double) (program.executions() - before) / burst.size());
    LOG.info("{}: {} % on time, burst in {} s", way, 100 * lags.shareOnTime(), seconds);
    if (isHeld) {
      assertThat(lags.isPunctual())
          .as("99 of 100 within two seconds of due: %.1f %%", 100 * lags.shareOnTime())
          .isTrue();
      assertThat(seconds).as("seconds for %,d at once", burst.size()).isLessThan(MOST_SECONDS);
    }
  }

  /** As when a mail server is back that was away: each mail that it takes moves a task. */
  private void newMoments(Report report) {
    program
        .aside()
        .update(
            """
            update customer_case_clock
               set news_due_at = now() + interval '3 days', is_moved = true,
                   look_at = timestamp with time zone '1970-01-01 00:00:00+00'
             where case_id in (select case_id from customer_case_clock order by case_id desc
                                limit ?)
            """,
            BURST);
    var start = System.nanoTime();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> program.count("select count(*) from customer_case_clock where is_moved") == 0);
    report.put("ours", "movedSeconds", secondsSince(start));
    report.line(
        "ours: %,d tasks have their new due dates after %.1f s", BURST, secondsSince(start));
    assertThat(
            program.count(
                "select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'stayWithCustomer'"
                    + " and DUE_DATE_ > localtimestamp + interval '2 days 20 hours'"
                    + " and DUE_DATE_ < localtimestamp + interval '3 days 4 hours'"))
        .isGreaterThanOrEqualTo(BURST);
  }

  /** Mails wait in the mailbox; the node reads them, and its sweep hands them to the cases. */
  private void replies(Report report, PromptImapServer post) throws Exception {
    program
        .aside()
        .update(
            """
            insert into customer_case_contact (case_id, cycle, way, words, happened_at,
                                               recorded_at, recorded_by, accepted_at)
            select case_id, cycle, 'MAIL', 'Nothing has changed until now.', now(), now(),
                   owner_id, now()
              from customer_case_clock order by case_id limit ?
            """,
            MAILS);
    program
        .aside()
        .update(
            """
            insert into notice (kind, subject_id, occasion, recipient_id, name, address, language,
                                state, next_try_at, created_at, sent_at)
            select 'case-news', c.id, 0, concat('customer:', k.customer_id), u.name, u.mail, 'en',
                   'SENT', now(), now(), now()
              from customer_case_contact c join customer_case k on k.id = c.case_id
              join customer u on u.id = k.customer_id
            """);
    var tokens = new TestTokens(program.context().getBean(LinkSigner.class));
    var mailbox = post.setUser(MAILBOX + "@focus.example", MAILBOX, Program.PASSWORD);
    var inbox = post.getManagers().getImapHostManager().getInbox(mailbox);
    var notices =
        program
            .aside()
            .queryForList("select id, address from notice where kind = 'case-news' order by id");
    for (var notice : notices) {
      var id = (Long) notice.get("id");
      inbox.appendMessage(
          reply(id, (String) notice.get("address"), tokens), new Flags(), new Date());
    }
    var start = System.nanoTime();
    assertThat(MailboxReaders.read(program.context(), post.port(), MAILBOX, Program.PASSWORD))
        .isEqualTo(MAILS);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                program.count("select count(*) from incoming_mail where state = 'RECEIVED'") == 0);
    var each = MAILS / secondsSince(start);
    assertThat(program.count("select count(*) from customer_case_contact where way = 'WROTE'"))
        .isEqualTo(MAILS);
    report.put("ours", "repliesASecond", each);
    report.line("%,.0f replies of customers a second read and given to their cases", each);
  }

  private static MimeMessage reply(long notice, String from, TestTokens tokens) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()),
        new ByteArrayInputStream(
            """
            Return-Path: <%s>
            From: Customer <%s>
            To: %s
            Subject: Re: News for you: My bill is wrong
            Message-ID: <case-%d@customer.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8

            And when does the money come?
            """
                .formatted(from, from, tokens.reply(notice), notice)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8)));
  }

  /** The rows of the burst by plain SQL, in one transaction. */
  private void bare(Report report) {
    var late = new Limit(program.aside()).emptyCopyOf("customer_case_late");
    program.aside().execute("create table bare_clock as select * from customer_case_clock");
    program.aside().execute("alter table bare_clock add primary key (case_id)");
    program.aside().execute("create index bare_clock_by_look on bare_clock (look_at, case_id)");
    try {
      var seconds = new double[3];
      for (var i = 0; i < seconds.length; i++) {
        program.aside().execute("truncate table " + late);
        var start = System.nanoTime();
        program
            .aside()
            .update(
                """
                with seen as (
                  update bare_clock set news_late = news_due_at, look_at = answer_due_at
                   where case_id in (select case_id from bare_clock order by case_id limit ?)
                  returning case_id, cycle, news_due_at, owner_id)
                insert into %s (case_id, cycle, what, due_at, recorded_at, owner_id)
                select case_id, cycle, 'NEWS', news_due_at, now(), owner_id from seen
                """
                    .formatted(late),
                BURST);
        seconds[i] = secondsSince(start);
      }
      Arrays.sort(seconds);
      report.put("bare", "burstSeconds", seconds[1]);
      report.line("plain SQL: %,d moments put on record in %.2f s", BURST, seconds[1]);
    } finally {
      program.aside().execute("drop table bare_clock");
      program.aside().execute("drop table " + late);
    }
  }

  /** As many instances with a timer each, one of each owner started, the others copies. */
  private void startNaive() {
    var jdbc = program.context().getBean(JdbcClient.class);
    program
        .aside()
        .execute(
            "create table naive_late (id bigint generated by default as identity primary key,"
                + " case_id bigint not null)");
    Consumer<String> record =
        key ->
            jdbc.sql("insert into naive_late (case_id) values (?)")
                .param(Long.valueOf(key))
                .update();
    program.context().getBeanFactory().registerSingleton(NAIVE_LATE, record);
    program
        .engine()
        .getRepositoryService()
        .createDeployment()
        .name(NAIVE)
        .addClasspathResource("benchmark/naive-case.bpmn")
        .deploy();
    var tomorrow = Date.from(clock.instant().plus(Duration.ofDays(1)));
    for (var number = 0; number < OWNERS; number++) {
      program
          .engine()
          .getRuntimeService()
          .startProcessInstanceByKey(
              NAIVE,
              String.valueOf(number + 1),
              Map.of("owner", owner(number), "newsDueAt", tomorrow));
    }
    new Copies(program.aside(), CASES / OWNERS - 1).instances(NAIVE);
    program.aside().execute("analyze");
    assertThat(program.count("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ like 'timer%'"))
        .isGreaterThanOrEqualTo(CASES);
  }

  private void naive(Report report) {
    var all =
        """
        select cast(e.BUSINESS_KEY_ as bigint) from ACT_RU_EXECUTION e
          join ACT_RE_PROCDEF d on d.ID_ = e.PROC_DEF_ID_
         where d.KEY_ = 'naive-case' and e.BUSINESS_KEY_ is not null order by 1
        """;
    var seen = new AtomicLong();
    var watched = new DueMoments(clock);
    Consumer<Map<Long, Instant>> set =
        due ->
            program
                .aside()
                .batchUpdate(
                    """
                    update ACT_RU_JOB j set DUEDATE_ = ? from ACT_RU_EXECUTION e
                     where e.ID_ = j.PROCESS_INSTANCE_ID_ and e.BUSINESS_KEY_ = ?
                       and j.PROCESS_DEF_KEY_ = 'naive-case'
                    """,
                    due.entrySet().stream()
                        .map(
                            it ->
                                new Object[] {
                                  it.getValue().atOffset(ZoneOffset.UTC).toLocalDateTime(),
                                  String.valueOf(it.getKey())
                                })
                        .toList());
    try {
      measure(
          report,
          "timers",
          numbers(all, 0, PACED),
          numbers(all, PACED, BURST),
          set,
          due -> watched.watch(due, () -> late("naive_late", seen), PATIENCE),
          false);
    } finally {
      ((DefaultSingletonBeanRegistry) program.context().getBeanFactory())
          .destroySingleton(NAIVE_LATE);
    }
  }
}
