package com.customerfocus.customercase.ownership;

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

/** Tells an owner whether a colleague has accepted a case. Its subject is the offer. */
@Component
class OfferEndedRenderer extends MailRenderer<OfferEndedRenderer.Ended> {

  static final String KIND = "case-offer-ended";

  private final JdbcClient jdbc;

  OfferEndedRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  /** What became of which offer. */
  record Ended(long id, String subject, String toName, OfferState state, String answer) {}

  @Override
  protected Function<Notice, Ended> find(Collection<Notice> notices) {
    var ended =
        jdbc
            .sql(
                """
                select o.id, c.subject, coalesce(t.name, o.to_id) as to_name, o.state, o.answer
                  from customer_case_offer o
                  join customer_case c on c.id = o.case_id
                  left join person t on t.id = o.to_id
                 where o.id in (:offers)
                """)
            .param("offers", subjects(notices))
            .query(RecordMapper.of(Ended.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Ended::id, Function.identity()));
    return notice -> ended.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Ended ended) {
    mail.subject("ownership.mail.ended.subject", ended.subject())
        .paragraph("ownership.mail.ended." + ended.state(), ended.toName());
    if (ended.answer() != null) {
      mail.quote(ended.answer());
    }
    mail.tasksButton().footer("ownership.mail.automatic");
  }
}
