package com.customerfocus.handoff;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the other side of a handoff what happened. Its subject is the step. */
@Component
class HandoffNewsRenderer extends MailRenderer<HandoffNews> {

  static final String KIND = "handoff-news";

  /** The person named in the step; for one who has left, the manager, else the head. */
  static final String RECIPIENTS =
      """
      select e.id as subject_id, 0 as occasion,
             case when p.active or p.id is null then e.recipient_id
                  when m.active then m.id
                  else coalesce(d.head_id, e.recipient_id) end as person_id
        from handoff_event e
        left join person p on p.id = e.recipient_id
        left join person m on m.id = p.manager_id
        left join department d on d.id = p.department_id
       where e.id = :event
      """;

  private static final RecordMapper<HandoffNews> NEWS = RecordMapper.of(HandoffNews.class);

  private final JdbcClient jdbc;

  HandoffNewsRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  @Override
  protected Function<Notice, HandoffNews> find(Collection<Notice> notices) {
    var news =
        jdbc
            .sql(
                """
                select e.id, e.step, p.name as by_name, h.subject as title,
                       c.name as customer_name,
                       coalesce(rd.name, h.requester_department) as requester,
                       coalesce(pd.name, e.department) as partner, e.note, e.possible, e.reason,
                       e.state_after as after, h.state as present,
                       coalesce(e.new_due_at, h.due_at, h.wished_at) as date
                  from handoff_event e
                  join handoff h on h.id = e.handoff_id
                  left join person p on p.id = e.recorded_by
                  left join department rd on rd.id = h.requester_department
                  left join department pd on pd.id = e.department
                  left join customer c on c.id = h.customer_id
                 where e.id in (:events)
                """)
            .param("events", subjects(notices))
            .query(NEWS)
            .list()
            .stream()
            .collect(Collectors.toMap(HandoffNews::id, Function.identity()));
    return notice -> news.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, HandoffNews news) {
    var key = "handoff.mail." + news.step().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var title =
        news.customerName() == null ? news.title() : news.customerName() + ", " + news.title();
    var values =
        new Object[] {
          news.byName() == null ? "" : news.byName(), news.requester(), news.partner(), news.date()
        };
    mail.subject(key + ".subject", values[0], news.requester(), news.partner(), title)
        .paragraph(key + ".intro", values)
        .quote(title);
    if (news.note() != null) {
      mail.paragraph("handoff.mail.note").quote(news.note());
    }
    if (news.possible() != null) {
      mail.paragraph("handoff.mail.possible").quote(news.possible());
    }
    if (news.hasTask()) {
      mail.tasksButton();
    }
    mail.footer("handoff.mail.automatic");
  }
}
