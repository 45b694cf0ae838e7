package com.customerfocus.customer;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers choose about contact. These are their own acts only: nothing else in the program
 * writes these settings, and each act stays on record.
 */
@Service
public class ContactChoices {

  private static final String SETTINGS =
      """
      select id as customer_id, name, contact, by_post,
             coalesce(chosen_language, language) as language, zone,
             case when trim(postal_address) <> '' then true else false end as has_postal_address
        from customer where id = :id
      """;

  private static final String CHOICES =
      "select id, what, chosen, chosen_before, chosen_at, text_version from customer_choice ";

  private final JdbcClient jdbc;
  private final Clock clock;

  ContactChoices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An act of a customer.
   *
   * @param chosenBefore the value until then
   * @param textVersion of the text that the customer had read
   */
  public record Chosen(
      long id,
      ContactChange.Setting what,
      String chosen,
      String chosenBefore,
      Instant chosenAt,
      String textVersion) {}

  /** What became of a change. */
  public enum Outcome {
    /** It holds from now on; recorded. */
    CHANGED,
    /** It held already; nothing is recorded. */
    AS_BEFORE,
    /** The customer has chosen something else since the page was opened. */
    OUTDATED,
    /** There is no such customer any more. */
    UNKNOWN
  }

  /** Empty when the customer's data were removed. */
  @Transactional(readOnly = true)
  public Optional<ContactSettings> find(long customerId) {
    return jdbc.sql(SETTINGS)
        .param("id", customerId)
        .query(RecordMapper.of(ContactSettings.class))
        .optional();
  }

  /** The customer's last act, if any. */
  @Transactional(readOnly = true)
  public Optional<Chosen> last(long customerId) {
    return jdbc.sql(CHOICES + "where customer_id = :id order by id desc fetch first row only")
        .param("id", customerId)
        .query(RecordMapper.of(Chosen.class))
        .optional();
  }

  /** These acts; those of customers whose data were removed are missing. */
  @Transactional(readOnly = true)
  public List<Chosen> choices(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(CHOICES + "where id in (:ids)")
            .param("ids", ids)
            .query(RecordMapper.of(Chosen.class))
            .list();
  }

  /** All acts of a customer, the first one first. */
  @Transactional(readOnly = true)
  public List<Chosen> all(long customerId) {
    return jdbc.sql(CHOICES + "where customer_id = :id order by id")
        .param("id", customerId)
        .query(RecordMapper.of(Chosen.class))
        .list();
  }

  /**
   * Changes one setting for the customer who asked for it.
   *
   * @param seen id of the last act that the customer saw on the page, 0 for none: without it an old
   *     page could take back a later choice
   */
  @Transactional
  public Outcome choose(long customerId, ContactChange change, long seen, String textVersion) {
    var settings = lock(customerId);
    if (settings.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (settings.get().already(change)) {
      return Outcome.AS_BEFORE;
    }
    if (last(customerId).map(Chosen::id).orElse(0L) != seen) {
      return Outcome.OUTDATED;
    }
    record(settings.get(), change, textVersion);
    return Outcome.CHANGED;
  }

  /**
   * No more letters, as a mail program asks at the press of its button; who wants even less contact
   * keeps that.
   */
  @Transactional
  public Outcome unsubscribe(long customerId, String textVersion) {
    var settings = lock(customerId);
    if (settings.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (settings.get().contact() != ContactChoice.NORMAL) {
      return Outcome.AS_BEFORE;
    }
    record(settings.get(), ContactChange.of(ContactChoice.NO_LETTERS), textVersion);
    return Outcome.CHANGED;
  }

  /** Two acts of one customer at the same moment wait for each other. */
  private Optional<ContactSettings> lock(long customerId) {
    return jdbc.sql(SETTINGS + " for update")
        .param("id", customerId)
        .query(RecordMapper.of(ContactSettings.class))
        .optional();
  }

  private void record(ContactSettings before, ContactChange change, String textVersion) {
    jdbc.sql(
            """
            update customer
               set contact = case when :what = 'CONTACT' then :chosen else contact end,
                   by_post = case when :what = 'BY_POST' then :byPost else by_post end,
                   chosen_language =
                     case when :what = 'LANGUAGE' then cast(:chosen as varchar(2))
                          else chosen_language end
             where id = :id
            """)
        .param("what", change.what().name())
        .param("chosen", change.chosen())
        .param("byPost", Boolean.parseBoolean(change.chosen()))
        .param("id", before.customerId())
        .update();
    jdbc.sql(
            """
            insert into customer_choice
                   (customer_id, what, chosen, chosen_before, chosen_at, text_version)
            values (:customer, :what, :chosen, :before, :now, :version)
            """)
        .param("customer", before.customerId())
        .param("what", change.what().name())
        .param("chosen", change.chosen())
        .param("before", before.value(change.what()))
        .param("now", at(clock.instant()))
        .param("version", textVersion)
        .update();
  }
}
