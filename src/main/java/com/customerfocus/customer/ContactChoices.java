package com.customerfocus.customer;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final RecordMapper<Chosen> CHOSEN = RecordMapper.of(Chosen.class);

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

  /** What the customer chose together the last time, in order; empty for nothing yet. */
  @Transactional(readOnly = true)
  public List<Chosen> last(long customerId) {
    return jdbc.sql(
            CHOICES
                + """
                  where customer_id = :id
                    and act = (select max(act) from customer_choice
                                      where customer_id = :id)
                  order by id
                  """)
        .param("id", customerId)
        .query(RecordMapper.of(Chosen.class))
        .list();
  }

  /**
   * These choices, each with those of the same act, by their ids; those of customers whose data
   * were removed are missing.
   */
  @Transactional(readOnly = true)
  public Map<Long, List<Chosen>> together(Collection<Long> ids) {
    var acts = new HashMap<Long, List<Chosen>>();
    if (!ids.isEmpty()) {
      jdbc.sql(
              """
              select asked.id as asked, c.id, c.what, c.chosen, c.chosen_before, c.chosen_at,
                     c.text_version
                from customer_choice asked
                join customer_choice c
                  on c.customer_id = asked.customer_id and c.act = asked.act
               where asked.id in (:ids) order by c.id
              """)
          .param("ids", ids)
          .query(
              row -> {
                acts.computeIfAbsent(row.getLong("asked"), id -> new ArrayList<>())
                    .add(CHOSEN.mapRow(row, 0));
              });
    }
    return acts;
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
   * Changes settings for the customer who asked for it: those that are another way until now.
   *
   * @param seen id of the last act that the customer saw on the page, 0 for none: without it an old
   *     page could take back a later choice
   */
  @Transactional
  public Outcome choose(
      long customerId, Collection<ContactChange> wanted, long seen, String textVersion) {
    var settings = lock(customerId);
    if (settings.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    var changes = wanted.stream().filter(change -> !settings.get().already(change)).toList();
    if (changes.isEmpty()) {
      return Outcome.AS_BEFORE;
    }
    if (seen != newest(last(customerId))) {
      return Outcome.OUTDATED;
    }
    changes.forEach(change -> record(settings.get(), change, textVersion, seen));
    return Outcome.CHANGED;
  }

  /** Id of the newest of these acts, 0 for none. */
  public static long newest(List<Chosen> acts) {
    return acts.isEmpty() ? 0 : acts.get(acts.size() - 1).id();
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
    record(
        settings.get(),
        ContactChange.of(ContactChoice.NO_LETTERS),
        textVersion,
        newest(last(customerId)));
    return Outcome.CHANGED;
  }

  /** Two acts of one customer at the same moment wait for each other. */
  private Optional<ContactSettings> lock(long customerId) {
    return jdbc.sql(SETTINGS + " for update")
        .param("id", customerId)
        .query(RecordMapper.of(ContactSettings.class))
        .optional();
  }

  /**
   * @param act id of the newest choice before, 0 for none: choices of one act have the same
   */
  private void record(ContactSettings before, ContactChange change, String textVersion, long act) {
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
                   (customer_id, act, what, chosen, chosen_before, chosen_at, text_version)
            values (:customer, :act, :what, :chosen, :before, :now, :version)
            """)
        .param("customer", before.customerId())
        .param("what", change.what().name())
        .param("chosen", change.chosen())
        .param("before", before.value(change.what()))
        .param("now", at(clock.instant()))
        .param("act", act)
        .param("version", textVersion)
        .update();
  }
}
