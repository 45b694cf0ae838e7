package com.customerfocus.customercase.legal;

import com.customerfocus.customercase.legal.LegalRules.What;
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

/** A mail to the owner of a case about a deadline by law, which is its subject. */
abstract class LegalRenderer extends MailRenderer<LegalRenderer.Told> {

  static final String NEAR = "case-deadline-near";
  static final String PASSED = "case-deadline-passed";

  static final String OWNERS =
      """
      select d.id as subject_id, cast(k.cycle as bigint) as occasion, k.owner_id as person_id
        from case_legal_deadline d
        join customer_case o on o.id = d.case_id
        join customer_case k on k.id = coalesce(o.joined_to_id, o.id)
       where d.id in (:deadlines)
      """;

  private final JdbcClient jdbc;
  private final String words;

  /**
   * @param words start of the keys of its sentences
   */
  LegalRenderer(String kind, String words, MailComposer mails, JdbcClient jdbc) {
    super(kind, mails);
    this.words = words;
    this.jdbc = jdbc;
  }

  /** A deadline of a case that is not over. */
  record Told(long id, What what, String customerName, String subject, Instant passesAt) {

    String title() {
      return customerName == null ? subject : customerName + ", " + subject;
    }
  }

  @Override
  protected Function<Notice, Told> find(Collection<Notice> notices) {
    var told =
        jdbc
            .sql(
                """
                select d.id, d.what, c.name as customer_name, k.subject, d.passes_at
                  from case_legal_deadline d
                  join customer_case k on k.id = d.case_id
                  left join customer c on c.id = k.customer_id
                 where d.id in (:deadlines) and d.ended_at is null
                """)
            .param("deadlines", subjects(notices))
            .query(RecordMapper.of(Told.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Told::id, Function.identity()));
    return notice -> told.get(notice.subjectId());
  }

  @Override
  protected void write(Mail mail, Told told) {
    mail.subject(words + ".subject", told.title())
        .paragraph(words + ".intro." + told.what(), told.passesAt())
        .quote(told.title())
        .tasksButton()
        .footer("case.mail.automatic");
  }
}
