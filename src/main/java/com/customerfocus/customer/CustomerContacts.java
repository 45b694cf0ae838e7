package com.customerfocus.customer;

import static com.customerfocus.support.Timestamps.instant;

import com.customerfocus.support.Texts;
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
                   by_post, bounced_at, bounce_mail, thanked_at
              from customer where id in (:ids)
            """)
        .param("ids", ids)
        .query((row, number) -> contact(row))
        .list()
        .stream()
        .collect(Collectors.toMap(CustomerContact::id, Function.identity()));
  }

  private CustomerContact contact(ResultSet row) throws SQLException {
    var mail = row.getString("mail");
    var isReached =
        mail != null
            && !Texts.isBlank(mail)
            && (instant(row, "bounced_at") == null
                || !Reach.concerns(row.getString("bounce_mail"), mail));
    return new CustomerContact(
        row.getLong("id"),
        row.getString("name"),
        mail,
        row.getString("language"),
        zones.zone(row.getString("zone")),
        new ContactState(
            ContactChoice.valueOf(row.getString("contact")),
            row.getBoolean("by_post"),
            !isReached,
            false,
            instant(row, "thanked_at") != null));
  }
}
