package com.customerfocus.customercase.introduction.mails;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells an owner what a contact outside said, or that it is time to ask. */
@Component
class IntroductionNewsRenderer extends MailRenderer<IntroductionNewsRenderer.ForOwner> {

  static final String KIND = "introduction-news";

  private final JdbcClient jdbc;

  IntroductionNewsRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  /**
   * What happened.
   *
   * @param occasion of the notice that tells it; a notice of an earlier one no longer applies
   * @param state where it stands; CONFIRMED once the contact said that they took over
   * @param answer the contact's own words, or null
   * @param outcome why nothing came of it, or null
   */
  record ForOwner(
      long id,
      long occasion,
      String customerName,
      String contactName,
      String organization,
      String state,
      String answer,
      String outcome) {

    /** Of which words the mail tells. */
    String key() {
      return "introduction.mail.news." + (outcome == null ? state : outcome);
    }
  }

  @Override
  protected Function<Notice, ForOwner> find(Collection<Notice> notices) {
    var found =
        jdbc
            .sql(
                """
                select i.id,
                       case when i.outcome is not null then 4 when i.confirmed_at is not null then 3
                            when i.asked_at is not null then 2 else 1 end as occasion,
                       k.name as customer_name, i.contact_name, i.organization,
                       case when i.confirmed_at is not null then 'CONFIRMED' else i.state end
                         as state,
                       i.answer, i.outcome
                  from customer_introduction i
                  join customer_case c on c.id = i.case_id
                  join customer k on k.id = c.customer_id
                 where i.id in (:introductions) and i.state in ('AGREED', 'INTRODUCED', 'FAILED')
                   and coalesce(i.outcome, '-') not in ('LOOKED_AGAIN', 'CASE_OVER')
                """)
            .param("introductions", subjects(notices))
            .query(RecordMapper.of(ForOwner.class))
            .list()
            .stream()
            .collect(Collectors.toMap(ForOwner::id, Function.identity()));
    return notice ->
        Optional.ofNullable(found.get(notice.subjectId()))
            .filter(it -> it.occasion() == notice.occasion())
            .orElse(null);
  }

  @Override
  protected void write(Mail mail, ForOwner about) {
    mail.subject("introduction.mail.news.subject", about.customerName(), about.contactName())
        .paragraph(about.key(), about.contactName(), about.organization());
    if (about.answer() != null) {
      mail.quote(about.answer());
    }
    mail.tasksButton().footer("case.mail.automatic");
  }
}
