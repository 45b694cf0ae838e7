package com.customerfocus.customer;

import com.customerfocus.database.RecordMapper;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The customer's own row; goes last, because other rooms find theirs by it. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class CustomerRecord implements CustomerDataHolder {

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
      String bounceMail,
      Instant bouncedAt,
      int softBounces,
      Instant softBouncedAt,
      Instant acceptedAt,
      Instant thankedAt,
      Instant createdAt,
      Instant changedAt) {}

  @Override
  public String part() {
    return "customer";
  }

  @Override
  public Row export(Subject customer) {
    return jdbc.sql(
            """
            select reference, name, mail, phone, postal_address, language, chosen_language, tier,
                   zone, owner_id, contact, by_post, bounce_mail, bounced_at, soft_bounces,
                   soft_bounced_at, accepted_at, thanked_at, created_at, changed_at
              from customer where id = :id
            """)
        .param("id", customer.id())
        .query(RecordMapper.of(Row.class))
        .single();
  }

  /** The database removes the choices of the customer with it. */
  @Override
  public void remove(Subject customer) {
    jdbc.sql("delete from customer where id = :id").param("id", customer.id()).update();
  }
}
