package com.customerfocus.customer;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.NoticeService;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records notices to customers; their kind has a {@link CustomerMailRenderer}. */
@Service
public class CustomerNotices {

  private final NoticeService notices;
  private final JdbcClient jdbc;

  CustomerNotices(NoticeService notices, JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.notices = notices;
  }

  /**
   * Records one notice for each customer, in one statement and in the caller's transaction, see
   * {@link NoticeService#record}. A customer's choice is not looked at here, but when the notice is
   * sent; a customer without mail address gets a notice that has failed at once.
   *
   * @param customers SQL query with the columns {@code subject_id} (bigint), {@code occasion}
   *     (bigint) and {@code customer_id}; each subject and occasion once
   * @param params the named parameters of the query
   * @return how many notices are new
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int record(String kind, String customers, Map<String, ?> params) {
    return notices.recordAddressed(
        kind,
        """
        select told.subject_id, told.occasion,
               'customer:' || cast(c.id as varchar(20)) as recipient_id, c.name, c.mail as address,
               coalesce(c.chosen_language, c.language) as language,
               cast(null as varchar(100)) as site
          from (%s) told join customer c on c.id = told.customer_id
        """
            .formatted(customers),
        params);
  }

  /** How many mails the contact policy did not let out, by its decision. */
  @Transactional(readOnly = true)
  public Map<String, Long> refused() {
    record Reason(String error, long mails) {}
    return jdbc
        .sql(
            """
            select error, count(*) as mails from notice
             where state = 'LAPSED' and recipient_id like '%:%' and error like :reason || '%'
             group by error
            """)
        .param("reason", CustomerMailRenderer.REASON)
        .query(RecordMapper.of(Reason.class))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                reason ->
                    reason.error().substring(CustomerMailRenderer.REASON.length()).split(" ")[0],
                TreeMap::new,
                Collectors.summingLong(Reason::mails)));
  }
}
