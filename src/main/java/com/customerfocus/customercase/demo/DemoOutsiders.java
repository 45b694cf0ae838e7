package com.customerfocus.customercase.demo;

import com.customerfocus.customercase.introduction.page.ContactPageService;
import com.customerfocus.customercase.introduction.page.ContactPageService.Question;
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.customercase.survey.SurveyAnswers;
import com.customerfocus.customercase.survey.SurveyPageService;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.Recipient;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers and contacts of the demo say on their pages, and their mail servers. */
@Component
@Profile("demo")
class DemoOutsiders {

  private final CasePageService page;
  private final SurveyPageService survey;
  private final ContactPageService contact;
  private final List<DeliveryListener> deliveries;
  private final JdbcClient jdbc;

  DemoOutsiders(
      CasePageService page,
      SurveyPageService survey,
      ContactPageService contact,
      List<DeliveryListener> deliveries,
      JdbcClient jdbc) {
    this.page = page;
    this.survey = survey;
    this.contact = contact;
    this.deliveries = deliveries;
    this.jdbc = jdbc;
  }

  /** On the page of the case, or of the questions after it. */
  void customer(long caseId, JsonNode what) {
    var words = text(what, "words");
    switch (what.get("customer").asText()) {
      case "WRITES" -> page.write(caseId, words);
      case "COMFORTABLE" -> page.answer(caseId, true, words);
      case "NOT_COMFORTABLE" -> page.answer(caseId, false, words);
      default ->
          survey.answer(
              last("case_survey", caseId),
              SurveyAnswers.of(
                      text(what, "satisfaction"),
                      text(what, "recommend"),
                      text(what, "chooseAgain"),
                      text(what, "courtesy"),
                      words)
                  .orElseThrow());
    }
  }

  /** On the page of the contact outside, who says yes. */
  void contact(long caseId, JsonNode what) {
    contact.answer(
        last("customer_introduction", caseId),
        Question.valueOf(what.get("contact").asText()),
        true,
        text(what, "words"));
  }

  private long last(String table, long caseId) {
    return jdbc.sql("select max(id) from %s where case_id = :case".formatted(table))
        .param("case", caseId)
        .query(Long.class)
        .single();
  }

  private static String text(JsonNode what, String field) {
    return what.path(field).asText("");
  }

  /** The servers take the news and the questions that were just recorded. */
  @Transactional
  public void takeMails() {
    var mails =
        jdbc.sql(
                """
                select cast('case-news' as varchar(40)) as kind, n.id, c.customer_id
                  from customer_case_contact n join customer_case c on c.id = n.case_id
                 where n.way = 'MAIL' and n.accepted_at is null and n.bounced_at is null
                union all
                select cast('case-survey' as varchar(40)) as kind, s.id, s.customer_id
                  from case_survey s where s.ask_at is null and s.asked_at is null
                """)
            .query(
                (row, number) ->
                    new Notice(
                        0,
                        row.getString("kind"),
                        row.getLong("id"),
                        0,
                        new Recipient(
                            Recipient.customer(row.getLong("customer_id")),
                            "",
                            null,
                            "en",
                            ZoneOffset.UTC)))
            .list();
    if (!mails.isEmpty()) {
      deliveries.forEach(it -> it.delivered(mails));
    }
  }
}
