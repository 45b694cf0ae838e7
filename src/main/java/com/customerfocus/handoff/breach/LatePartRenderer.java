package com.customerfocus.handoff.breach;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.breach.LatePartRenderer.Part;
import com.customerfocus.handoff.breach.LateParts.Reason;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks to tell the requester of the whole. Its subject is the part, its occasion the reason. */
@Component
class LatePartRenderer extends MailRenderer<Part> {

  static final String KIND = "handoff-part-late";

  static final String RECIPIENT =
      """
      select id as subject_id, cast(:reason as bigint) as occasion,
             cast(:person as varchar(64)) as person_id
        from handoff where id = :part
      """;

  private static final RecordMapper<Row> ROW = RecordMapper.of(Row.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  record Row(
      long id,
      String partner,
      String part,
      Instant partDue,
      String title,
      String customerName,
      String requesterName,
      String requester,
      Instant due) {}

  /** What one mail tells of. */
  record Part(Row row, boolean isLate) {}

  LatePartRenderer(MailComposer mails, JdbcClient jdbc, Clock clock) {
    super(KIND, mails);
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Not after the date of the whole, and not once whole or part are done. */
  @Override
  protected Function<Notice, Part> find(Collection<Notice> notices) {
    var rows =
        jdbc
            .sql(
                """
                select p.id, coalesce(pd.name, p.partner_department) as partner,
                       p.subject as part, p.due_at as part_due, w.subject as title,
                       c.name as customer_name, coalesce(r.name, w.requester_id) as requester_name,
                       coalesce(rd.name, w.requester_department) as requester, w.due_at as due
                  from handoff p
                  join handoff w on w.id = p.parent_id
                  left join person r on r.id = w.requester_id
                  left join department pd on pd.id = p.partner_department
                  left join department rd on rd.id = w.requester_department
                  left join customer c on c.id = w.customer_id
                 where p.id in (:parts) and w.state = 'ACCEPTED' and w.due_at > :now
                   and p.ended_at is null and p.state <> 'DELIVERED'
                """)
            .param("parts", subjects(notices))
            .param("now", at(clock.instant()))
            .query(ROW)
            .list()
            .stream()
            .collect(Collectors.toMap(Row::id, Function.identity()));
    return notice -> {
      var row = rows.get(notice.subjectId());
      return row == null ? null : new Part(row, notice.occasion() == Reason.LATE.occasion());
    };
  }

  @Override
  protected void write(Mail mail, Part what) {
    var row = what.row();
    var title = Titles.of(row.customerName(), row.title());
    mail.subject("handoff.part.subject", row.requesterName(), title)
        .paragraph(
            what.isLate() ? "handoff.part.late" : "handoff.part.later-date",
            row.partner(),
            row.partDue())
        .quote(row.part())
        .paragraph("handoff.part.ask", row.requesterName(), row.requester(), row.due())
        .quote(title)
        .tasksButton()
        .footer("handoff.mail.automatic");
  }
}
