package com.customerfocus.cascade.receipt;

import com.customerfocus.cascade.AudienceOpening;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a pending receipt for each person of a cascade's audience. */
@Component
class ReceiptOpening implements AudienceOpening {

  private final JdbcClient jdbc;

  ReceiptOpening(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void open(long cascadeId, String audience, String launcher, String head) {
    jdbc.sql(
            """
            insert into receipt
              (cascade_id, person_id, briefed_by, level, department_id, heritage, state)
            """
                + audience
                + """
                select :cascade, a.person_id, a.briefed_by, a.level, p.department_id, p.heritage,
                       'PENDING'
                  from audience a join person p on p.id = a.person_id
                """)
        .param("cascade", cascadeId)
        .param("launcher", launcher)
        .param("head", head)
        .update();
  }
}
