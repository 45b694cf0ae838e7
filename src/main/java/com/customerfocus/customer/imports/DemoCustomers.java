package com.customerfocus.customer.imports;

import com.customerfocus.customer.ContactChange;
import com.customerfocus.customer.ContactChoice;
import com.customerfocus.customer.contact.ContactPage;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.Recipient;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo's customers; some have chosen about contact, so that the mailbox has a mail with a link
 * to the settings. The address of one does not work.
 */
@Component
@Profile("demo")
class DemoCustomers {

  private static final Logger log = LoggerFactory.getLogger(DemoCustomers.class);
  private static final String NO_LETTERS = "HT-100443";
  private static final String NO_CONTACT = "HT-100482";
  private static final String LOST = "HT-100521";
  private static final String ON_PAPER = "HT-100560";
  private static final String OUT_OF_REACH = "HT-100599";

  private final CustomerImporter importer;
  private final ContactPage page;
  private final List<DeliveryListener> deliveries;
  private final JdbcClient jdbc;
  private final Resource file;

  DemoCustomers(
      CustomerImporter importer,
      ContactPage page,
      List<DeliveryListener> deliveries,
      JdbcClient jdbc,
      @Value("${customer-focus.customers.file}") Resource file) {
    this.importer = importer;
    this.page = page;
    this.deliveries = deliveries;
    this.jdbc = jdbc;
    this.file = file;
  }

  /** The organization, which has the owners, was imported before the program became ready. */
  @EventListener(ApplicationReadyEvent.class)
  @Order(1)
  void fill() {
    var report = importer.importFile(file, file.getDescription(), null);
    log.info("Customers of {}: {}", file.getDescription(), report.customers());
    choose(NO_LETTERS, ContactChange.of(ContactChoice.NO_LETTERS));
    choose(NO_CONTACT, ContactChange.of(ContactChoice.NO_CONTACT));
    choose(LOST, ContactChange.of(ContactChoice.LOST));
    choose(ON_PAPER, new ContactChange(ContactChange.Setting.BY_POST, "true"));
    bounce(OUT_OF_REACH);
  }

  private void choose(String reference, ContactChange change) {
    page.change(customer(reference).id(), List.of(change), 0, ContactPage.TEXT_VERSION);
  }

  private void bounce(String reference) {
    var customer = customer(reference);
    var recipient =
        new Recipient(
            Recipient.customer(customer.id()),
            customer.name(),
            customer.mail(),
            customer.language(),
            ZoneOffset.UTC);
    var bounce = new Bounce(Bounce.Kind.HARD, "5.1.1", "No such mailbox");
    deliveries.forEach(it -> it.bounced(new Notice(0, "demo", 0, 0, recipient), bounce));
  }

  private record OnFile(long id, String name, String mail, String language) {}

  private OnFile customer(String reference) {
    return jdbc.sql("select id, name, mail, language from customer where reference = :reference")
        .param("reference", reference)
        .query(OnFile.class)
        .single();
  }
}
