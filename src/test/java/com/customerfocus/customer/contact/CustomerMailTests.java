package com.customerfocus.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customer.ContactChange;
import com.customerfocus.customer.ContactChoice;
import com.customerfocus.customer.ContactChoices;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.CustomerNotices;
import com.customerfocus.customer.SampleCustomers;
import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.notice.NoticeState;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestMailServer;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a customer gets, decided when it is sent. */
@CustomerFocusTest
@Timeout(60)
class CustomerMailTests {

  private static final GreenMail POST = TestMailServer.shared();

  private final ContactPage page;
  private final ContactLinks links;
  private final CustomerNotices notices;
  private final NoticeSender sender;
  private final Mailbox mailbox;
  private final CountedDatabase database;
  private final JdbcTemplate rows;
  private final TransactionTemplate transaction;
  private final SampleCustomers customers;

  private long lucia;

  @Autowired
  CustomerMailTests(
      ContactPage page,
      ContactLinks links,
      CustomerNotices notices,
      NoticeSender sender,
      Mailbox mailbox,
      CountedDatabase database,
      JdbcTemplate rows,
      TransactionTemplate transaction) {
    this.page = page;
    this.links = links;
    this.notices = notices;
    this.sender = sender;
    this.mailbox = mailbox;
    this.database = database;
    this.rows = rows;
    this.transaction = transaction;
    this.customers = new SampleCustomers(rows);
  }

  @BeforeEach
  void aCustomer() throws Exception {
    POST.purgeEmailFromAllMailboxes();
    lucia = customers.lucia();
  }

  @Test
  void aChangedSettingIsConfirmedByMail() throws Exception {
    choose(ContactChoice.NO_LETTERS);
    assertThat(sender.sendDue()).isEqualTo(1);

    var mail = onlyMail();
    assertThat(mail.getSubject()).isEqualTo("Tus preferencias de contacto han cambiado");
    assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    assertThat(text(mail))
        .contains("Hola, Lucía Prado:", "> Ni cartas ni ofertas.", links.urlFor(lucia));
  }

  @ParameterizedTest
  @CsvSource({
    "NO_CONTACT, 'Contact policy: OWNER_NOTES for OWN_CASE, as the customer wants no contact'",
    "LOST, 'Contact policy: NO for OWN_CASE, as the customer never wants to hear from us again'"
  })
  void aChoiceBetweenQueueAndSendingIsHonoured(ContactChoice choice, String why) {
    choose(ContactChoice.NO_LETTERS);
    choose(choice);

    assertThat(sender.sendDue()).isZero();
    assertThat(POST.getReceivedMessages()).isEmpty();
    assertThat(rows.queryForList("select state, error from notice"))
        .hasSize(2)
        .allSatisfy(notice -> assertThat(notice.values()).containsExactly("LAPSED", why));
  }

  /** Hard case 29: two customers may share an address. */
  @Test
  void aChoiceConcernsOneOfTwoCustomersWithOneAddress() throws Exception {
    var lucias = lucia;
    choose(ContactChoice.NO_LETTERS);
    lucia = customers.add("C-2", "Tomás Prado", "lucia@example.com", "es");
    choose(ContactChoice.NO_LETTERS);
    choose(ContactChoice.LOST);

    assertThat(sender.sendDue()).isEqualTo(1);
    assertThat(text(onlyMail())).contains("Hola, Lucía Prado:", links.urlFor(lucias));
  }

  @Test
  void theDemosMailboxShowsWhatWouldBeSentNow() {
    choose(ContactChoice.NO_LETTERS);
    rows.update("update customer set name = 'Lucía Prado Gil'");
    var shown = mailbox.newest("", Long.MAX_VALUE, 10).get(0);
    assertThat(shown.state()).isEqualTo(NoticeState.NOT_SENT);
    assertThat(shown.content().text()).contains("Hola, Lucía Prado Gil:");

    choose(ContactChoice.NO_CONTACT);

    assertThat(mailbox.newest("", Long.MAX_VALUE, 10))
        .hasSize(2)
        .allSatisfy(
            entry -> {
              assertThat(entry.state()).isEqualTo(NoticeState.LAPSED);
              assertThat(entry.error()).startsWith("Contact policy: OWNER_NOTES for OWN_CASE");
              assertThat(entry.content()).isNull();
            });
    assertThat(rows.queryForList("select distinct state from notice", String.class))
        .containsExactly("NOT_SENT");
  }

  @Test
  void mailsGoByPostFromTheMomentOfTheChoice() {
    change(new ContactChange(ContactChange.Setting.BY_POST, "true"));

    assertThat(sender.sendDue()).isZero();
    assertThat(error())
        .isEqualTo(
            "Contact policy: POST for OWN_CASE, as the customer may be contacted, wants paper instead of mail");
  }

  @Test
  void mailsThatThePolicyRefusedAreCountedByItsDecision() {
    change(new ContactChange(ContactChange.Setting.BY_POST, "true"));
    sender.sendDue();
    choose(ContactChoice.LOST);
    choose(ContactChoice.NO_CONTACT);
    sender.sendDue();

    assertThat(notices.refused()).isEqualTo(Map.of("POST", 1L, "OWNER_NOTES", 2L));
  }

  @Test
  void nameAddressAndLanguageOfTheMomentOfSendingStayOnRecord() throws Exception {
    choose(ContactChoice.NO_LETTERS);
    rows.update(
        "update customer set name = 'Lucía Prado Gil', mail = 'l.prado@example.org',"
            + " chosen_language = 'en'");
    sender.sendDue();

    assertThat(text(onlyMail())).contains("Hello Lucía Prado Gil,");
    assertThat(onlyMail().getAllRecipients()[0]).hasToString("l.prado@example.org");
    assertThat(rows.queryForMap("select name, address, language from notice").values())
        .containsExactly("Lucía Prado Gil", "l.prado@example.org", "en");
  }

  @Test
  void aCustomerWhoseAddressIsGoneMeanwhileIsReachedInAnotherWay() {
    choose(ContactChoice.NO_LETTERS);
    rows.update("update customer set mail = null");

    assertThat(sender.sendDue()).isZero();
    assertThat(error()).startsWith("Contact policy: OTHER_WAY for OWN_CASE");
  }

  @Test
  void thePolicyIsAskedByOneQueryForABatch() {
    IntStream.range(0, 20)
        .forEach(
            number ->
                customers.add("N-" + number, "Customer " + number, number + "@example.com", "en"));
    rows.update(
        """
        insert into customer_choice
          (customer_id, act, what, chosen, chosen_before, chosen_at, text_version)
        select id, 0, 'CONTACT', 'NORMAL', 'NO_LETTERS', created_at, 'test' from customer
        """);
    transaction.executeWithoutResult(
        status ->
            notices.record(
                SettingsChangedRenderer.KIND,
                "select id as subject_id, 0 as occasion, customer_id from customer_choice",
                Map.of()));
    database.startCounting();

    assertThat(sender.sendDue()).isEqualTo(21);
    assertThat(database.executions()).filteredOn(sql -> sql.contains("thanked_at")).hasSize(1);
    assertThat(database.executions())
        .filteredOn(sql -> sql.startsWith("update notice set name"))
        .isEmpty();
  }

  private void choose(ContactChoice choice) {
    change(ContactChange.of(choice));
  }

  private void change(ContactChange change) {
    var seen = page.open(lucia).orElseThrow().seen();
    assertThat(page.change(lucia, List.of(change), seen, ContactPage.TEXT_VERSION))
        .isEqualTo(ContactChoices.Outcome.CHANGED);
  }

  private String error() {
    return rows.queryForObject("select error from notice", String.class);
  }

  private static MimeMessage onlyMail() {
    var mails = List.of(POST.getReceivedMessages());
    assertThat(mails).hasSize(1);
    return mails.get(0);
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent())
        .getBodyPart(0)
        .getContent()
        .toString()
        .replace("\r", "");
  }
}
