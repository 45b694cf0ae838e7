package com.customerfocus.customer.contact;

import com.customerfocus.customer.ContactChange;
import com.customerfocus.customer.ContactChoices;
import com.customerfocus.customer.ContactChoices.Chosen;
import com.customerfocus.customer.ContactChoices.Outcome;
import com.customerfocus.customer.ContactSettings;
import com.customerfocus.customer.CustomerNotices;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers see and do on the page of their contact settings. */
@Service
public class ContactPage {

  /**
   * Version of the texts that customers decide by. A change of {@code contact.page.*} in
   * messages*.properties makes a new one; the old pages are out of date then.
   */
  public static final String TEXT_VERSION = "2026-11-26";

  /** In its place for the button of a mail program, which has a text of its own. */
  static final String ONE_CLICK = "one-click";

  private final ContactChoices choices;
  private final CustomerNotices notices;

  ContactPage(ContactChoices choices, CustomerNotices notices) {
    this.choices = choices;
    this.notices = notices;
  }

  /**
   * The page of one customer.
   *
   * @param last what the customer has chosen last, in order; empty for nothing yet
   */
  public record View(ContactSettings settings, List<Chosen> last) {

    /** What a page tells when it is sent, see {@link ContactChoices#choose}. */
    public long seen() {
      return ContactChoices.newest(last);
    }

    /** Whether any setting is not as it was before that. */
    public boolean canUndo() {
      return last.stream().anyMatch(it -> !settings.value(it.what()).equals(it.chosenBefore()));
    }
  }

  /** Empty when the customer's data were removed. */
  @Transactional(readOnly = true)
  public Optional<View> open(long customerId) {
    return choices.find(customerId).map(settings -> new View(settings, choices.last(customerId)));
  }

  /**
   * Changes settings and confirms them by one mail, if the customer still wants mails of this sort
   * when it is sent.
   *
   * @param seen of the {@link View}
   * @param textVersion of the page that was sent
   */
  @Transactional
  public Outcome change(
      long customerId, Collection<ContactChange> wanted, long seen, String textVersion) {
    if (!textVersion.equals(TEXT_VERSION)) {
      return Outcome.OUTDATED;
    }
    var outcome = choices.choose(customerId, wanted, seen, TEXT_VERSION);
    if (outcome == Outcome.CHANGED) {
      notices.record(
          SettingsChangedRenderer.KIND,
          """
          select max(id) as subject_id, 0 as occasion, customer_id
            from customer_choice where customer_id = :customer group by customer_id
          """,
          Map.of("customer", customerId));
    }
    return outcome;
  }

  /** No more letters; the mail program says so itself, and another mail would only annoy. */
  @Transactional
  public Outcome unsubscribe(long customerId) {
    return choices.unsubscribe(customerId, ONE_CLICK);
  }
}
