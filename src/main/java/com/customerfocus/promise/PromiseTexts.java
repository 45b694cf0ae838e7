package com.customerfocus.promise;

import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.text.FormHtml;
import com.customerfocus.text.Shortened;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms in Tasklist show of a promise, as HTML. */
@Service
@Transactional(readOnly = true)
public class PromiseTexts {

  /** Characters of a promise in the name of a task or the subject of a mail. */
  private static final int SHORT = 80;

  private final Promises promises;
  private final PersonalDueDates days;
  private final FormHtml html;

  PromiseTexts(Promises promises, PersonalDueDates days, FormHtml html) {
    this.promises = promises;
    this.days = days;
    this.html = html;
  }

  /**
   * What was promised to whom by when, and what happened to it so far. The one who promised reads
   * it, and the manager who reviews a broken promise.
   */
  public String promiseHtml(long promiseId) {
    var promise = promises.find(promiseId).orElseThrow();
    return html.of(
        "promise",
        Locale.ENGLISH,
        Map.of(
            "promise", promise,
            "events", promises.events(promiseId),
            "zone", days.calendar(promise.madeBy().id()).zone()));
  }

  /** What was promised on one line, cut where it is long. */
  public static String inShort(String what) {
    return Shortened.of(what, SHORT);
  }
}
