package com.customerfocus.deadline;

import com.customerfocus.support.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param unblockAfterDays working days after which an overdue briefing goes one level up
 */
@ConfigurationProperties("customer-focus.cascades")
record EscalationProperties(@DefaultValue("1") int unblockAfterDays) {

  private static final int MOST_DAYS = 60;

  EscalationProperties {
    if (unblockAfterDays < 1 || unblockAfterDays > MOST_DAYS) {
      throw new InvalidSettingException(
          "customer-focus.cascades.unblock-after-days is %d.".formatted(unblockAfterDays),
          "Set it to the working days, from 1 to %d, after which an overdue briefing goes one level up."
              .formatted(MOST_DAYS));
    }
  }
}
