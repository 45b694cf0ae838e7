package com.customerfocus.customercase.escalation;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an owner what the manager has decided. Its subject is the escalation. */
@Component
class DecidedRenderer extends MailRenderer<DecidedRenderer.Decided> {

  static final String KIND = "case-decided";

  private final JdbcClient jdbc;

  DecidedRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  /** What was decided on which case. */
  record Decided(long id, String subject, String managerName, CaseDecision decision, String note) {}

  @Override
  protected Function<Notice, Decided> find(Collection<Notice> notices) {
    var decided =
        jdbc
            .sql(
                """
                select e.id, c.subject, coalesce(m.name, e.decided_by) as manager_name, e.decision,
                       e.note
                  from customer_case_escalation e
                  join customer_case c on c.id = e.case_id
                  left join person m on m.id = e.decided_by
                 where e.id in (:escalations) and e.note is not null
                """)
            .param("escalations", subjects(notices))
            .query(RecordMapper.of(Decided.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Decided::id, Function.identity()));
    return notice -> decided.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Decided decided) {
    mail.subject("escalation.mail.subject", decided.subject())
        .paragraph("escalation.mail." + decided.decision(), decided.managerName())
        .quote(decided.note())
        .tasksButton()
        .footer("escalation.mail.automatic");
  }
}
