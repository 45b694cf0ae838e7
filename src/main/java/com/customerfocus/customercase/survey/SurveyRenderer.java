package com.customerfocus.customercase.survey;

import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.ContactPurpose;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customer.CustomerMailRenderer;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks a customer some questions after a case. Its subject is the row of the questions. */
@Component
class SurveyRenderer extends CustomerMailRenderer<SurveyRenderer.Asked> {

  static final String KIND = "case-survey";

  static final String RECIPIENTS =
      """
      select id as subject_id, cast(0 as bigint) as occasion, customer_id
        from case_survey where id in (:surveys)
      """;

  private final JdbcClient jdbc;
  private final SurveyLinks surveys;

  SurveyRenderer(
      MailComposer mails,
      CustomerContacts customers,
      ContactLinks links,
      JdbcClient jdbc,
      SurveyLinks surveys) {
    super(KIND, ContactPurpose.SURVEY, mails, customers, links);
    this.jdbc = jdbc;
    this.surveys = surveys;
  }

  /** The questions after a case. */
  record Asked(long id, String subject) {}

  @Override
  protected Function<Notice, Asked> find(Collection<Notice> notices) {
    var found =
        jdbc
            .sql(
                """
                select s.id, k.subject
                  from case_survey s join customer_case k on k.id = s.case_id
                 where s.id in (:surveys) and k.closed_at is not null
                """)
            .param("surveys", subjects(notices))
            .query(RecordMapper.of(Asked.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Asked::id, Function.identity()));
    return notice -> found.get(notice.subjectId());
  }

  @Override
  protected void tell(Mail mail, Asked asked) {
    mail.subject("survey.mail.subject", asked.subject())
        .paragraph("survey.mail.intro")
        .quote(asked.subject())
        .personalButton("survey.mail.button", surveys.urlFor(asked.id()));
  }
}
