package com.customerfocus.cascade;

import com.customerfocus.deadline.ReminderSchedule;
import com.customerfocus.support.Filled;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
 * @param daysToAcknowledge working days each reader has to acknowledge after the last briefing is
 *     due
 * @param reminderDays working days, relative to the day acknowledgements are due, on which pending
 *     readers are reminded: numbers with commas between them, or empty for the usual ones
 */
public record MemoDraft(
    @Filled(message = "refusal.memo.empty") @Size(max = MAX_TITLE, message = TOO_LONG) String title,
    @Filled(message = "refusal.memo.empty") @Size(max = MAX_BODY, message = TOO_LONG) String body,
    @Size(max = MAX_TITLE, message = TOO_LONG) String titleEs,
    @Size(max = MAX_BODY, message = TOO_LONG) String bodyEs,
    @Size(max = MAX_FIGURES, message = TOO_LONG) String figures,
    String department,
    Integer daysToBrief,
    Integer daysToAcknowledge,
    String reminderDays) {

  static final int MAX_TITLE = 200;
  static final int MAX_BODY = 20_000;
  static final int MAX_FIGURES = 4_000;

  private static final String TOO_LONG = "refusal.memo.too-long";
  private static final int MAX_DAYS = 90;

  private static final Map<String, String> FIELDS =
      Map.of(
          "title", "refusal.memo.title",
          "body", "refusal.memo.body",
          "titleEs", "refusal.memo.title-es",
          "bodyEs", "refusal.memo.body-es",
          "figures", "refusal.memo.figures");

  /**
   * What keeps a memo from being reviewed.
   *
   * @param field label of the field it is about
   * @param why what is wrong and what to do
   */
  public record Problem(Sentence field, Sentence why) {

    private static Problem of(String field, Sentence why) {
      return new Problem(new Sentence(field), why);
    }
  }

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

  /** What keeps this memo from being reviewed; empty when nothing does. */
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    Inputs.violations(this)
        .forEach(it -> problems.add(Problem.of(FIELDS.get(it.component()), it.why())));
    if ((titleEs == null) != (bodyEs == null)) {
      problems.add(Problem.of("refusal.memo.text-es", new Sentence("refusal.memo.half-spanish")));
    }
    if (!isDays(daysToBrief)) {
      problems.add(Problem.of("refusal.memo.days-to-brief", numberOfDays()));
    }
    if (!isDays(daysToAcknowledge)) {
      problems.add(Problem.of("refusal.memo.days-to-acknowledge", numberOfDays()));
    }
    if (ReminderSchedule.parse(reminderDays).isEmpty()) {
      problems.add(Problem.of("refusal.memo.reminders", ReminderSchedule.whatIsPossible()));
    }
    return problems;
  }

  private static Sentence numberOfDays() {
    return new Sentence("refusal.memo.days", MAX_DAYS);
  }

  /** Whether a memo can give people this number of working days. */
  static boolean isDays(Integer days) {
    return days != null && days >= 1 && days <= MAX_DAYS;
  }

  private static String tidy(String text) {
    return Texts.stripToNull(text);
  }
}
