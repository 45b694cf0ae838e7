package com.customerfocus.cascade.receipt;

import com.customerfocus.text.Translated;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what mails say of the memos that readers have received. */
@Component
public class ReceiptMemos {

  private final JdbcClient jdbc;
  private final ReceiptLinks links;

  ReceiptMemos(JdbcClient jdbc, ReceiptLinks links) {
    this.jdbc = jdbc;
    this.links = links;
  }

  /**
   * By receipt, in one query. Receipts of withdrawn cascades and of readers who have left are left
   * out.
   */
  public Map<Long, ReceiptMemo> find(Collection<Long> receiptIds) {
    if (receiptIds.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select r.id, s.name as sender, c.title, c.title_es
              from receipt r
              join cascade c on c.id = r.cascade_id
              join person p on p.id = r.person_id
              join person s on s.id = c.launched_by
             where r.id in (:receipts) and c.state <> 'WITHDRAWN' and p.active
            """)
        .param("receipts", receiptIds)
        .query(
            (row, n) ->
                new ReceiptMemo(
                    row.getLong("id"),
                    row.getString("sender"),
                    new Translated(row.getString("title"), row.getString("title_es")),
                    links.urlFor(row.getLong("id"))))
        .list()
        .stream()
        .collect(Collectors.toMap(ReceiptMemo::receiptId, memo -> memo));
  }
}
