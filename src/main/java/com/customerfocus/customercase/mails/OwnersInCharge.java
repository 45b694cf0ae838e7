package com.customerfocus.customercase.mails;

import com.customerfocus.organization.ManagementLine;
import com.customerfocus.organization.absence.Deputies;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reads what comes in about a case, also after its end, when a case no longer moves: the owner
 * of the case that goes on for it; for one who is away or has left the person who acts for them.
 */
@Component
class OwnersInCharge {

  private final JdbcClient jdbc;
  private final Deputies deputies;
  private final ManagementLine line;

  OwnersInCharge(JdbcClient jdbc, Deputies deputies, ManagementLine line) {
    this.jdbc = jdbc;
    this.deputies = deputies;
    this.line = line;
  }

  /** Employee id of the person who reads what was said in this contact. */
  String of(long contactId) {
    var owner =
        jdbc.sql(
                """
                select coalesce(s.owner_id, c.owner_id)
                  from customer_case_contact n join customer_case c on c.id = n.case_id
                  left join customer_case s on s.id = c.joined_to_id
                 where n.id = :contact
                """)
            .param("contact", contactId)
            .query(String.class)
            .single();
    var substitution = deputies.actingFor(List.of(owner)).get(owner);
    return substitution == null
        ? owner
        : Optional.ofNullable(substitution.actingId())
            // All up to the top are away, so the first who still works here has it.
            .or(() -> line.inCharge(owner))
            .orElse(owner);
  }
}
