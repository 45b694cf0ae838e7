package com.customerfocus.customercase.mails;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail to the owner of a case about what was said, which is its subject. */
abstract class OwnerMailRenderer extends MailRenderer<OwnerMailRenderer.Said> {

  private final JdbcClient jdbc;

  OwnerMailRenderer(String kind, MailComposer mails, JdbcClient jdbc) {
    super(kind, mails);
    this.jdbc = jdbc;
  }

  /**
   * What was said in which case.
   *
   * @param title customer and need
   * @param sender address of a person who wrote in the customer's place, or null
   * @param isOver whether the case is over, and with it the one that has taken it in
   */
  record Said(
      long id,
      String customerName,
      String subject,
      String words,
      String sender,
      String senderName,
      boolean isOver) {

    String title() {
      return customerName == null ? subject : customerName + ", " + subject;
    }

    /** Who wrote: the customer, or the other person. */
    String writer() {
      return sender == null ? customerName : senderName == null ? sender : senderName;
    }
  }

  @Override
  protected Function<Notice, Said> find(Collection<Notice> notices) {
    var said =
        jdbc
            .sql(
                """
                select n.id, k.name as customer_name, c.subject, n.words, n.sender, n.sender_name,
                       case when s.id is null and c.closed_at is null
                              or s.id is not null and s.closed_at is null
                            then false else true end as is_over
                  from customer_case_contact n
                  join customer_case c on c.id = n.case_id
                  left join customer_case s on s.id = c.joined_to_id
                  join customer k on k.id = c.customer_id
                 where n.id in (:contacts)
                """)
            .param("contacts", subjects(notices))
            .query(RecordMapper.of(Said.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Said::id, Function.identity()));
    return notice -> said.get(notice.subjectId());
  }
}
