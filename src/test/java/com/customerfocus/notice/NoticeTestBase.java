package com.customerfocus.notice;

import static com.customerfocus.notice.GreetingRenderer.GREETING;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TestMailServer;
import com.icegreen.greenmail.util.GreenMail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** People who get greetings, a real mail server, and the whole program in between. */
@CustomerFocusTest
abstract class NoticeTestBase {

  static final GreenMail POST = TestMailServer.shared();

  private static int testsSoFar;

  final NoticeService notices;
  final NoticeSender sender;
  final GreetingRenderer greetings;
  final MovableClock clock;
  final CountedDatabase database;
  final JdbcClient jdbc;
  final JdbcTemplate rows;
  final TransactionTemplate transaction;
  final JavaMailSenderImpl mailSettings;

  NoticeTestBase(ApplicationContext program) {
    notices = program.getBean(NoticeService.class);
    sender = program.getBean(NoticeSender.class);
    greetings = program.getBean(GreetingRenderer.class);
    clock = program.getBean(MovableClock.class);
    database = program.getBean(CountedDatabase.class);
    jdbc = program.getBean(JdbcClient.class);
    rows = program.getBean(JdbcTemplate.class);
    transaction = program.getBean(TransactionTemplate.class);
    mailSettings = program.getBean(JavaMailSenderImpl.class);
  }

  static int postPort() {
    return POST.getSmtp().getPort();
  }

  @BeforeEach
  void everythingWorks() throws Exception {
    POST.purgeEmailFromAllMailboxes();
    mailSettings.setPort(postPort());
    greetings.reset();
    // Long after the previous test, so that its retry delays are over.
    clock.moveBy(Duration.ofDays(100L * ++testsSoFar));
    rows.update("insert into department (id, name, active) values ('sales', 'Sales', true)");
  }

  /**
   * Other tests share the program: a mail that is sent ends what the sender takes for an outage.
   */
  @AfterEach
  void theMailServerIsAvailable() {
    mailSettings.setPort(postPort());
    if (sender.outage().isPresent()) {
      greetings.reset();
      rows.update("delete from notice");
      clock.moveBy(Duration.ofDays(1));
      person(4711, "Last", "last@example.com", "en");
      greetEveryone();
      sender.sendDue();
    }
    assertThat(sender.outage()).isEmpty();
  }

  void person(int id, String name, String mail, String language) {
    people(List.<Object[]>of(new Object[] {String.valueOf(id), name, mail, language}));
  }

  void people(int count) {
    people(
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> new Object[] {"" + id, "Person " + id, "p" + id + "@example.com", "en"})
            .toList());
  }

  private void people(List<Object[]> people) {
    rows.batchUpdate(
        """
        insert into person (id, name, mail, language, department_id, heritage, active)
        values (?, ?, ?, ?, 'sales', 'North', true)
        """,
        people);
  }

  /** Greets all people; a greeting's subject id is the person's number. */
  int greetEveryone() {
    return transaction.execute(status -> recordGreetings());
  }

  int recordGreetings() {
    return notices.record(
        GREETING,
        """
        select cast(id as bigint) as subject_id, 0 as occasion, id as person_id
        from person where active = :active
        """,
        Map.of("active", true));
  }

  String stateOf(int person) {
    return column("state", person);
  }

  String errorOf(int person) {
    return column("error", person);
  }

  int triesOf(int person) {
    return jdbc.sql("select tries from notice where subject_id = ?")
        .param(person)
        .query(Integer.class)
        .single();
  }

  long count(NoticeState state) {
    return countWhere("state = '" + state.name() + "'");
  }

  long countWhere(String condition) {
    return jdbc.sql("select count(*) from notice where " + condition).query(Long.class).single();
  }

  private String column(String name, int person) {
    return rows.queryForObject(
        "select " + name + " from notice where subject_id = ?", String.class, person);
  }
}
