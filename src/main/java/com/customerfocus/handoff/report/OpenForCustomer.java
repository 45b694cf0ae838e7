package com.customerfocus.handoff.report;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.HandoffState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which handoffs a department has open for a customer, before it is asked for another one. */
@Service
@Transactional(readOnly = true)
public class OpenForCustomer {

  private static final int MOST = 20;

  private static final List<String> OPEN =
      Arrays.stream(HandoffState.values())
          .filter(state -> !state.isOver())
          .map(HandoffState::name)
          .toList();

  private final JdbcClient jdbc;

  OpenForCustomer(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One of them.
   *
   * @param since when it was asked
   * @param due the promised date, or null
   * @param isYours whether the reader asked for it, has it or follows it already
   */
  public record Open(
      long id, String subject, Instant since, String askedBy, Instant due, boolean isYours) {}

  /**
   * The last ones asked come first, at most 20.
   *
   * @param customer exact reference; of an unknown one there are none
   * @param partner id of the department that has them
   * @param reader employee id
   */
  public List<Open> of(String customer, String partner, String reader) {
    return jdbc.sql(
            """
            select h.id, h.subject, h.requested_at as since,
                   coalesce(r.name, h.requester_id) as asked_by, h.due_at as due,
                   (h.requester_id = :reader or coalesce(h.owner_id, '') = :reader
                     or exists (select 1 from handoff_follower f
                                 where f.handoff_id = h.id and f.person_id = :reader)) as is_yours
              from customer c
              join handoff h on h.customer_id = c.id
              left join person r on r.id = h.requester_id
             where c.reference = :customer and h.partner_department = :partner
               and h.state in (:open)
             order by h.id desc fetch first :most rows only
            """)
        .param("reader", reader)
        .param("customer", customer)
        .param("partner", partner)
        .param("open", OPEN)
        .param("most", MOST)
        .query(RecordMapper.of(Open.class))
        .list();
  }
}
