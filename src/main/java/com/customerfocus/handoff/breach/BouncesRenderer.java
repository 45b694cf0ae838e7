package com.customerfocus.handoff.breach;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.breach.BouncesRenderer.Bounced;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a head how often a handoff came back, and why. Its subject is the last of these steps. */
@Component
class BouncesRenderer extends MailRenderer<Bounced> {

  static final String KIND = "handoff-bounces";

  static final String RECIPIENT =
      """
      select id as subject_id, cast(:side as bigint) as occasion,
             cast(:person as varchar(64)) as person_id
        from handoff_event where id = :event
      """;

  private static final RecordMapper<Row> ROW = RecordMapper.of(Row.class);
  private static final RecordMapper<Asked> ASKED = RecordMapper.of(Asked.class);

  private final JdbcClient jdbc;

  record Row(
      long id,
      long handoffId,
      String title,
      String customerName,
      String requester,
      String partner,
      BounceReason reason,
      int times) {}

  record Asked(long handoffId, boolean cameBack, String name) {}

  /**
   * What one mail tells of.
   *
   * @param rows one for each partner and reason
   * @param asked names of the departments that were asked, in order
   */
  record Bounced(List<Row> rows, List<String> asked, boolean isPingPong) {}

  BouncesRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  @Override
  protected Function<Notice, Bounced> find(Collection<Notice> notices) {
    var rows =
        jdbc
            .sql(
                """
                select l.id, h.id as handoff_id, h.subject as title, c.name as customer_name,
                       coalesce(rd.name, h.requester_department) as requester,
                       coalesce(pd.name, b.department) as partner, b.reason, count(*) as times
                  from handoff_event l
                  join handoff h on h.id = l.handoff_id
                  join handoff_event b on b.handoff_id = h.id and b.id <= l.id
                   and b.step in ('DECLINE', 'REOPEN')
                  left join department rd on rd.id = h.requester_department
                  left join department pd on pd.id = b.department
                  left join customer c on c.id = h.customer_id
                 where l.id in (:events)
                 group by l.id, h.id, h.subject, c.name, rd.name, h.requester_department, pd.name,
                          b.department, b.reason
                 order by count(*) desc, min(b.id)
                """)
            .param("events", subjects(notices))
            .query(ROW)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Row::id));
    var asked =
        jdbc
            .sql(
                """
                select e.handoff_id, e.came_back, coalesce(d.name, e.department) as name
                  from handoff_event l
                  join handoff_event e on e.handoff_id = l.handoff_id and e.id <= l.id
                   and e.step in ('REQUEST', 'ASK_ANOTHER')
                  left join department d on d.id = e.department
                 where l.id in (:events) order by e.id
                """)
            .param("events", subjects(notices))
            .query(ASKED)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Asked::handoffId));
    return notice -> {
      var found = rows.get(notice.subjectId());
      return found == null ? null : bounced(found, asked.get(found.get(0).handoffId()));
    };
  }

  private static Bounced bounced(List<Row> rows, List<Asked> asked) {
    var names = new ArrayList<String>();
    asked.stream()
        .map(Asked::name)
        .filter(name -> names.isEmpty() || !names.get(names.size() - 1).equals(name))
        .forEach(names::add);
    return new Bounced(rows, names, asked.stream().anyMatch(Asked::cameBack));
  }

  @Override
  protected void write(Mail mail, Bounced what) {
    var first = what.rows().get(0);
    var title = Titles.of(first.customerName(), first.title());
    mail.subject("handoff.bounces.subject", title).paragraph("handoff.bounces.intro").quote(title);
    what.rows()
        .forEach(
            row ->
                mail.paragraph(
                    "handoff.bounces.row",
                    row.requester(),
                    row.partner(),
                    mail.words().say("form.handoff.reason." + row.reason()),
                    row.times()));
    if (what.isPingPong() && what.asked().size() > 1) {
      mail.paragraph("handoff.bounces.ping-pong", String.join(" → ", what.asked()));
    }
    mail.paragraph("handoff.bounces.ask").footer("handoff.mail.automatic");
  }
}
