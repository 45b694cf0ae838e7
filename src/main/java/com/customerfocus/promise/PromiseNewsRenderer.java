package com.customerfocus.promise;

import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Tells the parties of a promise what happened to it. Its subject is the event. */
@Component
class PromiseNewsRenderer extends MailRenderer<PromiseNews> {

  static final String KIND = "promise-news";

  /** The person named in the event. */
  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, recipient_id as person_id from promise_event
       where id = :event
      """;

  private final Promises promises;

  PromiseNewsRenderer(MailComposer mails, Promises promises) {
    super(KIND, mails);
    this.promises = promises;
  }

  @Override
  protected Function<Notice, PromiseNews> find(Collection<Notice> notices) {
    var news = promises.news(subjects(notices));
    return notice -> {
      var item = news.get(notice.subjectId());
      return item != null && item.stillApplies() ? item : null;
    };
  }

  @Override
  protected void write(Mail mail, PromiseNews news) {
    var key = "promise.mail." + news.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    var promiser = news.promiserName();
    var values = new Object[] {promiser, news.receiverName(), news.due(), news.newDue()};
    mail.subject(key + ".subject", promiser, PromiseTexts.inShort(news.what()))
        .paragraph(key + ".intro", values)
        .quote(news.what());
    if (news.note() != null) {
      mail.paragraph("promise.mail.word", promiser).quote(news.note());
    }
    mail.paragraph(key + ".ask", values);
    if (news.hasTask()) {
      mail.tasksButton();
    }
    mail.footer("promise.mail.automatic");
  }
}
