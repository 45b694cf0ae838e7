package com.customerfocus.cascade.reminder;

import com.customerfocus.cascade.CascadeTexts;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.notice.NoticeService.Told;
import com.customerfocus.worktime.WorkingTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.HtmlUtils;

/** What a manager who follows up the team reads in Tasklist, as HTML. */
@Service
@Transactional(readOnly = true)
public class FollowUpTexts {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

  private final Reminders reminders;
  private final NoticeService notices;
  private final WorkingTime workingTime;

  FollowUpTexts(Reminders reminders, NoticeService notices, WorkingTime workingTime) {
    this.reminders = reminders;
    this.notices = notices;
    this.workingTime = workingTime;
  }

  /** Who of a briefing's team has not answered, and how often they were reminded. */
  public String lateTeamHtml(long briefingId) {
    var pending = reminders.pending(briefingId);
    var told =
        notices.told(
            MemoReminderRenderer.KIND, pending.stream().map(Reminders.Pending::receiptId).toList());
    var html = new StringBuilder("<table><thead><tr><th>Name</th><th>Reminders</th></tr></thead>");
    html.append("<tbody>");
    for (var person : pending) {
      html.append("<tr><td>")
          .append(HtmlUtils.htmlEscape(person.name(), "UTF-8"))
          .append("</td><td>")
          .append(reminded(person, told.get(person.receiptId())))
          .append("</td></tr>");
    }
    return CascadeTexts.asOneBlock(html.append("</tbody></table>"));
  }

  private String reminded(Reminders.Pending person, Told told) {
    if (!person.hasMail()) {
      return "Has no mail address";
    }
    if (person.hasToBrief()) {
      return "Has not briefed the own team yet, which would count as the answer";
    }
    if (told == null) {
      return "None yet";
    }
    var last = told.last().atZone(workingTime.calendar(person.readersSite()).zone());
    return "%d, the last one on %s".formatted(told.times(), DAY.format(last));
  }
}
