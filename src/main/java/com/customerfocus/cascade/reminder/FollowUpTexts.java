package com.customerfocus.cascade.reminder;

import com.customerfocus.notice.NoticeService;
import com.customerfocus.text.FormHtml;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manager who follows up the team reads in Tasklist, as HTML. */
@Service
@Transactional(readOnly = true)
public class FollowUpTexts {

  private final Reminders reminders;
  private final NoticeService notices;
  private final WorkingTime workingTime;
  private final FormHtml html;
  private final Clock clock;

  FollowUpTexts(
      Reminders reminders,
      NoticeService notices,
      WorkingTime workingTime,
      FormHtml html,
      Clock clock) {
    this.reminders = reminders;
    this.notices = notices;
    this.workingTime = workingTime;
    this.html = html;
    this.clock = clock;
  }

  /**
   * Pending members of a briefing's team, how often they were reminded, who is away, and whose
   * acknowledgement perhaps came from a program.
   */
  public String lateTeamHtml(long briefingId) {
    var pending = reminders.pending(briefingId, clock.instant());
    var first = pending.stream().findFirst();
    var language = first.map(Reminders.Pending::readersLanguage).orElse("en");
    var site = first.map(Reminders.Pending::readersSite).orElse(null);
    var receipts = pending.stream().map(Reminders.Pending::receiptId).toList();
    return html.of(
        "late-team",
        Locale.forLanguageTag(language),
        Map.of(
            "pending", pending,
            "programs", reminders.perhapsPrograms(briefingId),
            "reminders", notices.recorded(MemoReminderRenderer.KIND, receipts),
            "zone", workingTime.calendar(site).zone()));
  }
}
