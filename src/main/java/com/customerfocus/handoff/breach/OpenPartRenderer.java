package com.customerfocus.handoff.breach;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.breach.OpenPartRenderer.Part;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says that the whole has ended and a part is still open. Its subject is the part, its occasion the
 * step that ended the whole.
 */
@Component
class OpenPartRenderer extends MailRenderer<Part> {

  static final String KIND = "handoff-part-open";

  static final String RECIPIENTS =
      """
      select id as subject_id, cast(:event as bigint) as occasion, requester_id as person_id
        from handoff
       where parent_id = :whole and ended_at is null and state <> 'DELIVERED'
      """;

  private static final RecordMapper<Part> PART = RecordMapper.of(Part.class);

  private final JdbcClient jdbc;

  /** What one mail tells of. */
  record Part(
      long id,
      String partner,
      String need,
      String title,
      String customerName,
      boolean isDelivered) {}

  OpenPartRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  /** Not once the part is done, nor while the whole, reopened, goes on. */
  @Override
  protected Function<Notice, Part> find(Collection<Notice> notices) {
    var parts =
        jdbc
            .sql(
                """
                select p.id, coalesce(d.name, p.partner_department) as partner, p.subject as need,
                       w.subject as title, c.name as customer_name,
                       w.state = 'DELIVERED' as is_delivered
                  from handoff p
                  join handoff w on w.id = p.parent_id
                  left join department d on d.id = p.partner_department
                  left join customer c on c.id = w.customer_id
                 where p.id in (:parts) and p.ended_at is null and p.state <> 'DELIVERED'
                   and (w.ended_at is not null or w.state = 'DELIVERED')
                """)
            .param("parts", subjects(notices))
            .query(PART)
            .list()
            .stream()
            .collect(Collectors.toMap(Part::id, Function.identity()));
    return notice -> parts.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Part part) {
    mail.subject("handoff.part.open.subject", part.need())
        .paragraph(
            part.isDelivered() ? "handoff.part.open.delivered" : "handoff.part.open.ended",
            part.partner())
        .quote(Titles.of(part.customerName(), part.title()))
        .paragraph("handoff.part.open.ask")
        .quote(part.need())
        .tasksButton()
        .footer("handoff.mail.automatic");
  }
}
