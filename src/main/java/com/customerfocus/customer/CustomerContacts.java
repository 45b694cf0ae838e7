package com.customerfocus.customer;

import static com.customerfocus.support.Timestamps.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how customers are reached and what they have chosen, as it is at this moment. */
@Repository
public class CustomerContacts {

  /** Customers, with what is known of the address on file. */
  public static final String CUSTOMERS =
      "customer left join customer_reach on customer_id = id and address = lower(mail)";

  /**
   * Of {@link #CUSTOMERS}: those whom no mail reaches, without address or with one that bounced.
   */
  public static final String OUT_OF_REACH =
      "(coalesce(trim(mail), '') = '' or out_since is not null)";

  private final JdbcClient jdbc;
  private final CustomerZones zones;

  CustomerContacts(JdbcClient jdbc, CustomerZones zones) {
    this.jdbc = jdbc;
    this.zones = zones;
  }

  /** With one query; a customer whose data were removed is missing. */
  public Map<Long, CustomerContact> find(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select id, name, mail, coalesce(chosen_language, language) as language, zone, contact,
                   by_post, %s as out_of_reach, thanked_at
              from %s where id in (:ids)
            """
                .formatted(OUT_OF_REACH, CUSTOMERS))
        .param("ids", ids)
        .query((row, number) -> contact(row))
        .list()
        .stream()
        .collect(Collectors.toMap(CustomerContact::id, Function.identity()));
  }

  /** Whether and how these customers are contacted on this occasion at this moment. */
  public Map<Long, ContactDecision> decide(Collection<Long> ids, ContactOccasion occasion) {
    var known = find(ids);
    return ids.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                id ->
                    ContactPolicy.decide(
                        known.containsKey(id) ? known.get(id).state() : ContactState.REMOVED,
                        occasion)));
  }

  private CustomerContact contact(ResultSet row) throws SQLException {
    return new CustomerContact(
        row.getLong("id"),
        row.getString("name"),
        row.getString("mail"),
        row.getString("language"),
        zones.zone(row.getString("zone")),
        new ContactState(
            ContactChoice.valueOf(row.getString("contact")),
            row.getBoolean("by_post"),
            row.getBoolean("out_of_reach"),
            false,
            instant(row, "thanked_at") != null));
  }
}
