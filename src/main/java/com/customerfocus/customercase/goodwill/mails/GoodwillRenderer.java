package com.customerfocus.customercase.goodwill.mails;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail to an employee about goodwill, which is its subject. */
abstract class GoodwillRenderer extends MailRenderer<GoodwillRenderer.Told> {

  private final JdbcClient jdbc;

  GoodwillRenderer(String kind, MailComposer mails, JdbcClient jdbc) {
    super(kind, mails);
    this.jdbc = jdbc;
  }

  /**
   * What is told of which goodwill.
   *
   * @param customerName null once the customer's data were removed
   * @param askedAt when the manager was asked, the last time; null when none was
   * @param isLastAsked whether no manager above may decide in their place
   * @param note what the person wrote who decided, or null
   */
  record Told(
      long id,
      long caseId,
      String customerName,
      String subject,
      String kind,
      BigDecimal amount,
      String currency,
      String reason,
      String state,
      String offeredByName,
      Instant askedAt,
      Instant approveBy,
      boolean isLastAsked,
      String decidedByName,
      String note) {

    /** The customer, or the number of the case. */
    String customer() {
      return customerName == null ? String.valueOf(caseId) : customerName;
    }
  }

  /** Whether the mail still applies. */
  abstract boolean applies(Told told, Notice notice);

  /** Kind and sum in the language of the reader. */
  static String what(Mail mail, Told told) {
    return "%s, %s %s"
        .formatted(
            mail.words().say("goodwill.kind." + told.kind()),
            sum(told, Locale.forLanguageTag(mail.reader().language())),
            told.currency());
  }

  private static String sum(Told told, Locale language) {
    var format = NumberFormat.getNumberInstance(language);
    var decimals = Currency.getInstance(told.currency()).getDefaultFractionDigits();
    format.setMinimumFractionDigits(Math.max(decimals, told.amount().stripTrailingZeros().scale()));
    return format.format(told.amount());
  }

  @Override
  protected Function<Notice, Told> find(Collection<Notice> notices) {
    var told =
        jdbc
            .sql(
                """
                select g.id, g.case_id, k.name as customer_name, c.subject, g.kind, g.amount,
                       g.currency, g.reason, g.state, coalesce(o.name, g.offered_by)
                       as offered_by_name, g.asked_at, g.approve_by, g.is_last_asked,
                       coalesce(d.name, g.decided_by) as decided_by_name, g.note
                  from goodwill g
                  join customer_case c on c.id = g.case_id
                  left join customer k on k.id = g.customer_id
                  left join person o on o.id = g.offered_by
                  left join person d on d.id = g.decided_by
                 where g.id in (:ids)
                """)
            .param("ids", subjects(notices))
            .query(RecordMapper.of(Told.class))
            .list()
            .stream()
            .collect(Collectors.toMap(Told::id, Function.identity()));
    return notice ->
        Optional.ofNullable(told.get(notice.subjectId()))
            .filter(it -> applies(it, notice))
            .orElse(null);
  }
}
