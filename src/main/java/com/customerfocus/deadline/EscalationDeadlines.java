package com.customerfocus.deadline;

import com.customerfocus.support.InvalidSettingException;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When what is late goes one level up, in the working time of the person concerned. */
@Component
public class EscalationDeadlines {

  private static final String PROPERTY = "customer-focus.cascades.unblock-after-days";
  private static final int MOST_DAYS = 60;

  private final DueDates dueDates;
  private final int days;

  EscalationDeadlines(DueDates dueDates, @Value("${" + PROPERTY + ":1}") int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidSettingException(
          "%s is %d.".formatted(PROPERTY, days),
          "Set it to the working days, from 1 to %d, after which an overdue briefing goes one level up."
              .formatted(MOST_DAYS));
    }
    this.dueDates = dueDates;
    this.days = days;
  }

  /** When a briefing that was due then is so late that a manager above has to unblock it. */
  public Instant overdueAt(Instant due, String site) {
    return dueDates.after(due, days, site);
  }

  /** Until when a manager who is asked now has to answer. */
  public Instant answerBy(String site) {
    return dueDates.inDays(days, site);
  }
}
