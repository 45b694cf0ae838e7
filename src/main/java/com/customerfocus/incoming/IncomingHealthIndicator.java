package com.customerfocus.incoming;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the mailbox can be read, and how many mails wait for a person. A program whose mailbox is
 * away does everything else, so it is not down.
 *
 * <p>The health of a node can be asked for without a login, so it counts no further than {@value
 * #MOST}.
 */
@Component
class IncomingHealthIndicator extends AbstractHealthIndicator {

  static final int MOST = 10_000;

  /** Longer than a node takes to start, or another one to take its mailbox. */
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

  private static final Status DEGRADED = new Status("DEGRADED");

  private final IncomingProperties settings;
  private final MailboxLease mailboxes;
  private final IncomingMails mails;
  private final Clock clock;

  IncomingHealthIndicator(
      IncomingProperties settings, MailboxLease mailboxes, IncomingMails mails, Clock clock) {
    this.settings = settings;
    this.mailboxes = mailboxes;
    this.mails = mails;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (settings.isConfigured()) {
      health.up();
      mailbox(health);
    } else {
      health.unknown();
    }
    waiting(health, "unhandled", MailState.RECEIVED);
    waiting(health, "waitingForAPerson", MailState.WAITING);
  }

  private void mailbox(Health.Builder health) {
    mailboxes
        .condition(settings.mailbox())
        .ifPresent(
            condition -> {
              if (condition.readAt() != null) {
                health.withDetail("lastRead", condition.readAt());
              }
              if (condition.failingSince() != null) {
                health
                    .status(DEGRADED)
                    .withDetail("unavailableSince", condition.failingSince())
                    .withDetail("trouble", condition.trouble());
              } else if (condition.expectedAt().plus(LONGEST_SILENCE).isBefore(clock.instant())) {
                health.status(DEGRADED).withDetail("notReadSince", condition.expectedAt());
              }
            });
  }

  private void waiting(Health.Builder health, String name, MailState state) {
    var waiting = mails.waiting(state, MOST);
    health.withDetail(name, said(waiting.count()));
    if (waiting.since() != null) {
      health.withDetail(name + "Since", waiting.since());
    }
  }

  private static Object said(int count) {
    return count > MOST ? "more than 10,000" : count;
  }
}
