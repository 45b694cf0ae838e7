package com.customerfocus.customer;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.function.Function;

/**
 * Puts the notices of one kind into mails to customers. {@link ContactPolicy} decides about each at
 * the moment of sending, by one query for a batch; name, address and language are those of that
 * moment. What it refuses is not sent, and its decision stays with the notice. Each mail has a link
 * to the customer's contact settings.
 *
 * @param <T> what one mail tells of
 */
public abstract class CustomerMailRenderer<T> extends MailRenderer<T> {

  /** How the reason of a refused mail begins; the decision is its next word. */
  static final String REASON = "Contact policy: ";

  private final ContactPurpose purpose;
  private final CustomerContacts customers;
  private final ContactLinks links;

  protected CustomerMailRenderer(
      String kind,
      ContactPurpose purpose,
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links) {
    super(kind, mails);
    this.purpose = purpose;
    this.customers = customers;
    this.links = links;
  }

  /** Says it: subject, paragraphs, buttons. Greeting and footer are there already. */
  protected abstract void tell(Mail mail, T what);

  /**
   * What else the policy has to know of these notices, such as that a person has released them;
   * with a number of queries that does not depend on how many they are.
   */
  protected Function<Notice, ContactOccasion> occasions(Collection<Notice> notices) {
    return notice -> ContactOccasion.of(purpose);
  }

  @Override
  public final Addressees addressees(Collection<Notice> notices) {
    var contacts =
        customers.find(
            notices.stream().map(notice -> notice.recipient().customerId()).distinct().toList());
    var occasions = occasions(notices);
    var allowed = new ArrayList<Notice>();
    var refused = new HashMap<Long, String>();
    for (var notice : notices) {
      var customer = contacts.get(notice.recipient().customerId());
      var state = customer == null ? ContactState.REMOVED : customer.state();
      var decision = ContactPolicy.decide(state, occasions.apply(notice));
      if (decision == ContactDecision.CONTACT) {
        allowed.add(notice.to(customer.recipient()));
      } else {
        refused.put(notice.id(), reason(state, decision));
      }
    }
    return new Addressees(allowed, refused);
  }

  /** For the record: readable, and without the customer's name. */
  private String reason(ContactState state, ContactDecision decision) {
    return REASON + "%s for %s, as the customer %s".formatted(decision, purpose, state.inShort());
  }

  @Override
  protected final void write(Mail mail, T what) {
    var customerId = mail.reader().customerId();
    tell(mail, what);
    mail.footer("contact.mail.why").footerLink("contact.mail.settings", links.urlFor(customerId));
    if (purpose.isEndedByNoLetters()) {
      mail.unsubscribe(links.unsubscribeUrlFor(customerId));
    }
  }
}
