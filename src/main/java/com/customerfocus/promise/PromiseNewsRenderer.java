package com.customerfocus.promise;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells somebody what happened to a promise. Its subject is the event. */
@Component
class PromiseNewsRenderer implements NoticeRenderer {

  static final String KIND = "promise-news";

  /** Whom the event says that they are told. */
  static final String RECIPIENTS =
      """
      select e.id as subject_id, p.id as person_id, p.mail as address, p.language
        from promise_event e
        join person p on p.id = e.told
       where e.id = :event
      """;

  private final Promises promises;
  private final PromiseMails letters;

  PromiseNewsRenderer(Promises promises, PromiseMails letters) {
    this.promises = promises;
    this.letters = letters;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var news = promises.news(notices.stream().map(Notice::subjectId).toList());
    var written = new HashMap<Long, MailContent>();
    for (var notice : notices) {
      var item = news.get(notice.subjectId());
      if (item != null && item.stillApplies()) {
        written.put(notice.id(), letters.news(item, notice.language()));
      }
    }
    return written;
  }
}
