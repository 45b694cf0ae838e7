package com.customerfocus.customercase.intake;

import com.customerfocus.database.RecordMapper;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads whose address a mail came from. */
@Repository
class Senders {

  private final JdbcClient jdbc;

  Senders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A customer who writes.
   *
   * @param ownerId employee id of who looks after the customer, or null
   */
  record Sender(long customerId, String reference, String ownerId) {}

  /**
   * The only customer with this address; empty when there is none, or when several share it.
   *
   * @param address in lower case
   */
  Optional<Sender> find(String address) {
    // The address on file is spelled in any way; both inner queries read an index.
    var found =
        jdbc.sql(
                """
                select c.id as customer_id, c.reference, p.id as owner_id
                  from customer c left join person p on p.id = c.owner_id and p.active
                 where c.id in (select customer_id from customer_term where term = :address
                                union select id from customer where mail = :address)
                   and lower(c.mail) = :address
                 order by c.id fetch first 2 rows only
                """)
            .param("address", address)
            .query(RecordMapper.of(Sender.class))
            .list();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Numbers of the customer's open cases, no more than two. */
  List<Long> openCases(long customerId) {
    return jdbc.sql(
            """
            select id from customer_case where customer_id = :customer and closed_at is null
             order by id fetch first 2 rows only
            """)
        .param("customer", customerId)
        .query(Long.class)
        .list();
  }
}
