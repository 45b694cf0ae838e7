package com.customerfocus.cascade;

import com.customerfocus.deadline.ReminderSchedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.StringUtils;

/**
 * A memo as its author typed it; nothing in it has been checked.
 *
 * @param body core brief, Markdown
 * @param titleEs Spanish title, or empty
 * @param bodyEs Spanish core brief, Markdown, or empty
 * @param figures the company's own satisfaction figures, Markdown, or empty
 * @param department name or id of the department it is meant for, or empty for the author's own
 *     organization
 * @param daysToBrief working days each manager has to brief the team
 * @param daysToAcknowledge working days everyone has to answer after the last briefing is due
 * @param reminderDays working days, relative to the day answers are due, on which those who have
 *     not answered are reminded: numbers with commas between them, or empty for the usual ones
 */
public record MemoDraft(
    String title,
    String body,
    String titleEs,
    String bodyEs,
    String figures,
    String department,
    Integer daysToBrief,
    Integer daysToAcknowledge,
    String reminderDays) {

  static final int MAX_TITLE = 200;
  static final int MAX_BODY = 20_000;
  static final int MAX_FIGURES = 4_000;
  static final int MAX_DAYS = 90;

  /** The same with surplus space cut and empty fields as null. */
  public MemoDraft tidy() {
    return new MemoDraft(
        tidy(title),
        tidy(body),
        tidy(titleEs),
        tidy(bodyEs),
        tidy(figures),
        tidy(department),
        daysToBrief,
        daysToAcknowledge,
        tidy(reminderDays));
  }

  /** What keeps this memo from being reviewed, in words for its author; empty when nothing does. */
  public List<ReachFinding> findings() {
    var findings = new ArrayList<ReachFinding>();
    require(findings, "Title", title, MAX_TITLE);
    require(findings, "Core brief", body, MAX_BODY);
    limit(findings, "Spanish title", titleEs, MAX_TITLE);
    limit(findings, "Spanish core brief", bodyEs, MAX_BODY);
    limit(findings, "Figures", figures, MAX_FIGURES);
    if ((titleEs == null) != (bodyEs == null)) {
      findings.add(
          ReachFinding.blocks(
              "Spanish text", "Title and core brief belong together: write both or neither."));
    }
    days(findings, "Days to brief", daysToBrief);
    days(findings, "Days to acknowledge", daysToAcknowledge);
    if (ReminderSchedule.parse(reminderDays).isEmpty()) {
      findings.add(ReachFinding.blocks("Reminders", ReminderSchedule.whatIsPossible()));
    }
    return findings;
  }

  private static String tidy(String text) {
    return StringUtils.hasText(text) ? text.strip() : null;
  }

  private static void require(List<ReachFinding> findings, String field, String text, int max) {
    if (text == null) {
      findings.add(ReachFinding.blocks(field, "It is empty: fill it in."));
    }
    limit(findings, field, text, max);
  }

  private static void limit(List<ReachFinding> findings, String field, String text, int max) {
    if (text != null && text.length() > max) {
      findings.add(
          ReachFinding.blocks(
              field,
              String.format(
                  Locale.ENGLISH,
                  "It has %,d characters; at most %,d fit: shorten it.",
                  text.length(),
                  max)));
    }
  }

  /** Whether it is so many days as a memo can give people. */
  static boolean isDays(Integer days) {
    return days != null && days >= 1 && days <= MAX_DAYS;
  }

  private static void days(List<ReachFinding> findings, String field, Integer days) {
    if (!isDays(days)) {
      findings.add(ReachFinding.blocks(field, "Give a number from 1 to " + MAX_DAYS + "."));
    }
  }
}
