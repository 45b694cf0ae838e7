package com.customerfocus.customer;

import static com.customerfocus.support.Timestamps.at;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes what other systems know about customers, in one statement for all. What customers chose,
 * and whether mails reach them, is not theirs to say: a bounce belongs to the address it came from
 * and is out of force when the address changes (hard case 35).
 */
@Repository
public class CustomerTables {

  private final JdbcClient jdbc;

  CustomerTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Waits for a running import, and keeps others waiting until the transaction ends. Taken before
   * rows of customers are locked.
   */
  public void lockImports() {
    jdbc.sql("select id from customer_import_lock for update").query(Integer.class).single();
  }

  /** Waits for a removal of this customer's data that has begun, and keeps another one waiting. */
  public void lock(String reference) {
    jdbc.sql("select id from customer where reference = :reference for update")
        .param("reference", reference)
        .query(Long.class)
        .optional();
  }

  /** Changes the customers on file among the staged rows of one import; says how many. */
  public int change(long load, Instant now) {
    return jdbc.sql(
            """
            update customer
               set (name, mail, phone, postal_address, language, tier, zone, owner_id, search_name,
                    phone_digits, changed_at)
                 = (select s.name, s.mail, s.phone, s.postal_address, s.language, s.tier, s.zone,
                           s.owner_id, s.search_name, s.phone_digits,
                           cast(:now as timestamp with time zone)
                      from customer_staged s
                     where s.load_id = :load and s.reference = customer.reference)
             where reference in (select reference from customer_staged where load_id = :load)
            """)
        .param("load", load)
        .param("now", at(now))
        .update();
  }

  /** Adds the customers that are not on file among the staged rows; says how many. */
  public int add(long load, Instant now) {
    return jdbc.sql(
            """
            insert into customer (reference, name, mail, phone, postal_address, language, tier, zone,
                                  owner_id, search_name, phone_digits, created_at, changed_at)
            select s.reference, s.name, s.mail, s.phone, s.postal_address, s.language, s.tier,
                   s.zone, s.owner_id, s.search_name, s.phone_digits,
                   cast(:now as timestamp with time zone), cast(:now as timestamp with time zone)
              from customer_staged s
             where s.load_id = :load
               and not exists (select 1 from customer c where c.reference = s.reference)
            """)
        .param("load", load)
        .param("now", at(now))
        .update();
  }
}
