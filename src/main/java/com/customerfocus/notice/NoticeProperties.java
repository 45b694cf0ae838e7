package com.customerfocus.notice;

import com.customerfocus.support.InvalidSettingException;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are sent.
 *
 * @param from who mails come from, such as {@code Customer focus <no-reply@example.com>}
 * @param sendInBackground whether this node sends what is due on its own
 * @param interval the pause between two looks at what is due
 * @param lease how long a batch belongs to the node that took it; when a node dies, another one
 *     sends its batch after this time. Half of it is for sending, half for the mail that is being
 *     sent when the first is over, which a server that answers nothing can hold up for a minute
 * @param pause how long a mail server that is not available is left alone
 * @param connections how many connections to the mail server this node has at most
 */
@ConfigurationProperties("customer-focus.notices")
record NoticeProperties(
    @DefaultValue("Customer focus <no-reply@localhost>") String from,
    @DefaultValue("true") boolean sendInBackground,
    @DefaultValue("2s") Duration interval,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("1m") Duration pause,
    @DefaultValue("8") int connections) {

  private static final int MOST_CONNECTIONS = 100;

  NoticeProperties {
    if (interval.toMillis() < 1) {
      throw new InvalidSettingException(
          "customer-focus.notices.interval is %s.".formatted(interval),
          "Set it to a pause between two rounds of sending, such as 2s.");
    }
    if (lease.toSeconds() < 1) {
      throw new InvalidSettingException(
          "customer-focus.notices.lease is %s.".formatted(lease),
          "Set it to at least a second, such as 2m.");
    }
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new InvalidSettingException(
          "customer-focus.notices.connections is %d.".formatted(connections),
          "Set it to how many connections at once the mail server accepts from a node, at most %d."
              .formatted(MOST_CONNECTIONS));
    }
  }
}
