package com.customerfocus.handoff.breach;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.breach.BreachRenderer.Late;
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

/** Tells who answers for a department that it is late. Its subject is the breach. */
@Component
class BreachRenderer extends MailRenderer<Late> {

  static final String KIND = "handoff-breach";

  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, told_id as person_id from handoff_breach
       where id = :breach and told_id is not null
      """;

  private static final RecordMapper<Late> LATE = RecordMapper.of(Late.class);

  private final JdbcClient jdbc;

  /**
   * A breach, names of departments.
   *
   * @param since until when the holder had time by the target
   * @param promised the promised date, or null
   */
  record Late(
      long id,
      int breaches,
      String metric,
      String holder,
      String requester,
      String partner,
      String title,
      String customerName,
      Instant since,
      Instant promised) {}

  BreachRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  /** What has been done meanwhile is no longer late. */
  @Override
  protected Function<Notice, Late> find(Collection<Notice> notices) {
    var late =
        jdbc
            .sql(
                """
                select b.id, b.breaches, b.metric, coalesce(hd.name, b.holder) as holder,
                       coalesce(rd.name, b.requester_department) as requester,
                       coalesce(pd.name, b.partner_department) as partner,
                       h.subject as title, c.name as customer_name,
                       case when b.due_at = s.agreed_until then s.target_due_at
                            else b.due_at end as since, h.due_at as promised
                  from handoff_breach b
                  join handoff h on h.id = b.handoff_id
                  join service_clock s on s.id = b.clock_id and s.ended_at is null
                  left join department hd on hd.id = b.holder
                  left join department rd on rd.id = b.requester_department
                  left join department pd on pd.id = b.partner_department
                  left join customer c on c.id = h.customer_id
                 where b.id in (:breaches)
                """)
            .param("breaches", subjects(notices))
            .query(LATE)
            .list()
            .stream()
            .collect(Collectors.toMap(Late::id, Function.identity()));
    return notice -> late.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Late late) {
    var again = late.breaches() == 1 ? "first" : "second";
    var title = Titles.of(late.customerName(), late.title());
    mail.subject("handoff.breach." + again + ".subject", late.holder(), title);
    new LateSentence(
            late.metric(),
            late.holder(),
            late.requester(),
            late.partner(),
            late.since(),
            late.promised())
        .in(mail);
    mail.quote(title)
        .paragraph("handoff.breach." + again + ".ask", late.holder())
        .tasksButton()
        .footer("handoff.mail.automatic");
  }
}
