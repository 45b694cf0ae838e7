package com.customerfocus.customercase.ownership;

import com.customerfocus.customercase.remark.CaseRemarks;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.support.ReaderTime;
import com.customerfocus.support.Sentence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks a new owner to introduce themselves, in all tasks of the case, until the customer has heard
 * from them.
 */
@Component
class NewOwnerRemarks implements CaseRemarks {

  private final JdbcClient jdbc;

  NewOwnerRemarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By when a customer hears from a new owner. */
  record Unknown(Instant newsDueAt) {}

  @Override
  public List<Sentence> of(long caseId, ZoneId zone) {
    return jdbc
        .sql(
            """
            select n.news_due_at
              from customer_case_clock n
             where n.case_id = :case
               and exists (select 1 from customer_case_event e
                            where e.case_id = n.case_id and e.step = 'MOVE'
                              and not exists (select 1 from customer_case_contact c
                                               where c.case_id = e.case_id
                                                 and c.recorded_by = n.owner_id
                                                 and c.recorded_at >= e.recorded_at))
            """)
        .param("case", caseId)
        .query(RecordMapper.of(Unknown.class))
        .list()
        .stream()
        .map(it -> new Sentence("ownership.introduce", ReaderTime.of(it.newsDueAt(), zone)))
        .toList();
  }
}
