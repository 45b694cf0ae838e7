package com.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.search.CustomerSearch;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.Recipient;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What mail servers say about mails to customers. */
@CustomerFocusTest
class CustomerReachTests {

  private static final Bounce HARD = new Bounce(Bounce.Kind.HARD, "5.1.1", "no such user");
  private static final Bounce SOFT = new Bounce(Bounce.Kind.SOFT, "5.2.2", "mailbox full");
  private static final Bounce OURS = new Bounce(Bounce.Kind.OURS, "5.7.1", "refused");

  private final CustomerReach listener;
  private final CustomerContacts contacts;
  private final CustomerSearch search;
  private final MovableClock clock;
  private final CountedDatabase database;
  private final JdbcTemplate rows;

  private long lucia;
  private long notices;

  @Autowired
  CustomerReachTests(
      CustomerReach listener,
      CustomerContacts contacts,
      CustomerSearch search,
      MovableClock clock,
      CountedDatabase database,
      JdbcTemplate rows) {
    this.listener = listener;
    this.contacts = contacts;
    this.search = search;
    this.clock = clock;
    this.database = database;
    this.rows = rows;
  }

  @BeforeEach
  void aCustomer() {
    lucia = new SampleCustomers(rows).lucia();
  }

  @Test
  void aHardBouncePutsACustomerOutOfReach() {
    assertThat(isOut()).isFalse();

    listener.bounced(mail(), HARD);

    assertThat(isOut()).isTrue();
  }

  /** Hard case 29: two customers may share an address. */
  @Test
  void aBounceChangesNoConsentAndConcernsItsCustomerOnly() {
    var other = new SampleCustomers(rows).add("C-2", "Tomás Prado", "lucia@example.com", "es");
    rows.update("update customer set contact = 'NO_LETTERS', by_post = true");

    listener.bounced(mail(), HARD);

    assertThat(contacts.find(List.of(other)).get(other).state().outOfReach()).isFalse();
    assertThat(rows.queryForMap("select distinct contact, by_post from customer").values())
        .containsExactly("NO_LETTERS", true);
    assertThat(rows.queryForList("select * from customer_choice")).isEmpty();
  }

  @Test
  void threeSoftBouncesInSevenDaysDo() {
    listener.bounced(mail(), SOFT);
    clock.moveBy(Duration.ofDays(3));
    listener.bounced(mail(), SOFT);
    assertThat(isOut()).isFalse();
    clock.moveBy(Duration.ofDays(4));
    listener.bounced(mail(), SOFT);

    assertThat(isOut()).isTrue();
  }

  @Test
  void aMailThatArrivesEndsTheCount() {
    listener.bounced(mail(), SOFT);
    listener.bounced(mail(), SOFT);
    clock.moveBy(Duration.ofDays(2));
    listener.delivered(List.of(mail()));
    clock.moveBy(Duration.ofDays(5));
    listener.delivered(List.of(mail()));
    listener.bounced(mail(), SOFT);

    assertThat(isOut()).isFalse();
    assertThat(soft()).isEqualTo(1);
  }

  @Test
  void ourOwnProblemSaysNothingAboutTheCustomer() {
    listener.bounced(mail(), OURS);

    assertThat(isOut()).isFalse();
    assertThat(soft()).isZero();
  }

  @Test
  void anotherAddressOnFileStartsAnewAndTheOldOneIsStillKnown() {
    listener.bounced(mail(), HARD);
    mailBecomes("lucia@example.org");
    assertThat(isOut()).isFalse();

    mailBecomes("Lucia@example.com");
    assertThat(isOut()).isTrue();

    mailBecomes("lucia@example.org");
    listener.bounced(to("lucia@example.org"), SOFT);
    assertThat(soft()).isEqualTo(1);
    assertThat(isOut()).isFalse();
  }

  /** Hard case 35: an import that brings an old address back does not make it good again. */
  @Test
  void aBounceAtAnotherAddressDoesNotMakeAnOldOneGood() {
    listener.bounced(mail(), HARD);
    mailBecomes("lucia@example.org");
    listener.bounced(to("lucia@example.org"), SOFT);

    mailBecomes("LUCIA@example.com");

    assertThat(isOut()).isTrue();
    mailBecomes("Lucia@Example.org");
    assertThat(isOut()).isFalse();
    assertThat(soft()).isEqualTo(1);
  }

  @Test
  void aBounceOfAMailToAFormerAddressConcernsThatAddressOnly() {
    var sent = mail();
    mailBecomes("lucia@example.org");
    listener.bounced(sent, HARD);

    assertThat(isOut()).isFalse();
    mailBecomes("lucia@example.com");
    assertThat(isOut()).as("that address again").isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "lucia@example.com, false",
    "Lucia@Example.com, false",
    "bounced@example.com, true",
    "Bounced@Example.com, true",
    "soft@example.com, false",
    "'', true",
    "' ', true",
    ", true"
  })
  void policyAndPagesAndFiguresSayTheSame(String address, boolean isOut) {
    listener.bounced(to("bounced@example.com"), HARD);
    listener.bounced(to("soft@example.com"), SOFT);
    mailBecomes(address);

    assertThat(isOut()).isEqualTo(isOut);
    assertThat(search.customer("C-1").orElseThrow().outOfReach()).isEqualTo(isOut);
    assertThat(search.figures().outOfReach()).isEqualTo(isOut ? 1 : 0);
  }

  @Test
  void aCustomerWithoutAddressIsOutOfReach() {
    mailBecomes(null);
    assertThat(isOut()).isTrue();
  }

  @Test
  void aBatchOfMailsThatArriveTakesOneQuery() {
    var mails = LongStream.range(0, 100).mapToObj(number -> mail()).toList();
    database.startCounting();
    listener.delivered(mails);

    assertThat(database.executions()).hasSize(1);
  }

  @Test
  void mailsToEmployeesAndToRemovedCustomersAreNoConcern() {
    var toEmployee =
        new Notice(
            1, "x", 1, 0, new Recipient("ana", "Ana", "a@example.com", "en", ZoneOffset.UTC));
    listener.bounced(toEmployee, HARD);
    listener.delivered(List.of(toEmployee));
    var mail = mail();
    rows.update("delete from customer");
    listener.bounced(mail, HARD);
    listener.delivered(List.of(mail));

    assertThat(contacts.find(List.of(lucia))).isEmpty();
  }

  private Notice mail() {
    return to("lucia@example.com");
  }

  private Notice to(String address) {
    return new Notice(
        ++notices,
        "x",
        1,
        notices,
        new Recipient(Recipient.customer(lucia), "Lucía", address, "es", ZoneOffset.UTC));
  }

  private void mailBecomes(String mail) {
    rows.update("update customer set mail = ?", mail);
  }

  private boolean isOut() {
    return contacts.find(List.of(lucia)).get(lucia).state().outOfReach();
  }

  private int soft() {
    return rows.queryForObject(
        "select coalesce(max(soft_bounces), 0) from customer_reach r join customer c"
            + " on c.id = r.customer_id and r.address = lower(c.mail)",
        Integer.class);
  }
}
