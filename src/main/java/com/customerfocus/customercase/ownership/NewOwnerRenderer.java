package com.customerfocus.customercase.ownership;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks a new owner to introduce themselves, unless the case has gone on to another one meanwhile.
 * Its subject is the step of the case's history.
 */
@Component
class NewOwnerRenderer extends MailRenderer<NewOwnerRenderer.Owned> {

  static final String KIND = "case-owned";

  private final JdbcClient jdbc;

  NewOwnerRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  /** The case, and by when its customer hears from the new owner. */
  record Owned(long id, String ownerId, String subject, String customerName, Instant newsDueAt) {}

  @Override
  protected Function<Notice, Owned> find(Collection<Notice> notices) {
    var owned =
        jdbc
            .sql(
                """
                select e.id, c.owner_id, c.subject, k.name as customer_name, n.news_due_at
                  from customer_case_event e
                  join customer_case c on c.id = e.case_id
                  join customer k on k.id = c.customer_id
                  join customer_case_clock n on n.case_id = c.id
                 where e.id in (:steps)
                   and not exists (select 1 from customer_case_event later
                                    where later.case_id = e.case_id and later.step = 'MOVE'
                                      and later.id > e.id)
                """)
            .param("steps", subjects(notices))
            .query(RecordMapper.of(Owned.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Owned::id, Function.identity()));
    return notice -> {
      var found = owned.get(notice.subjectId());
      // The case may have gone on to another owner meanwhile.
      return found == null || !found.ownerId().equals(notice.recipient().id()) ? null : found;
    };
  }

  @Override
  protected void write(Mail mail, Owned owned) {
    mail.subject("ownership.mail.owned.subject", owned.customerName(), owned.subject())
        .paragraph("ownership.mail.owned.what", owned.customerName(), owned.newsDueAt())
        .tasksButton()
        .footer("case.mail.automatic");
  }
}
