package com.customerfocus.handoff;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the other side of a handoff what happened, and people who follow it. Its subject is the
 * step; its occasion is 0 for the other side, the number of the follower, or -1 for the requester
 * of a handoff that the program ended.
 */
@Component
class HandoffNewsRenderer extends MailRenderer<HandoffNewsRenderer.HandoffNews> {

  static final String KIND = "handoff-news";

  /** What people who follow a handoff are told. */
  static final Set<HandoffStep> FOLLOWED =
      EnumSet.of(
          HandoffStep.DECLINE,
          HandoffStep.AGREE_ON_NEW_DATE,
          HandoffStep.DELIVER,
          HandoffStep.GIVE_UP,
          HandoffStep.WITHDRAW);

  /**
   * The person named in the step (for one who has left the manager, else the head), those who
   * follow the handoff, and the requester where the program ended it, each an occasion.
   */
  static final String RECIPIENTS =
      """
      select e.id as subject_id, 0 as occasion,
             case when p.active then p.id
                  when m.active then m.id
                  else coalesce(d.head_id, e.recipient_id) end as person_id
        from handoff_event e
        join person p on p.id = e.recipient_id
        left join person m on m.id = p.manager_id
        left join department d on d.id = p.department_id
       where e.id = :event
      union all
      select e.id, f.id, f.person_id
        from handoff_event e join handoff_follower f on f.handoff_id = e.handoff_id
       where e.id = :event and e.step in (%s)
         and f.person_id <> coalesce(e.recipient_id, '')
         and f.person_id <> coalesce(e.recorded_by, '')
      union all
      select e.id, -1, h.requester_id
        from handoff_event e join handoff h on h.id = e.handoff_id
       where e.id = :event and e.step = 'WITHDRAW' and e.recorded_by is null
         and h.requester_id <> coalesce(e.recipient_id, '')
      """
          .formatted(
              FOLLOWED.stream().map("'%s'"::formatted).sorted().collect(Collectors.joining(", ")));

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
                select e.id, e.step, coalesce(p.name, e.recorded_by) as by_name, h.subject as title,
                       c.name as customer_name,
                       coalesce(rd.name, h.requester_department) as requester,
                       coalesce(pd.name, e.department) as partner, e.note, e.possible, e.reason,
                       e.state_after as after, h.state as present,
                       coalesce(e.new_due_at, h.due_at, h.wished_at) as date,
                       h.need = :removed as is_removed,
                       false as is_for_follower
                  from handoff_event e
                  join handoff h on h.id = e.handoff_id
                  left join person p on p.id = e.recorded_by
                  left join department rd on rd.id = h.requester_department
                  left join department pd on pd.id = e.department
                  left join customer c on c.id = h.customer_id
                 where e.id in (:events)
                """)
            .param("events", subjects(notices))
            .param("removed", Handoffs.REMOVED)
            .query(NEWS)
            .list()
            .stream()
            .collect(Collectors.toMap(HandoffNews::id, Function.identity()));
    return notice -> {
      var told = news.get(notice.subjectId());
      return told == null || notice.occasion() == 0 ? told : told.forFollower();
    };
  }

  @Override
  protected void write(Mail mail, HandoffNews news) {
    var isEndedByProgram = news.step() == HandoffStep.WITHDRAW && news.byName() == null;
    if (isEndedByProgram && news.isRemoved()) {
      mail.subject("handoff.mail.removed.subject", news.requester(), news.partner())
          .paragraph("handoff.mail.removed.intro", news.requester(), news.partner())
          .footer("handoff.mail.automatic");
      return;
    }
    var key =
        (news.isForFollower() ? "handoff.mail.followed." : "handoff.mail.")
            + (isEndedByProgram ? "ended" : keyOf(news.step()));
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

  /** The other department reads of a request, not of those that were asked before. */
  private static String keyOf(HandoffStep step) {
    return (step == HandoffStep.ASK_ANOTHER ? HandoffStep.REQUEST : step)
        .name()
        .toLowerCase(Locale.ROOT)
        .replace('_', '-');
  }

  /**
   * What a mail tells of a step.
   *
   * @param byName the login of one who is no employee; null for the program
   * @param side whose step it was
   * @param requester name of the department, as is the partner's
   * @param present the state now; a mail about what is over for long is not sent
   * @param date the date it is about, or null
   * @param isRemoved whether the customer's data, and with them its words, were removed
   * @param isForFollower whether it is told to a person who follows it and has nothing to do
   */
  record HandoffNews(
      long id,
      HandoffStep step,
      String byName,
      String title,
      String customerName,
      String requester,
      String partner,
      String note,
      String possible,
      BounceReason reason,
      HandoffState after,
      HandoffState present,
      Instant date,
      boolean isRemoved,
      boolean isForFollower) {

    /** Whether the reader has a task about it now. */
    boolean hasTask() {
      return !isForFollower && !present.isOver() && after.turn() != null && after == present;
    }

    /** The same for a person who follows the handoff. */
    HandoffNews forFollower() {
      return new HandoffNews(
          id,
          step,
          byName,
          title,
          customerName,
          requester,
          partner,
          note,
          possible,
          reason,
          after,
          present,
          date,
          isRemoved,
          true);
    }
  }
}
