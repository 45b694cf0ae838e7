package com.customerfocus.customer;

import com.customerfocus.customer.CustomerDataHolder.Subject;
import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The customer's own row. Unlike what a {@link CustomerDataHolder} keeps it is removed last,
 * because other rooms find theirs by it.
 */
@Component
public class CustomerRecord {

  private final JdbcClient jdbc;

  CustomerRecord(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Every column that says something about the customer. */
  record Row(
      String reference,
      String name,
      String mail,
      String phone,
      String postalAddress,
      String language,
      String chosenLanguage,
      String tier,
      String zone,
      String ownerId,
      ContactChoice contact,
      boolean byPost,
      Instant thankedAt,
      Instant createdAt,
      Instant changedAt) {}

  /** A record that can be written as JSON. */
  public Object export(Subject customer) {
    return jdbc.sql(
            """
            select reference, name, mail, phone, postal_address, language, chosen_language, tier,
                   zone, owner_id, contact, by_post, thanked_at, created_at, changed_at
              from customer where id = :id
            """)
        .param("id", customer.id())
        .query(RecordMapper.of(Row.class))
        .single();
  }

  /** The database removes the choices and bounced addresses of the customer with it. */
  public void remove(Subject customer) {
    jdbc.sql("delete from customer where id = :id").param("id", customer.id()).update();
  }
}
